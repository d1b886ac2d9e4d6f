/** Hardware tokens: their secrets are in the store, and whoever holds one proves it by the code that it shows. */
import { and, eq, isNull, lt, or } from 'drizzle-orm';
import { EnrollmentError } from '../../../../src/contract/enrollment-error.js';
import type {} from '../../../../src/methods/hardware-otp/contract.js';
import { Account } from '../account.js';
import { openedWithin } from '../entries.js';
import type { Kind } from '../kind.js';
import { codeOf, matchOf, notACode, serialOf, tokenLabel, windowOf } from '../shared-rules.js';
import { schema } from '../../database/index.js';
import { keyOf, markOf, tokenFor } from '../tokens.js';
import type { Work } from '../work.js';
import { isTimeCodeReplay } from './time-codes.js';

const { hardwareTokens } = schema;

interface State {
  readonly serial: string;
  readonly digits: 6 | 8;
}

const hour = 60 * 60_000;

/** What every other serial number is told, whether nobody has it or somebody else does (R13). */
const noSuchToken = { code: 'invalid_input', field: 'serial', reason: 'mismatch' } as const;

export const hardwareOtp: Kind<'hardware-otp', State> = {
  slots: ({ policy }) => ({ atMost: policy.authenticatorApps, together: 'authenticators' }),
  strength: 2,
  open: async (work, { request, offer }) => {
    const { world } = work;
    const serial = serialOf(request.serial);
    if (serial === undefined) throw new EnrollmentError({ ...noSuchToken, reason: 'format' });
    const books = await Account.read(work, () => 0);
    const room = { offer, slots: hardwareOtp.slots(world), replaces: request.replaces };
    if (books.isTaken(room, markOf(world, serial))) throw new EnrollmentError({ code: 'conflict', with: 'own' });
    // Found or not: numbers stand in a row, and one that is found tells of its neighbours.
    const times = [...unknownIn(work), ...(await openedWithin(work, 'hardware-otp', hour))];
    const { wait: retryAfter } = windowOf(inOrder(times), world.policy.serialsPerHour, hour, world.now());
    if (retryAfter > 0) throw new EnrollmentError({ code: 'rate_limited', retryAfter });
    const token = await tokenFor(work, serial);
    if (token === undefined) throw new EnrollmentError(noSuchToken);
    return { state: { serial, digits: token.digits }, endsAt: world.now() + world.policy.enrollmentLife };
  },
  refused: async (work, fault) => {
    if (fault.code !== 'invalid_input' || fault.reason !== noSuchToken.reason) return;
    const { tx, world, account } = work;
    const times = [...unknownIn(work).map(({ at }) => at), world.now()];
    const unknownSerials = times.slice(-world.policy.serialsPerHour);
    await tx.update(schema.accounts).set({ unknownSerials }).where(eq(schema.accounts.id, account.id));
  },
  next: async (_look, { state: { digits } }, attemptsLeft) => ({
    type: 'code',
    length: digits,
    alphabet: 'digits',
    attemptsLeft,
  }),
  prove: async (work, { state }, proof) => {
    const { world } = work;
    const code = codeOf(proof, state.digits);
    if (code === undefined) return { type: 'refused', fault: notACode };
    // Somebody else may have added it meanwhile.
    const token = await tokenFor(work, state.serial);
    if (token === undefined) return { type: 'refused', fault: noSuchToken };
    const match = matchOf(code, keyOf(work, token), world.now(), world.policy);
    if (match.type !== 'in-time') return { type: 'wrong', reason: match.type };
    return (await claim(work, state.serial, match.step))
      ? { type: 'right', accepted: { step: match.step } }
      : { type: 'refused', fault: { code: 'invalid_code', reason: 'replayed' } };
  },
  isReplay: isTimeCodeReplay,
  describe: async (look, { name, offer, locale, state: { serial } }) => {
    const token = await tokenFor(look, serial);
    if (token === undefined) throw new Error('a token that was claimed and is not there');
    const label = name ?? tokenLabel(offer.displayName, serial, locale);
    return { label, identity: serial, secret: keyOf(look, token) };
  },
};

function inOrder(times: readonly { readonly at: number }[]): readonly { readonly at: number }[] {
  return [...times].sort((one, other) => one.at - other.at);
}

/** When the person typed serial numbers that they cannot have. */
function unknownIn({ account }: Work): readonly { readonly at: number }[] {
  return account.unknownSerials.map((at) => ({ at }));
}

/** One statement decides whose it is, and that no code counts twice (R20). */
async function claim({ tx, account }: Work, serial: string, step: number): Promise<boolean> {
  const { accountId, lastStep } = hardwareTokens;
  const isFree = or(isNull(accountId), eq(accountId, account.id));
  const isUnused = or(isNull(lastStep), lt(lastStep, step));
  const won = await tx
    .update(hardwareTokens)
    .set({ accountId: account.id, lastStep: step })
    .where(and(eq(hardwareTokens.serial, serial), isFree, isUnused))
    .returning({ serial: hardwareTokens.serial });
  return won.length === 1;
}
