/** Times calls that are made by several people at once. */

/** What was seen of one kind of call. */
export interface Timed {
  readonly perSecond: number;
  /** In milliseconds: the middle call, and the one that 99 of 100 are faster than. */
  readonly median: number;
  readonly p99: number;
}

/** Makes each call once, so many at a time. */
export async function timed<T>(items: readonly T[], atOnce: number, call: (item: T) => Promise<void>): Promise<Timed> {
  const taken: number[] = [];
  const left = items.values();
  const worker = async (): Promise<void> => {
    for (const item of left) {
      const begun = performance.now();
      await call(item);
      taken.push(performance.now() - begun);
    }
  };
  const begun = performance.now();
  await Promise.all(Array.from({ length: atOnce }, worker));
  const seconds = (performance.now() - begun) / 1000;
  return { perSecond: items.length / seconds, median: quantile(taken, 0.5), p99: quantile(taken, 0.99) };
}

/** The smallest value that this part of all values does not exceed. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const found = sorted[Math.max(0, Math.ceil(sorted.length * part) - 1)];
  if (found === undefined) throw new RangeError('There is no quantile of nothing.');
  return found;
}
