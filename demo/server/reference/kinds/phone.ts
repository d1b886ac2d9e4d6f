/** Phones: a text with a code, or a call that is answered, proves that a number is the person's own. */
import type { BeginRequest, Offer } from '../../../../src/contract/enrollment.js';
import { EnrollmentError } from '../../../../src/contract/enrollment-error.js';
import type { EnrollmentFault } from '../../../../src/contract/fault.js';
import type { PhoneChannel } from '../../../../src/methods/phone/contract.js';
import { Account } from '../account.js';
import { fingerprint } from '../audit.js';
import { keep } from '../entries.js';
import { wasLost } from '../outbox.js';
import type { Entry, Kind } from '../kind.js';
import { extensionOf, type Line, lineOf, maskedNumber, rejected } from '../shared-rules.js';
import type { Work } from '../work.js';
import type { World } from '../world.js';
import { acceptSentCode, isSentCodeReplay } from './sent-codes.js';
import { allowance, resendWait } from './sends.js';
import { callState, deliver, fallSilent, type Sent } from './deliveries.js';

export interface PhoneState {
  readonly number: string;
  /** Of an office phone. */
  readonly extension?: string;
  /** The offered channels that reach it. */
  readonly channels: readonly PhoneChannel[];
  /** The one that was wished for. */
  readonly wish: PhoneChannel;
  /** The latest text or call. Absent only while the enrolment is being opened. */
  readonly sent?: Sent;
}

type PhoneEntry = Entry<'phone', PhoneState>;

/** A plus, a calling code, and no more than fifteen digits in all. */
const e164 = /^\+[1-9]\d{6,14}$/;

const reachedBy: Readonly<Record<Line, readonly PhoneChannel[]>> = {
  mobile: ['sms', 'voice'],
  'fixed-line': ['voice'],
  refused: [],
};

export const phone: Kind<'phone', PhoneState, readonly PhoneChannel[]> = {
  slots: () => 'one-per-offer',
  strength: 1,
  check: (world, { request, offer }) => usableChannels(world, request, offer),
  open: async (work, { request, offer }, channels) => {
    const { world } = work;
    work.note({ detail: { to: fingerprint(world, request.number), channel: request.channel } });
    const books = await Account.read(work, () => 0);
    const room = { offer, slots: 'one-per-offer', replaces: request.replaces } as const;
    if (offer.alternate && books.beside(room) === 0)
      throw new EnrollmentError({ code: 'prerequisite', needs: 'phone' });
    const extension = extensionOf(request, offer);
    const line = lineOf(request.number, extension);
    if (books.isTaken(room, world.secrets.mark(line, offer.kind))) throw unusable('duplicate');
    const state = { number: request.number, ...(extension && { extension }), channels, wish: request.channel };
    return { state, endsAt: world.now() + world.policy.enrollmentLife };
  },
  opened: (work, entry) => send(work, entry, entry.state.wish),
  next: async (look, entry, attemptsLeft) => {
    const { policy, callerId } = look.world;
    const { number, extension } = entry.state;
    const sent = lastSent(entry);
    const { left } = await allowance(look, number);
    const resendIn = await resendWait(look, number, sent);
    const lost = await wasLost(look, sent.messageId);
    const call = await callState(look, sent);
    if (lost) return rejected('unreachable', attemptsLeft, resendIn);
    const from = sent.channel === 'voice' && { from: callerId };
    const delivery = { channel: sent.channel, to: maskedNumber(number, extension), ...from, resendIn, sendsLeft: left };
    if (call === 'open') return { type: 'wait', for: 'call', delivery, pollAfter: policy.pollAfter };
    if (call !== undefined) return rejected(call, attemptsLeft, resendIn);
    return { type: 'code', length: policy.codeDigits, alphabet: 'digits', delivery, attemptsLeft };
  },
  prove: (work, { id }, proof) => acceptSentCode(work, id, proof),
  isReplay: async (look, row, proof) => isSentCodeReplay(look, row, proof),
  /** The masked number, whatever the person calls it: two phones are told apart by it. */
  describe: async (_look, { state: { number, extension, channels } }) => ({
    label: maskedNumber(number, extension),
    channels,
    identity: lineOf(number, extension),
    secret: { number, ...(extension && { extension }) },
  }),
  /** The wish was the same, so it names the channel by which a new text or call is expected. */
  comeBack: async (work, entry) => {
    const isOpen = (await callState(work, lastSent(entry))) === 'open';
    if (isOpen || (await resendWait(work, entry.state.number, lastSent(entry))) > 0) return;
    await send(work, entry, entry.state.wish);
  },
  challenge: async (work, entry, wish) => {
    const channel = chosen(wish ?? lastSent(entry).channel, entry.offer, entry.state.channels);
    const retryAfter = await resendWait(work, entry.state.number, lastSent(entry));
    if (retryAfter > 0) throw new EnrollmentError({ code: 'rate_limited', retryAfter });
    await send(work, entry, channel);
  },
  end: (work, id, state) => fallSilent(work, id, state?.sent),
};

async function send(work: Work, entry: PhoneEntry, channel: PhoneChannel): Promise<void> {
  const { number, extension, sent: before } = entry.state;
  const { wait } = await allowance(work, number, 'alone');
  if (wait > 0) throw new EnrollmentError({ code: 'rate_limited', retryAfter: wait });
  const sent = await deliver(work, entry.id, { number, extension }, channel, before);
  const endsAt = work.world.now() + work.world.policy.enrollmentLife;
  await keep(work, entry, { state: { ...entry.state, sent }, endsAt });
}

function lastSent({ state: { sent } }: PhoneEntry): Sent {
  if (sent === undefined) throw new Error('an enrolment of a phone that sent nothing');
  return sent;
}

/** The offered channels that reach this number, or a refusal: the organisation does not take it. */
async function usableChannels(
  { numbers }: World,
  request: BeginRequest<'phone'>,
  offer: Offer<'phone'>,
): Promise<readonly PhoneChannel[]> {
  const { number, channel } = request;
  const { channels, countries } = offer;
  if (!channels.includes(channel)) throw new EnrollmentError({ code: 'unsupported' });
  // A pattern would take a list with a number in it for the number.
  if (typeof number !== 'string' || !e164.test(number)) throw unusable('format');
  extensionOf(request, offer);
  const line = await numbers.lineOf(number);
  if (line === undefined) throw unusable('format');
  const country = countries && (await numbers.countryOf(number));
  if (countries?.some((one) => one === country) === false) throw unusable('not_allowed');
  if (line === 'refused') throw unusable('not_allowed');
  const reached = channels.filter((one) => reachedBy[line].includes(one));
  chosen(channel, offer, reached);
  return reached;
}

/** The channel of that name, or a refusal: it is not offered, or does not reach this number. */
function chosen(name: string, { channels }: Offer<'phone'>, reached: readonly PhoneChannel[]): PhoneChannel {
  const wanted = channels.find((one) => one === name);
  if (wanted === undefined) throw new EnrollmentError({ code: 'unsupported' });
  if (!reached.includes(wanted)) throw unusable('line_type');
  return wanted;
}

function unusable(reason: Extract<EnrollmentFault, { code: 'invalid_input' }>['reason']): EnrollmentError {
  return new EnrollmentError({ code: 'invalid_input', field: 'number', reason });
}
