/** The bench's arithmetic: medians, ratios, and what is said about a figure. Pure. */

/** The most a figure may be, the most we want it to be, and how finely it is told. */
export interface Bound {
  /** Absent: nothing fails over it. */
  readonly limit?: number;
  readonly goal: number;
  /** Decimals that are shown; a figure is judged as it is shown. */
  readonly decimals: number;
}

export type Verdict = '' | 'over the goal' | 'OVER THE LIMIT' | 'NOT MEASURED';

/** The middle value; of an even number of values the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  // A bench that has seen nothing must not look as if all were well.
  if (low === undefined || high === undefined) throw new RangeError('There is no median of nothing.');
  return (low + high) / 2;
}

/** How many times as much `ours` takes as `theirs`, by the medians of visits that took turns. */
export function ratio(ours: readonly number[], theirs: readonly number[]): number {
  return median(ours) / median(theirs);
}

/** The figure as people read it. A little less than nothing is nothing. */
export function shown(figure: number, { decimals }: Bound): string {
  const text = figure.toFixed(decimals);
  return Number(text) === 0 ? (0).toFixed(decimals) : text;
}

export function verdict(figure: number | undefined, bound: Bound): Verdict {
  if (figure === undefined || !Number.isFinite(figure)) return 'NOT MEASURED';
  const read = Number(shown(figure, bound));
  if (bound.limit !== undefined && read > bound.limit) return 'OVER THE LIMIT';
  return read > bound.goal ? 'over the goal' : '';
}

/** Whether a verdict fails the run. */
export const isFailure = (said: Verdict): boolean => said === 'OVER THE LIMIT' || said === 'NOT MEASURED';
