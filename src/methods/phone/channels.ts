/** The ways in which an organisation reaches a phone, as far as they are known here. Pure. */
import type { Offer } from '../../contract/enrollment.js';
import type { PhoneChannel } from './contract.js';

const known: readonly string[] = ['sms', 'voice'] satisfies readonly PhoneChannel[];

/**
 * What a newer backend offers besides is passed over.
 *
 * @throws TypeError where nothing is left: the backend is broken, which is shown as that.
 */
export function channelsOf({ channels }: Offer<'phone'>): readonly [PhoneChannel, ...PhoneChannel[]] {
  const [first, ...rest] = channels.filter((one) => known.includes(one));
  if (!first) throw new TypeError('no channel');
  return [first, ...rest];
}
