// Ends a browser run with one plain line that a script can read: N passed, N failed, N skipped.

function* testsOf(suite) {
  yield* suite.tests;
  for (const inner of suite.suites) yield* testsOf(inner);
}

export function count(sessions) {
  const sum = { passed: 0, failed: 0, skipped: 0 };
  for (const session of sessions) {
    const tests = session.testResults ? [...testsOf(session.testResults)] : [];
    for (const test of tests) sum[test.skipped ? 'skipped' : test.passed ? 'passed' : 'failed']++;
    // A file that did not load, or failed outside any test, must not look like a file without tests.
    if (!session.passed && !tests.some((test) => !test.passed && !test.skipped)) sum.failed++;
  }
  return sum;
}

/** A reporter. The line begins afresh because the stock reporter leaves escape codes on the current one. */
export function tally() {
  return {
    stop({ sessions }) {
      const { passed, failed, skipped } = count(sessions);
      console.log(`\n${passed} passed, ${failed} failed, ${skipped} skipped`);
    },
  };
}
