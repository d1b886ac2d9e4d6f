/** How putting off is offered: honest about what is left, on the prompt and inside a method (C2, C16, R128). */
import type { Allowance } from '../core/plan.js';
import type { Language } from './language.js';

/** The words on the control. */
export function skipLabel(kind: 'skip' | 'skip-all', allowance: Allowance, { say }: Language): string {
  const { daysLeft, timesLeft, timesTotal } = allowance;
  if (daysLeft !== undefined) return say([`${kind}.days`, { count: daysLeft }]);
  if (timesLeft === undefined) return say(kind);
  if (timesTotal === undefined) return say([`${kind}.times`, { count: timesLeft }]);
  return say([`${kind}.of`, { count: timesLeft, total: timesTotal }]);
}

/** The date from which it is required, in full, where the backend tells one. */
export function skipDeadline({ requiredFrom }: Allowance, { locale, say }: Language): string | undefined {
  const date = requiredFrom === undefined ? undefined : Date.parse(requiredFrom);
  if (date === undefined || Number.isNaN(date)) return undefined;
  // A calendar day has no time zone: it is shown as it was written.
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  return say(['skip.until', { date: format.format(date) }]);
}
