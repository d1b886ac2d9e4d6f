/** Runs checks: one fresh person each, one after the other, so that none can be the reason for another's result. */
import { faultOf } from '../contract/enrollment-error.js';
import type { Ms } from '../contract/enrollment.js';
import { problemIn } from './answer-shape.js';
import { Failure, Skip } from './assert.js';
import type { Check } from './check.js';
import { checks } from './checks.js';
import { systemTimer, type Timer, within } from './deadline.js';
import type { Lab, LabPerson } from './lab.js';
import { missing } from './needs.js';
import { ownKinds } from './own-kinds.js';
import { type CheckResult, type KitResult, summed } from './result.js';
import { type Heard, Visit } from './visit.js';

/**
 * How a run differs from the usual one.
 *
 * @example
 * const codesOnly: KitOptions = { only: (id) => id.startsWith('codes/'), deadline: 60_000 };
 */
export interface KitOptions {
  /** Which checks to run. Default: all. */
  readonly only?: (id: string) => boolean;
  /** How long a check may take. Default: 30 s. */
  readonly deadline?: Ms;
  /** By which time that is measured. Default: `setTimeout`. */
  readonly timer?: Timer;
  /** Called after each check, for those who want to see it go on. */
  readonly onResult?: (result: CheckResult) => void;
  /** What a failed check ended with, for a debugger: it may quote secrets, which results never do. */
  readonly onError?: (thrown: unknown, id: string) => void;
}

/**
 * Checks an adapter against the contract: every promise that the widget relies on, each tried on a fresh person. Needs no
 * test runner, works in Node and in browsers, and never throws because of what the adapter does.
 *
 * @example
 * const result = await checkAdapter(lab);
 * report(result, (line) => console.log(line));
 * if (result.failed > 0) process.exitCode = 1;
 */
export async function checkAdapter(lab: Lab, options: KitOptions = {}): Promise<KitResult> {
  const results: CheckResult[] = [];
  const add = (result: CheckResult): void => {
    options.onResult?.(result);
    results.push(result);
  };
  const isAsked = ({ id }: { readonly id: string }): boolean => options.only?.(id) !== false;
  for (const check of checks.filter(isAsked)) add(await runCheck(lab, check, options));
  ownKinds(lab).filter(isAsked).forEach(add);
  return summed(lab.name, [...results, ...staleRows(lab)]);
}

/**
 * Runs one check, and judges it by the lab's list of known faults.
 *
 * @example
 * const { outcome, reason } = await runCheck(lab, checks[0]);
 */
export async function runCheck(lab: Lab, check: Check, options: KitOptions = {}): Promise<CheckResult> {
  const { id } = check;
  const result = await attempt(lab, check, options);
  const known = lab.known?.[id];
  if (known === undefined || result.outcome === 'skipped') return result;
  return result.outcome === 'failed'
    ? { id, outcome: 'known', reason: `${known} (${result.reason ?? ''})` }
    : { id, outcome: 'failed', reason: 'stands on the list of known faults, and passes: take it off' };
}

async function attempt(
  lab: Lab,
  check: Check,
  { deadline = 30_000, timer = systemTimer, onError }: KitOptions,
): Promise<CheckResult> {
  const { id } = check;
  const heard: Heard[] = [];
  let person: LabPerson | undefined;
  const [tried] = await Promise.allSettled([
    within(deadline, timer, async (signal) => {
      person = await lab.person();
      await tryOn(person, lab, check, signal, heard);
    }),
  ]);
  const [closed] = await Promise.allSettled([within(deadline, timer, async () => person?.close?.())]);
  // What is told is what went wrong first.
  const wrong = [tried, closed].find(({ status }) => status === 'rejected');
  if (wrong?.status !== 'rejected') return { id, outcome: 'passed' };
  const thrown: unknown = wrong.reason;
  if (thrown instanceof Skip) return { id, outcome: 'skipped', reason: thrown.message };
  onError?.(thrown, id);
  return { id, outcome: 'failed', reason: reasonOf(thrown, heard), protectsFrom: check.protectsFrom };
}

async function tryOn(person: LabPerson, lab: Lab, check: Check, signal: AbortSignal, heard: Heard[]): Promise<void> {
  const { adapter } = person;
  const info = await adapter.load({ signal, locale: 'en' });
  try {
    const reason = missing(check, { kinds: lab.kinds, person, info });
    if (reason !== undefined) throw new Skip(reason);
    await check.run(new Visit(person, adapter, info, signal, heard));
  } catch (thrown) {
    throw explained(thrown, [{ call: 'load', answer: info }, ...heard]);
  }
}

/** Where a check broke on an answer of the wrong form, that is the reason, and not what it broke with. */
function explained(thrown: unknown, heard: readonly Heard[]): unknown {
  const broke = thrown instanceof TypeError && !heard.some((one) => one.thrown === thrown);
  const problem = broke ? heard.map(problemIn).find((found) => found !== undefined) : undefined;
  return problem === undefined ? thrown : new Failure(`does not hold: ${problem}`, { cause: thrown });
}

/** A failure by its own words, a refusal by its code, and what an adapter threw by its name: its message may quote secrets. */
function reasonOf(thrown: unknown, heard: readonly Heard[]): string {
  if (thrown instanceof Failure) return thrown.message;
  const call = heard.find((one) => one.thrown === thrown)?.call;
  const fault = faultOf(thrown);
  if (fault !== undefined) {
    // What a handler of ours said of the request itself: it never came to an adapter.
    const { cause } = thrown as Error;
    const detail = fault.code === 'protocol' && typeof cause === 'string' ? ` (${cause})` : '';
    return `${call ?? 'a call'} was refused with ${fault.code}${detail}, and had to be answered`;
  }
  const name = thrown instanceof Error ? thrown.name : `thrown ${typeof thrown}`;
  if (call !== undefined) return `${call} rejected with a raw ${name}`;
  return `broke with ${name}${thrown instanceof Error ? `: ${thrown.message}` : ''}`;
}

function staleRows({ known = {} }: Lab): CheckResult[] {
  return Object.keys(known)
    .filter((id) => !checks.some((check) => check.id === id))
    .map((id) => ({ id, outcome: 'failed', reason: 'stands on the list of known faults, and is no check' }));
}
