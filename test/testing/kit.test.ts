/** What the kit says of a lab: nothing is hidden, nothing hangs, and every runner is served. */
import assert from 'node:assert/strict';
import { describe, it, test } from 'node:test';
import { asTests, checkAdapter, checks, type KitResult, type Lab, report, runCheck } from '../../src/testing/index.js';
import { memoryLab } from './memory-lab.js';

const one = 'codes/wrong-totp';
const { protectsFrom } = checks.find(({ id }) => id === one) ?? assert.fail();
const onlyOne = { only: (id: string) => id === one };

function lines(result: KitResult): string[] {
  const printed: string[] = [];
  report(result, (line) => printed.push(line));
  return printed;
}

/** Takes whatever is typed. */
const anyCode = (known?: Readonly<Record<string, string>>): Lab =>
  memoryLab({
    ...(known && { known }),
    through: (adapter) => ({ ...adapter, verify: (id, _, options) => adapter.get!(id, options) }),
  });

test('a failure is one line that names the check, the promise and the risk, and the figures come last', async () => {
  assert.deepEqual(lines(await checkAdapter(anyCode(), onlyOne)), [
    `failed ${one}: does not hold: a wrong code is called one (it was answered) [protects from ${protectsFrom}]`,
    '0 passed, 1 failed, 0 skipped',
  ]);
});

test('a run in which all is well is one line', async () => {
  assert.deepEqual(lines(await checkAdapter(memoryLab(), onlyOne)), ['1 passed, 0 failed, 0 skipped']);
});

test('a known fault is told with its reason, and is no failure', async () => {
  const result = await checkAdapter(anyCode({ [one]: 'the emulator takes any code' }), onlyOne);
  assert.deepEqual(lines(result), [
    `known ${one}: the emulator takes any code (does not hold: a wrong code is called one (it was answered))`,
    '0 passed, 0 failed, 1 skipped',
  ]);
});

test('a known fault that was mended has to be taken off the list', async () => {
  const result = await checkAdapter(memoryLab({ known: { [one]: 'the emulator takes any code' } }), onlyOne);
  assert.equal(result.failed, 1);
  assert.match(lines(result)[0]!, /take it off/);
});

test('a row of known faults that is no check is a failure', async () => {
  const result = await checkAdapter(memoryLab({ known: { 'codes/misspelt': 'why' } }), onlyOne);
  assert.deepEqual([result.passed, result.failed], [1, 1]);
});

test('whatever hook is missing, its checks are skipped with the reason', async () => {
  const hooks = [
    'another',
    'stranger',
    'password',
    'clock',
    'texts',
    'mails',
    'device',
    'line',
    'numbers',
    'addresses',
    'codeFor',
  ] as const;
  for (const hook of [...hooks, 'loseNextAnswer', 'requireStepUp', 'signInAgain'] as const) {
    const whole = memoryLab();
    const lab: Lab = {
      ...whole,
      person: async () => {
        const { [hook]: _, ...others } = await whole.person();
        return others;
      },
    };
    const { failed, results } = await checkAdapter(lab);
    assert.equal(failed, 0, hook);
    const reasons = results.flatMap(({ outcome, reason }) => (outcome === 'skipped' ? [reason] : []));
    assert.ok(reasons.includes(`the lab has no ${hook}`), hook);
  }
});

test('a function that load calls absent is not asked for', async () => {
  const lab = memoryLab({
    through: (adapter) => ({
      ...adapter,
      load: async (options) => ({ ...(await adapter.load(options)), absent: ['cancel'] }),
    }),
  });
  const { results } = await checkAdapter(lab, { only: (id) => id === 'cancel/unknown' });
  assert.deepEqual(results, [{ id: 'cancel/unknown', outcome: 'skipped', reason: 'the adapter has no cancel' }]);
});

test('a kind that the lab does not list is skipped', async () => {
  const { results } = await checkAdapter({ ...memoryLab(), kinds: ['push'] }, onlyOne);
  assert.deepEqual(results, [{ id: one, outcome: 'skipped', reason: 'the lab does not list totp' }]);
});

/** The demo's own kind, to which no check knows the way. */
const withBadge: Lab = { ...memoryLab(), kinds: [...memoryLab().kinds, 'badge'] };
const badgeRow = {
  id: 'own-kinds/badge',
  outcome: 'skipped',
  reason: 'the kit has no way to register badge: prove that kind by tests of your own',
};

test("a kind of the lab's own is skipped by name, once, and with the reason", async () => {
  const { results, skipped } = await checkAdapter(withBadge, onlyOne);
  assert.deepEqual(results, [{ id: one, outcome: 'passed' }]);
  assert.equal(skipped, 0, 'nobody asked for it');
  const twice: Lab = { ...withBadge, kinds: [...withBadge.kinds, 'badge'] };
  const heard: unknown[] = [];
  const asked = { only: (id: string) => id === one || id.startsWith('own-kinds/'), onResult: heard.push.bind(heard) };
  const result = await checkAdapter(twice, asked);
  assert.deepEqual(result.results, [{ id: one, outcome: 'passed' }, badgeRow]);
  assert.deepEqual(heard, result.results);
  assert.deepEqual(lines(result), [`skipped ${badgeRow.id}: ${badgeRow.reason}`, '1 passed, 0 failed, 1 skipped']);
});

test('a call that hangs is ended, and its signal with it', async () => {
  const signals: AbortSignal[] = [];
  const lab = memoryLab({
    through: (adapter) => ({
      ...adapter,
      verify: (_id, _proof, { signal }) => {
        signals.push(signal);
        return new Promise(() => undefined);
      },
    }),
  });
  const waits: number[] = [];
  const result = await checkAdapter(lab, {
    ...onlyOne,
    deadline: 4000,
    timer: (ms, act) => {
      waits.push(ms);
      const handle = setTimeout(act, 5);
      return () => clearTimeout(handle);
    },
  });
  assert.equal(result.results[0]?.reason, 'took longer than 4000 ms');
  assert.deepEqual([signals.length, signals.every(({ aborted }) => aborted)], [1, true]);
  assert.equal(waits[0], 4000);
});

test('a lab that breaks is a failure of each check, and not of the run', async () => {
  const lab: Lab = { name: 'broken', kinds: [], person: () => Promise.reject(new Error('no test server')) };
  const { results } = await checkAdapter(lab, onlyOne);
  assert.deepEqual(results, [{ id: one, outcome: 'failed', reason: 'broke with Error: no test server', protectsFrom }]);
});

test('a person is let go of after each check, however it went', async () => {
  let closed = 0;
  const hooks = {
    close: () => {
      closed += 1;
    },
  };
  await checkAdapter(memoryLab({ hooks }), { only: (id) => id === one || id === 'shape/then' });
  await checkAdapter(
    memoryLab({ hooks, through: (adapter) => ({ ...adapter, begin: () => Promise.reject(new Error()) }) }),
    onlyOne,
  );
  assert.equal(closed, 3);
});

test('an adapter that throws at once is told so', async () => {
  const lab = memoryLab({
    through: (adapter) => ({
      ...adapter,
      begin: () => {
        throw new Error('not yet');
      },
    }),
  });
  const { results } = await checkAdapter(lab, onlyOne);
  assert.equal(results[0]?.reason, 'begin throws at once, where it has to reject');
});

test('what an adapter throws by accident is told by its name, and whole only to whoever asks', async () => {
  const lab = memoryLab({
    through: (adapter) => ({ ...adapter, begin: () => Promise.reject(new TypeError('secret 004217')) }),
  });
  const thrown: unknown[] = [];
  const { results } = await checkAdapter(lab, { ...onlyOne, onError: (...given) => thrown.push(given) });
  assert.equal(results[0]?.reason, 'begin rejected with a raw TypeError');
  assert.deepEqual(thrown, [[new TypeError('secret 004217'), one]]);
});

test('a person who cannot be let go of is a failure', async () => {
  const hooks = { close: () => Promise.reject(new Error('still signed in')) };
  const { results } = await checkAdapter(memoryLab({ hooks }), onlyOne);
  assert.deepEqual(results, [
    { id: one, outcome: 'failed', reason: 'broke with Error: still signed in', protectsFrom },
  ]);
});

test('no line says a code, a secret or a number', async () => {
  const lab = memoryLab({
    through: (adapter, { backend }) => ({
      ...adapter,
      verify: (id, proof, options) =>
        adapter.verify(id, proof, options).catch(() => {
          throw new Error(JSON.stringify([proof, backend.messages()]));
        }),
    }),
  });
  const said = lines(await checkAdapter(lab)).join('\n');
  assert.doesNotMatch(said, /\b\d{6}\b|otpauth|\+819012345678|\+819087654321/);
});

test('every check has an id of its own, a theme, and a sentence', () => {
  assert.equal(new Set(checks.map(({ id }) => id)).size, checks.length);
  for (const { id, protectsFrom } of checks) {
    assert.match(id, /^[a-z-]+\/[a-z0-9-]+$/);
    assert.match(protectsFrom, /^\S.+[^.]$/);
  }
});

describe('as tests', () => {
  type Run = (this: unknown, ...context: readonly unknown[]) => Promise<void>;

  /** What a runner was given, by name. */
  function registered(lab: Lab): { names: string[]; run: Run } {
    const tests: [string, Run][] = [];
    asTests(lab, { describe: (_, body) => body(), it: (name, run) => tests.push([name, run]) }, onlyOne);
    return { names: tests.map(([name]) => name), run: tests[0]![1] };
  }
  const skipping: Lab = { ...memoryLab(), kinds: [] };

  it('each check is a test with its sentence', async () => {
    const { names, run } = registered(memoryLab());
    const check = checks.find(({ id }) => id === one);
    assert.deepEqual(names, [`${one} protects from ${check?.protectsFrom}`]);
    await run.call(undefined);
  });

  it('a failure is thrown', async () => {
    await assert.rejects(registered(anyCode()).run.call(undefined), /a wrong code is called one/);
  });

  it('a skip is one of the runner, handed over or bound', async () => {
    const said: unknown[] = [];
    const context = {
      skip(reason: unknown) {
        said.push(this === context, reason);
      },
    };
    const { run } = registered(skipping);
    await run.call(undefined, context);
    await run.call(context);
    assert.deepEqual(said, [true, 'skipped: the lab does not list totp', true, 'skipped: the lab does not list totp']);
  });

  it("a kind of the lab's own is a test that is skipped", async () => {
    const tests = new Map<string, Run>();
    const only = (id: string): boolean => id.startsWith('own-kinds/');
    asTests(withBadge, { describe: (_, body) => body(), it: (name, run) => tests.set(name, run) }, { only });
    assert.deepEqual([...tests.keys()], ['own-kinds/badge']);
    const said: unknown[] = [];
    await tests.get('own-kinds/badge')?.call(undefined, { skip: (reason: unknown) => said.push(reason) });
    assert.deepEqual(said, [`skipped: ${badgeRow.reason}`]);
  });

  it('a runner that cannot skip fails, for nothing is skipped in silence', async () => {
    await assert.rejects(registered(skipping).run.call(undefined), /cannot skip/);
  });

  it('a runner that tells callbacks by their parameters sees none', () => {
    assert.equal(registered(skipping).run.length, 0);
  });
});

asTests(
  memoryLab({ name: 'the memory backend, in node:test' }),
  { describe, it },
  { only: (id) => id.startsWith('shape/') },
);

test('one check can be run by itself', async () => {
  const check = checks.find(({ id }) => id === one)!;
  assert.deepEqual(await runCheck(memoryLab(), check), { id: one, outcome: 'passed' });
});
