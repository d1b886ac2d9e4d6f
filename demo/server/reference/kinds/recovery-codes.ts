/** Recovery codes: shown until acknowledged, then kept as slow salted hashes, each good for one sign-in (R38, R39). */
import { randomBytes, scrypt } from 'node:crypto';
import { promisify } from 'node:util';
import { and, eq, isNotNull, isNull } from 'drizzle-orm';
import type {} from '../../../../src/methods/recovery-codes/contract.js';
import { schema } from '../../database/index.js';
import { isSame } from '../../secrets/index.js';
import type { Enrollments } from '../enrollments.js';
import type { Kind } from '../kind.js';
import { acknowledged, codesInSet, drawSecret, grouped, readSecret, wordsIn } from '../shared-rules.js';
import { countWrongOfAccount, forgetTries, guessesOf } from '../tries.js';
import { answerOf, takeTurn } from '../turns.js';
import { type Look, look, type Work } from '../work.js';
import type { World } from '../world.js';
import type { SignInOutcome } from './time-codes.js';

const { methods } = schema;

/** One salt for the whole set: a typed code is hashed once, and compared with all that are left. */
interface HashedSet {
  readonly salt: string;
  readonly cost: number;
  readonly hashes: readonly string[];
}

interface State {
  readonly codes: readonly string[];
  /** Once they are acknowledged. */
  readonly hashed?: HashedSet;
}

/**
 * 8 MiB and some 20 ms a code: dear to whoever tries many, and ten are made in the blink of an eye. The account is locked
 * meanwhile: only its owner waits, and once, for a set is hashed when it is acknowledged and never for being looked at.
 */
const cost = 2 ** 13;
const saltBytes = 16;
const hashBytes = 32;

export const recoveryCodes: Kind<'recovery-codes', State> = {
  slots: () => 'one-per-offer',
  strength: 0,
  perHour: ({ setsPerHour }) => setsPerHour,
  open: async ({ world }) => ({
    state: { codes: Array.from({ length: codesInSet }, () => grouped(drawSecret((length) => world.random(length)))) },
    endsAt: world.now() + world.policy.enrollmentLife,
  }),
  next: async (_look, { state: { codes } }) => ({ type: 'acknowledge', codes }),
  prove: async ({ world }, entry, proof) => {
    const refused = acknowledged(proof);
    if (refused) return refused;
    const { codes } = entry.state;
    return {
      type: 'right',
      accepted: {},
      entry: { ...entry, state: { codes, hashed: await hashedSet(world, codes) } },
    };
  },
  isReplay: async () => false,
  describe: async (_look, { name, offer, locale, state }) => ({
    label: name ?? offer.displayName ?? wordsIn(locale).recoveryCodes,
    secret: state.hashed,
  }),
};

/**
 * At a sign-in: whether this is one of the person's codes, which it then is no more. Wrong ones are counted with all
 * others of the account; `held`: too many of them, for now.
 */
export async function acceptRecoveryCode(
  world: World,
  enrollments: Enrollments,
  accountId: string,
  typed: string,
): Promise<SignInOutcome> {
  const code = readSecret(typed) ?? '';
  // Hashed before it is their turn; and not at all for whoever may not try.
  const hashes = await look(world, { accountId }, async (at) =>
    guessesOf(at).beforeTry(0) === undefined ? await setsOf(at) : undefined,
  ).then((sets) => sets && Promise.all(sets.map(({ set }) => hashOf(world, code, set))));
  if (hashes === undefined) return 'held';
  const turn = { accountId, locale: 'en', event: 'sign-in' };
  return answerOf(await takeTurn(world, enrollments, turn, async (work) => ({ answer: await take(work, hashes) })));
}

async function hashedSet(world: World, codes: readonly string[]): Promise<HashedSet> {
  const salt = randomBytes(saltBytes).toString('base64url');
  const hashes = await Promise.all(codes.map((code) => hashOf(world, readSecret(code) ?? '', { salt, cost })));
  return { salt, cost, hashes };
}

async function take(work: Work, hashes: readonly string[]): Promise<SignInOutcome> {
  if (guessesOf(work).beforeTry(0) !== undefined) return 'held';
  for (const { row, set } of await setsOf(work)) {
    const left = set.hashes.filter((hash) => !hashes.some((one) => isSame(one, hash)));
    if (left.length === set.hashes.length) continue;
    const secret = work.world.secrets.seal({ ...set, hashes: left }, `method ${row.id}`);
    // One statement, which finds the set as it was read or not at all: a code is taken once, lock or no lock.
    const won = await work.tx
      .update(methods)
      .set({ secret })
      .where(and(eq(methods.id, row.id), eq(methods.secret, row.secret ?? ''), isNull(methods.removedAt)))
      .returning({ id: methods.id });
    if (won.length !== 1) continue;
    await forgetTries(work);
    return 'accepted';
  }
  await countWrongOfAccount(work);
  return 'refused';
}

/** The sets that stand, as they are kept. */
async function setsOf({ tx, world, account }: Look) {
  const rows = await tx
    .select()
    .from(methods)
    .where(
      and(
        eq(methods.accountId, account.id),
        eq(methods.kind, 'recovery-codes'),
        isNull(methods.removedAt),
        isNotNull(methods.secret),
      ),
    );
  return rows.map((row) => ({ row, set: world.secrets.open(row.secret ?? '', `method ${row.id}`) as HashedSet }));
}

const slowly = promisify<string, string, number, { readonly N: number }, Buffer>(scrypt);

/** The keyed fingerprint is what is hashed: without the pepper there is nothing to try. */
async function hashOf(
  { secrets }: World,
  code: string,
  { salt, cost: N }: Pick<HashedSet, 'salt' | 'cost'>,
): Promise<string> {
  const hash = await slowly(secrets.mark(code, 'recovery code'), salt, hashBytes, { N });
  return hash.toString('base64url');
}
