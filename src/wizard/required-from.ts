/** From when on methods will be required, said by the control that puts them off. */
import type { Requirement } from '../contract/security-info.js';
import type { LaterStrings } from './later-strings.js';
import type { Shell } from './shell.js';

/** The words on the control, with the earliest day that the organisation names; what is no date is passed over. */
export function withDay(skip: string, putOff: readonly Requirement[], { language }: Shell): string {
  const [at] = putOff
    .map((one) => `${one.skip?.requiredFrom ?? ''}`)
    .filter(Date.parse)
    .sort((one, other) => Date.parse(one) - Date.parse(other));
  if (!at) return skip;
  // A date without a time is the same day everywhere.
  const zone = at.includes('T') ? {} : { timeZone: 'UTC' };
  const day = new Intl.DateTimeFormat(language.locale, { dateStyle: 'long', ...zone }).format(Date.parse(at));
  return language.sayOf<LaterStrings>('wizard later')(['skip.from', { skip, day }]);
}
