/** How a run went: figures, one row per check, and the lines that a person or a machine reads. */

/**
 * What became of one check. `known`: it failed, as the lab's list of known faults said it would.
 *
 * @example
 * result.results.filter(({ outcome }) => outcome === 'known');
 */
export type Outcome = 'passed' | 'failed' | 'skipped' | 'known';

/**
 * One row.
 *
 * @example
 * const row: CheckResult = { id: 'push/deny', outcome: 'skipped', reason: 'the lab has no device' };
 */
export interface CheckResult {
  readonly id: string;
  readonly outcome: Outcome;
  /** Why it is not `passed`. Quotes no answer, so that no secret gets into a log. */
  readonly reason?: string;
  /** What people are spared where the check passes. */
  readonly protectsFrom?: string;
}

/**
 * A whole run. Plain data, so that it can be kept as JSON.
 *
 * @example
 * const { passed, failed, skipped }: KitResult = await checkAdapter(lab);
 */
export interface KitResult {
  readonly lab: string;
  readonly passed: number;
  readonly failed: number;
  /** Those that could not be run, and those that are known to fail. */
  readonly skipped: number;
  readonly results: readonly CheckResult[];
}

export function summed(lab: string, results: readonly CheckResult[]): KitResult {
  const count = (...outcomes: readonly Outcome[]): number =>
    results.filter(({ outcome }) => outcomes.includes(outcome)).length;
  return { lab, passed: count('passed'), failed: count('failed'), skipped: count('skipped', 'known'), results };
}

/**
 * Prints a run: one line for each check that did not pass, and last of all the figures.
 *
 * @example
 * const result = await checkAdapter(lab);
 * report(result, (line) => console.log(line));
 * // skipped push/deny: the lab has no device
 * // 61 passed, 0 failed, 1 skipped
 */
export function report({ results, passed, failed, skipped }: KitResult, print: (line: string) => void): void {
  for (const { id, outcome, reason, protectsFrom } of results) {
    if (outcome === 'passed') continue;
    const risk = outcome === 'failed' && protectsFrom ? ` [protects from ${protectsFrom}]` : '';
    print(`${outcome} ${id}: ${(reason ?? '').replace(/\s+/g, ' ')}${risk}`);
  }
  print(`${passed} passed, ${failed} failed, ${skipped} skipped`);
}
