/** Waiting until nothing moves any more, without sleeping. */

/** Promises that follow one another are through, however many they are. */
export function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** So are the chunks that the runtime loads on demand: they come in the order in which they are asked for. */
export async function settle(): Promise<void> {
  for (let n = 0; n < 2; n++) {
    await turn();
    await import('../../src/runtime/visit.js');
    await import('../../src/runtime/write.js');
    await turn();
  }
}
