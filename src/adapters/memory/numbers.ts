/** Which numbers are taken, and by which channels each of them can be reached. */
import type { BeginRequest, Offer } from '../../contract/enrollment.js';
import { EnrollmentError } from '../../contract/enrollment-error.js';
import type { EnrollmentFault } from '../../contract/fault.js';
import type { PhoneChannel } from '../../methods/phone/contract.js';
import type { Line, World } from './kind.js';

/** A plus, a calling code, and no more than fifteen digits in all. */
const e164 = /^\+[1-9]\d{6,14}$/;

const reachedBy: Readonly<Record<Line, readonly PhoneChannel[]>> = {
  mobile: ['sms', 'voice'],
  'fixed-line': ['voice'],
  refused: [],
};

export class Numbers {
  readonly #world: World;
  /** Looked up before an enrolment opens, because later nothing may wait. */
  readonly #lines = new Map<string, Line>();

  constructor(world: World) {
    this.#world = world;
  }

  /** Refuses a number that the organisation does not take, or that the channel does not reach. */
  async check(request: BeginRequest<'phone'>, offer: Offer<'phone'>): Promise<void> {
    const { number, channel } = request;
    const { channels, countries } = offer;
    if (!channels.includes(channel)) throw new EnrollmentError({ code: 'unsupported' });
    if (!e164.test(number)) throw unusable('format');
    extensionOf(request, offer);
    const { countryOf } = this.#world;
    if (countries !== undefined && countryOf !== undefined) {
      const country = await countryOf(number);
      if (!countries.some((one) => one === country)) throw unusable('not_allowed');
    }
    const line = await this.#world.lineOf(number);
    if (line === 'refused') throw unusable('not_allowed');
    this.#lines.set(number, line);
    this.chosen(channel, number, channels);
  }

  /** The offered channels that reach this number. */
  channels(number: string, offered: readonly PhoneChannel[]): readonly PhoneChannel[] {
    const line = this.#lines.get(number) ?? 'refused';
    return offered.filter((channel) => reachedBy[line].includes(channel));
  }

  /** The channel of that name, or a refusal: it is not offered, or does not reach this number. */
  chosen(channel: string, number: string, offered: readonly PhoneChannel[]): PhoneChannel {
    const wanted = offered.find((one) => one === channel);
    if (wanted === undefined) throw new EnrollmentError({ code: 'unsupported' });
    if (!this.channels(number, offered).includes(wanted)) throw unusable('line_type');
    return wanted;
  }
}

/** The extension that counts: where the offer allows none, whatever is given is left out. */
export function extensionOf({ extension }: BeginRequest<'phone'>, offer: Offer<'phone'>): string | undefined {
  if (offer.extension !== true || extension === undefined) return undefined;
  if (typeof extension !== 'string' || !/^\d{1,7}$/.test(extension)) throw unusable('format');
  return extension;
}

/** A whole phone, as no other is written. */
export function lineOf(number: string, extension: string | undefined): string {
  return extension === undefined ? number : `${number}x${extension}`;
}

export function unusable(reason: Extract<EnrollmentFault, { code: 'invalid_input' }>['reason']): EnrollmentError {
  return new EnrollmentError({ code: 'invalid_input', field: 'number', reason });
}
