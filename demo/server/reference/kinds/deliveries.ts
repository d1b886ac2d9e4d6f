/** What one enrolment sends to its number: texts and calls, and how the latest of them went. */
import { and, eq } from 'drizzle-orm';
import type { EnrollmentId } from '../../../../src/contract/enrollment.js';
import type { PhoneChannel } from '../../../../src/methods/phone/contract.js';
import { schema } from '../../database/index.js';
import { post, recall } from '../outbox.js';
import { saidOnCall, textWithCode } from '../shared-rules.js';
import type { Look, Work } from '../work.js';
import { countSend, type Turn } from './sends.js';
import { drawSentCode, forgetSentCodes } from './sent-codes.js';

const { calls } = schema;

/** A text or a call. */
export interface Sent extends Turn {
  readonly messageId: string;
  readonly channel: PhoneChannel;
}

/** The phone that is reached. Limits go by its number: an extension makes no other one of it. */
export interface Called {
  readonly number: string;
  readonly extension: string | undefined;
}

/** A call that waits for a key, or why it waits no more. */
type CallState = 'open' | 'wrong-key' | 'busy' | 'no-answer';

/** Texts or calls. A call that is still open is hung up for it. */
export async function deliver(
  work: Work,
  id: EnrollmentId,
  called: Called,
  channel: PhoneChannel,
  before: Sent | undefined,
): Promise<Sent> {
  await countSend(work, called.number);
  await recall(work, id);
  if (before !== undefined) await hangUp(work, id, before);
  const turn = (before?.turn ?? 0) + 1;
  const messageId = await { sms: text, voice: ring }[channel](work, id, called, turn);
  return { messageId, channel, at: work.world.now(), turn };
}

async function text(work: Work, id: EnrollmentId, { number: to }: Called, turn: number): Promise<string> {
  const { world, account, locale } = work;
  const { codeLife } = world.policy;
  const code = await drawSentCode(work, id, 'sms', turn);
  const said = { locale, organization: account.organization ?? undefined, minutes: Math.floor(codeLife / 60_000) };
  const draft = { channel: 'sms', to, text: textWithCode(code, { ...said, host: world.host }), locale } as const;
  return await post(work, id, draft, world.now() + codeLife);
}

async function ring(work: Work, id: EnrollmentId, { number: to, extension }: Called, turn: number): Promise<string> {
  const { tx, world, account, locale } = work;
  const { callerId: from, policy } = world;
  const wantsKey = world.calls === 'keypress';
  const code = wantsKey ? undefined : await drawSentCode(work, id, 'voice', turn);
  const spoken = saidOnCall(code, { locale, organization: account.organization ?? undefined });
  const call = { from, wantsKey, life: policy.ringLife, ...(extension !== undefined && { extension }) };
  const messageId = await post(
    work,
    id,
    { channel: 'voice', to, text: spoken, locale, call },
    world.now() + policy.ringLife,
  );
  if (wantsKey) {
    const until = world.now() + policy.ringLife;
    await tx.insert(calls).values({ id: messageId, enrollmentId: id, state: 'open', until });
  }
  return messageId;
}

/** How the latest call stands, where it waits for a key; `undefined`: a code is to be typed. */
export async function callState({ tx, world }: Look, { messageId }: Sent): Promise<CallState | undefined> {
  const [call] = await tx.select().from(calls).where(eq(calls.id, messageId));
  if (call === undefined) return undefined;
  if (call.state === 'over') return 'no-answer';
  return call.state === 'open' && call.until <= world.now() ? 'no-answer' : call.state;
}

/** Nothing rings, nothing is sent, and no code is good any more. */
export async function fallSilent(work: Work, id: EnrollmentId, latest: Sent | undefined): Promise<void> {
  await recall(work, id);
  await forgetSentCodes(work, id);
  if (latest !== undefined) await hangUp(work, id, latest);
}

async function hangUp({ tx, world, after }: Work, id: EnrollmentId, { messageId, channel }: Sent): Promise<void> {
  if (channel !== 'voice') return;
  await tx
    .update(calls)
    .set({ state: 'over' })
    .where(and(eq(calls.enrollmentId, id), eq(calls.state, 'open')));
  after(async () => {
    // Nobody is harmed by a call that rings to its end.
    await world.provider.giveUp?.(messageId).catch(() => undefined);
    return undefined;
  });
}
