/** Waiting until nothing moves any more, without sleeping. */

/** Promises that follow one another are through, however many they are. */
export function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** The chunks that the runtime loads on demand; here they are loaded once and found again at once. */
const chunks = (): Promise<unknown> =>
  Promise.all([import('../../src/runtime/tour.js'), import('../../src/runtime/settle.js')]);

await chunks();

/** Longer than any chunk takes to be found again, on a machine that has other things to do. */
const patience = 250;

/** So are the chunks that are on their way; `isExpecting` tells that something is still to come, if it comes at all. */
export async function settle(isExpecting: () => boolean = () => false): Promise<void> {
  await turn();
  await chunks();
  await turn();
  for (const until = performance.now() + patience; isExpecting() && performance.now() < until;) await turn();
  await turn();
}
