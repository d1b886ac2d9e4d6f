/** E-mail: a code that was mailed proves that a mailbox is the person's own. For recovery, and for nothing else (R14). */
import { EnrollmentError } from '../../../../src/contract/enrollment-error.js';
import type { ReadAddress } from '../../../../src/contract/email-address.js';
import type {} from '../../../../src/methods/email/contract.js';
import { Account } from '../account.js';
import { fingerprint } from '../audit.js';
import { keep } from '../entries.js';
import type { Entry, Kind } from '../kind.js';
import { post, recall, wasLost } from '../outbox.js';
import { mailWithCode, maskedAddress, unusableAddress, usableAddress } from '../shared-rules.js';
import type { Look, Work } from '../work.js';
import { allowance, countSend, resendWait, type Turn } from './sends.js';
import { acceptSentCode, drawSentCode, forgetSentCodes, isSentCodeReplay } from './sent-codes.js';

interface State extends ReadAddress {
  /** The latest mail. Absent only while the enrolment is being opened. */
  readonly sent?: Sent;
}

interface Sent extends Turn {
  readonly messageId: string;
}

type EmailEntry = Entry<'email', State>;

const channel = 'email';

export const email: Kind<'email', State> = {
  slots: () => 'one-per-offer',
  strength: 0,
  atMost: ['recovery'],
  open: async (work, { request, offer }) => {
    const { world, account } = work;
    if (world.mailer === undefined) throw new EnrollmentError({ code: 'method_unavailable' });
    const state = usableAddress(request, offer, account);
    work.note({ detail: { to: fingerprint(world, state.canonical), channel } });
    const books = await Account.read(work, () => 0);
    const room = { offer, slots: 'one-per-offer', replaces: request.replaces } as const;
    if (books.isTaken(room, world.secrets.mark(state.canonical, offer.kind))) throw unusableAddress('duplicate');
    return { state, endsAt: world.now() + world.policy.enrollmentLife };
  },
  opened: send,
  next: async (look, entry, attemptsLeft) => {
    const { address, canonical } = entry.state;
    const { left } = await allowance(look, canonical);
    const delivery = {
      channel,
      to: maskedAddress(address),
      resendIn: await waitOf(look, entry),
      sendsLeft: left,
    };
    return { type: 'code', length: look.world.policy.codeDigits, alphabet: 'digits', delivery, attemptsLeft };
  },
  prove: (work, { id }, proof) => acceptSentCode(work, id, proof),
  isReplay: async (look, row, proof) => isSentCodeReplay(look, row, proof),
  /** The masked address, whatever the person calls it: two are told apart by it. */
  describe: async (_look, { state: { address, canonical } }) => ({
    label: maskedAddress(address),
    identity: canonical,
    secret: { address },
  }),
  noticesTo: (secret) => (secret as Pick<State, 'address'>).address,
  comeBack: async (work, entry) => {
    if ((await waitOf(work, entry)) === 0) await send(work, entry);
  },
  challenge: async (work, entry, wish) => {
    if (wish !== undefined && wish !== channel) throw new EnrollmentError({ code: 'unsupported' });
    const retryAfter = await waitOf(work, entry);
    if (retryAfter > 0) throw new EnrollmentError({ code: 'rate_limited', retryAfter });
    await send(work, entry);
  },
  end: async (work, id) => {
    await recall(work, id);
    await forgetSentCodes(work, id);
  },
};

/** Mails a new code, or refuses. */
async function send(work: Work, entry: EmailEntry): Promise<void> {
  const { world, account, locale } = work;
  const { id, state } = entry;
  const { wait } = await allowance(work, state.canonical, 'alone');
  if (wait > 0) throw new EnrollmentError({ code: 'rate_limited', retryAfter: wait });
  await countSend(work, state.canonical);
  await recall(work, id);
  const turn = (state.sent?.turn ?? 0) + 1;
  const code = await drawSentCode(work, id, channel, turn);
  const { codeLife, enrollmentLife } = world.policy;
  const minutes = Math.floor(codeLife / 60_000);
  const mail = mailWithCode(code, { locale, organization: account.organization ?? undefined, minutes });
  const at = world.now();
  const messageId = await post(work, id, { channel, to: state.address, ...mail }, at + codeLife);
  await keep(work, entry, { state: { ...state, sent: { messageId, at, turn } }, endsAt: at + enrollmentLife });
}

/** How long until another may be asked for. One that never got there keeps nobody waiting but for the limits. */
async function waitOf(look: Look, { state: { canonical, sent } }: EmailEntry): Promise<number> {
  if (sent === undefined) throw new Error('an enrolment of an address that mailed nothing');
  const isLost = await wasLost(look, sent.messageId);
  return await resendWait(look, canonical, isLost ? { ...sent, at: 0 } : sent);
}
