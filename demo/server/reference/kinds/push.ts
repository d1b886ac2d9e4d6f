/** Push: the organisation's own app is paired by a code, and then approves by the number that the wizard shows (R33). */
import { and, asc, desc, eq, gt, sql } from 'drizzle-orm';
import { ScureBase32Plugin } from 'otplib';
import type { EnrollmentId } from '../../../../src/contract/enrollment.js';
import { EnrollmentError } from '../../../../src/contract/enrollment-error.js';
import type { Provision } from '../../../../src/contract/next.js';
import type {} from '../../../../src/methods/push/contract.js';
import { schema } from '../../database/index.js';
import { keep } from '../entries.js';
import type { Entry, Kind } from '../kind.js';
import { drawCode, rejected, windowOf, wordsIn } from '../shared-rules.js';
import type { Look, Work } from '../work.js';
import { newId } from '../world.js';

const { approvals, devices, pairings } = schema;

/** 80 bits: sixteen letters, which people can still type. */
const codeBytes = 10;
export const matchNumberLength = 2;
const hour = 60 * 60_000;

export interface PushState {
  /** By which the app is paired; gone once it is. */
  readonly code?: string;
  readonly deviceId?: string;
}

type PushEntry = Entry<'push', PushState>;

export const push: Kind<'push', PushState> = {
  slots: ({ policy }) => ({ atMost: policy.authenticatorApps, together: 'authenticators' }),
  strength: 3,
  open: async ({ world }) => ({
    state: { code: new ScureBase32Plugin().encode(world.random(codeBytes)) },
    endsAt: world.now() + world.policy.pairingLife,
  }),
  opened: async ({ tx, world, account }, { id, state: { code = '' }, row }) => {
    const codeMark = pairingMark({ world }, code);
    const pairing = { id: newId('pairing'), enrollmentId: id, accountId: account.id, codeMark, until: row.endsAt };
    await tx.insert(pairings).values({ ...pairing, state: 'open' });
  },
  next: async (look, { id, state }, attemptsLeft) => {
    const { pollAfter } = look.world.policy;
    if (state.deviceId === undefined) {
      return { type: 'wait', for: 'pairing', provision: provisionOf(look.world.pairAt, state.code ?? ''), pollAfter };
    }
    const latest = await latestApproval(look, id);
    if (latest === undefined) return { type: 'ready' };
    const isLate = latest.state === 'open' && latest.until <= look.world.now();
    if (latest.state === 'open' && !isLate) {
      return { type: 'wait', for: 'approval', matchNumber: openMatchNumber(look, latest), pollAfter };
    }
    const reason = latest.state === 'denied' || latest.state === 'wrong-number' ? latest.state : 'timed-out';
    return rejected(reason, attemptsLeft, await hourlyWait(look));
  },
  /** Nothing that is typed into the wizard proves anything here. */
  prove: async () => ({ type: 'refused', fault: { code: 'unsupported' } }),
  isReplay: async () => false,
  describe: async (_look, { name, offer, locale, state }) => ({
    label: name ?? offer.displayName ?? wordsIn(locale).organizationApp,
    secret: { deviceId: state.deviceId },
  }),
  /** Asks the app, once there is one; an older request ends with that. */
  challenge: async (work, entry, channel) => {
    if (channel !== undefined) throw new EnrollmentError({ code: 'unsupported' });
    if (entry.state.deviceId !== undefined) await ask(work, entry, entry.state.deviceId);
  },
  end: async (work, id) => {
    await work.tx
      .update(pairings)
      .set({ state: sql`case when ${pairings.until} <= ${work.world.now()} then 'expired' else 'withdrawn' end` })
      .where(and(eq(pairings.enrollmentId, id), eq(pairings.state, 'open')));
    await withdraw(work, id);
  },
  /** A success starts the hourly count anew. */
  registered: async ({ tx, account }) => {
    await tx
      .update(approvals)
      .set({ counts: false })
      .where(and(eq(approvals.accountId, account.id), eq(approvals.counts, true)));
  },
};

/** A device has the enrolment's code. */
export async function paired(work: Work, entry: PushEntry, deviceId: string): Promise<void> {
  const endsAt = work.world.now() + work.world.policy.enrollmentLife;
  await keep(work, entry, { state: { deviceId }, endsAt });
}

async function ask(work: Work, entry: PushEntry, deviceId: string): Promise<void> {
  const { tx, world, account } = work;
  const retryAfter = await hourlyWait(work);
  if (retryAfter > 0) throw new EnrollmentError({ code: 'rate_limited', retryAfter });
  const [device] = await tx.select({ id: devices.id }).from(devices).where(eq(devices.id, deviceId));
  if (device === undefined) throw new EnrollmentError({ code: 'method_unavailable' });
  await withdraw(work, entry.id);
  const id = newId('approval');
  const now = world.now();
  const matchNumber = drawCode((length) => world.random(length), matchNumberLength);
  await tx.insert(approvals).values({
    id,
    accountId: account.id,
    enrollmentId: entry.id,
    deviceId,
    app: entry.offer.displayName ?? account.organization ?? wordsIn(work.locale).organizationApp,
    nonce: newId('nonce'),
    matchNumber: world.secrets.seal(matchNumber, `approval ${id}`),
    state: 'open',
    counts: true,
    askedAt: now,
    until: now + world.policy.approvalLife,
  });
  await keep(work, entry, { state: entry.state, endsAt: now + world.policy.enrollmentLife });
}

async function withdraw({ tx }: Work, id: EnrollmentId): Promise<void> {
  await tx
    .update(approvals)
    .set({ state: 'withdrawn', matchNumber: null })
    .where(and(eq(approvals.enrollmentId, id), eq(approvals.state, 'open')));
}

type ApprovalRow = typeof approvals.$inferSelect;

/** What the wizard shows large. */
export function openMatchNumber({ world }: Pick<Look, 'world'>, { id, matchNumber }: ApprovalRow): string {
  if (matchNumber === null) throw new Error('an open request without its number');
  return world.secrets.open(matchNumber, `approval ${id}`) as string;
}

async function latestApproval({ tx }: Look, id: EnrollmentId): Promise<ApprovalRow | undefined> {
  const [row] = await tx
    .select()
    .from(approvals)
    .where(eq(approvals.enrollmentId, id))
    .orderBy(desc(approvals.place))
    .limit(1);
  return row;
}

/** How long the next request has to wait, over all enrolments, so that starting over brings none of them back. */
async function hourlyWait({ tx, world, account }: Look): Promise<number> {
  const now = world.now();
  const asked = await tx
    .select({ at: approvals.askedAt })
    .from(approvals)
    .where(and(eq(approvals.accountId, account.id), eq(approvals.counts, true), gt(approvals.askedAt, now - hour)))
    .orderBy(asc(approvals.askedAt));
  return windowOf(asked, world.policy.approvalsPerHour, hour, now).wait;
}

/** A code as it is kept beside its enrolment: recognised, and not readable. */
export function pairingMark({ world }: Pick<Look, 'world'>, code: string): string {
  return world.secrets.mark(code, 'pairing');
}

/** The code goes behind `#`, which no server ever sees (R52). */
function provisionOf(pairAt: string, code: string): Provision {
  const uri = `${pairAt}#${code}`;
  const grouped = code.replace(/.{4}(?=.)/g, '$&-');
  return {
    uri,
    manual: [
      { name: 'code', value: grouped },
      { name: 'url', value: pairAt },
    ],
    deepLink: uri,
  };
}
