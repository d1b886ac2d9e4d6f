/** What may be put off, and how far. Pure. */
import type { Requirement, SecurityInfo } from '../contract/security-info.js';

/** How far the person may put things off. */
export type Allowance = NonNullable<Requirement['skip']>;

/** Whether a requirement may be put off, and how often or how long still; `undefined` once the grace is used up. */
export function allowanceOf({ skip }: Requirement): Allowance | undefined {
  return skip?.daysLeft === 0 || skip?.timesLeft === 0 ? undefined : skip;
}

/** The prompt's "Not now" stands only when every open requirement may be put off; it shows the smallest count. */
export function allowanceOfAll(info: SecurityInfo): Allowance | undefined {
  const open = info.requirements.filter(({ status }) => status === 'open');
  const allowances = open.map(allowanceOf);
  let smallest: Allowance | undefined;
  for (const allowance of allowances) {
    if (!allowance) return undefined;
    if (!smallest || size(allowance) < size(smallest)) smallest = allowance;
  }
  return smallest;
}

function size({ daysLeft, timesLeft }: Allowance): number {
  return Math.min(daysLeft ?? Infinity, timesLeft ?? Infinity);
}
