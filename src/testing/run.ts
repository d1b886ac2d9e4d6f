/** Runs checks: one fresh person each, one after the other, so that none can be the reason for another's result. */
import { faultOf } from '../contract/enrollment-error.js';
import type { Ms } from '../contract/enrollment.js';
import { Failure, Skip } from './assert.js';
import type { Check } from './check.js';
import { checks } from './checks.js';
import { systemTimer, type Timer, within } from './deadline.js';
import type { Lab, LabPerson } from './lab.js';
import { missing } from './needs.js';
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
  for (const check of checks) {
    if (options.only?.(check.id) === false) continue;
    const result = await runCheck(lab, check, options);
    options.onResult?.(result);
    results.push(result);
  }
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
  { deadline = 30_000, timer = systemTimer }: KitOptions,
): Promise<CheckResult> {
  const { id } = check;
  const heard: Heard[] = [];
  let person: LabPerson | undefined;
  try {
    await within(deadline, timer, async (signal) => {
      person = await lab.person();
      await tryOn(person, lab, check, signal, heard);
    });
    await close(person, deadline, timer);
    return { id, outcome: 'passed' };
  } catch (thrown) {
    // What is told is what went wrong first.
    await close(person, deadline, timer).catch(() => undefined);
    if (thrown instanceof Skip) return { id, outcome: 'skipped', reason: thrown.message };
    return { id, outcome: 'failed', reason: reasonOf(thrown, heard) };
  }
}

async function tryOn(person: LabPerson, lab: Lab, check: Check, signal: AbortSignal, heard: Heard[]): Promise<void> {
  const { adapter } = person;
  const info = await adapter.load({ signal, locale: 'en' });
  const reason = missing(check, { kinds: lab.kinds, person, info });
  if (reason !== undefined) throw new Skip(reason);
  await check.run(new Visit(person, adapter, info, signal, heard));
}

async function close(person: LabPerson | undefined, deadline: Ms, timer: Timer): Promise<void> {
  await within(deadline, timer, async () => person?.close?.());
}

/** A fault by its code, a failure by its own words, and anything else by its message, for whoever has to find it. */
function reasonOf(thrown: unknown, heard: readonly Heard[]): string {
  const fault = faultOf(thrown);
  const call = heard.find((one) => one.thrown === thrown)?.call ?? 'a call';
  if (fault !== undefined) return `${call} was refused with ${fault.code}, and had to be answered`;
  if (thrown instanceof Failure) return thrown.message;
  return thrown instanceof Error ? `broke with ${thrown.name}: ${thrown.message}` : 'broke with something thrown';
}

function staleRows({ known = {} }: Lab): CheckResult[] {
  return Object.keys(known)
    .filter((id) => !checks.some((check) => check.id === id))
    .map((id) => ({ id, outcome: 'failed', reason: 'stands on the list of known faults, and is no check' }));
}
