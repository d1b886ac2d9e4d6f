/** A complete backend over a real database: what an integrator copies from. */
import { randomBytes } from 'node:crypto';
import type { ExternalProvider } from '../external/index.js';
import type { CallHeard, MessageProvider } from '../messages/provider.js';
import type { Database } from '../database/index.js';
import type { Mailer } from '../mail/mailer.js';
import { policy, type Policy } from '../policy.js';
import type { Secrets } from '../secrets/index.js';
import { Account } from './account.js';
import { type AccountWish, createAccount, deleteAccount, opened, type RequirementWish } from './accounts.js';
import { adapterOf, type Person, type ReferenceAdapter } from './adapter.js';
import { createBrakes } from './brakes.js';
import { createCallHeard } from './calls-heard.js';
import { type CompanionService, createCompanion } from './companion.js';
import { Enrollments } from './enrollments.js';
import { strengthOf } from './kinds/index.js';
import { isAppPassword } from './kinds/app-password.js';
import { acceptRecoveryCode } from './kinds/recovery-codes.js';
import { acceptAtSignIn, type SignInOutcome } from './kinds/time-codes.js';
import { sendNotices } from './notices.js';
import { numberPlan, type NumberPlan } from './number-plan.js';
import { Outbox } from './outbox.js';
import { createTokens, type TokenService } from './tokens.js';
import { answerOf, takeTurn } from './turns.js';
import { keepUp } from './upkeep.js';
import { look } from './work.js';
import { nameOf, newId, type Trouble, type World } from './world.js';

export type * from '../../../src/methods/rows.js';
export type { AccountWish, RequirementWish } from './accounts.js';
export type { Person, ReferenceAdapter } from './adapter.js';
export type { AnswerOutcome, ApprovalRequest, CompanionService } from './companion.js';
export { numberPlan, type NumberPlan } from './number-plan.js';
export type { SignInOutcome } from './kinds/time-codes.js';
export type { TokenDelivery, TokenService, TokenState } from './tokens.js';
export type { Trouble } from './world.js';

/** What the backend is made of. Everything but the first three has a default. */
export interface ReferenceOptions {
  readonly db: Database;
  readonly secrets: Secrets;
  readonly provider: MessageProvider;
  /** Absent: nobody is told when methods change. */
  readonly mailer?: Mailer;
  /** Wall clock in milliseconds. Default: `Date.now`. */
  readonly now?: () => number;
  /** Default: `crypto.randomBytes`. Only tests give another one. */
  readonly random?: (length: number) => Uint8Array;
  /** What differs from the usual policy. */
  readonly limits?: Partial<Policy>;
  /** Default: the published numbering plans. */
  readonly numbers?: NumberPlan;
  /** The site that the last line of a text names (R30). Default: no such line. */
  readonly host?: string;
  /**
   * The origins of the pages on which the wizard stands, such as `https://login.contoso.example`. Passkeys are made for
   * the host of the first. Where another site's page frames the wizard, its origin belongs here too. Default: none, and no
   * passkeys.
   */
  readonly origins?: readonly string[];
  /** The address of the page where the organisation's app is paired. Default: `https://pair.example/add`. */
  readonly pairAt?: string;
  /** The other service of the method `external`. Default: none, and the method is not available. */
  readonly elsewhere?: ExternalProvider;
  /** Who calls, as a phone shows it. Default: `+81 3-0000-0100`. */
  readonly callerId?: string;
  /** What a call wants: a press of `#`, or that the code it speaks is typed. Default: `keypress`. */
  readonly calls?: 'keypress' | 'spoken-code';
  /** Told of what went wrong, in words that may be logged. Default: silence. */
  readonly report?: (trouble: Trouble) => void;
}

/** The backend, as a server holds it. */
export interface ReferenceBackend {
  /** The calls of one person in one session; made anew for each request. */
  adapterFor(person: Person): ReferenceAdapter;
  /** For the routes of the organisation's app. */
  readonly companion: CompanionService;
  readonly accounts: {
    /** Makes an account, or leaves the one that is there as it is. */
    create(account: AccountWish): Promise<void>;
    /** Asks something else of the person; what is registered counts toward it. */
    require(id: string, requirements: readonly RequirementWish[]): Promise<void>;
    /** With everything that belongs to it, but for its lines in the record. */
    delete(id: string): Promise<void>;
  };
  /** The organisation's hardware tokens. */
  readonly tokens: TokenService;
  /** For the route to which a provider reports what happens on a call. */
  readonly callHeard: CallHeard;
  /**
   * At a sign-in: whether this is the code of that registered app or token, and has not been used before (R20). `held`: too many
   * wrong ones, for now.
   */
  acceptCode(accountId: string, methodId: string, code: string): Promise<SignInOutcome>;
  /** At a sign-in: whether this is one of the person's recovery codes, each of which is good for once (R38). */
  acceptRecoveryCode(accountId: string, typed: string): Promise<SignInOutcome>;
  /** Where an app signs in: whether this is one of the person's app passwords. They are good for as long as they stand. */
  isAppPassword(accountId: string, typed: string): Promise<boolean>;
  /** One round of what is due: messages, notices, and what is over. Call it every few seconds, on every instance. */
  work(): Promise<void>;
  /** Does a round every so many milliseconds (default 2000), until `stop`. */
  start(every?: number): void;
  /** Ends the rounds, and waits a little for what is under way. The database is the caller's to close. */
  stop(): Promise<void>;
}

/**
 * Makes the backend. Any number of them may run on one database: all that they know stands there.
 *
 * @example
 * const { db } = await openDatabase({ url: process.env.DATABASE_URL });
 * const backend = createReferenceBackend({ db, secrets, provider });
 * backend.start();
 * const info = await backend.adapterFor({ accountId: user.id, sessionId: session.id }).load({ signal, locale: 'en' });
 */
export function createReferenceBackend(options: ReferenceOptions): ReferenceBackend {
  const { db, secrets, provider, limits } = options;
  const { now = Date.now, random = randomBytes, pairAt = 'https://pair.example/add' } = options;
  const rules = { ...policy, ...limits };
  const world: World = {
    db,
    secrets,
    policy: rules,
    provider,
    mailer: options.mailer,
    numbers: options.numbers ?? numberPlan,
    host: options.host,
    origins: options.origins ?? [],
    pairAt,
    elsewhere: options.elsewhere,
    callerId: options.callerId ?? '+81 3-0000-0100',
    calls: options.calls ?? 'keypress',
    now: () => now(),
    random: (length) => random(length),
    handOver: (id) => outbox.first(id),
    joinHandOver: (id) => outbox.join(id),
    report: (trouble) => {
      options.report?.(trouble);
    },
  };
  const outbox = new Outbox(world, createBrakes(db, secrets, rules));
  const enrollments = new Enrollments();
  const callHeard = createCallHeard(world, enrollments);
  provider.onCall?.(callHeard);

  let round: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;
  const work = (): Promise<void> => {
    round ??= everything(world, outbox, enrollments).finally(() => {
      round = undefined;
    });
    return round;
  };

  return {
    adapterFor: (person) => adapterOf(world, enrollments, person),
    companion: createCompanion(world, enrollments),
    accounts: {
      create: (account) => createAccount(db, world.now(), account),
      require: async (id, requirements) => {
        const turn = { accountId: id, locale: 'en', event: 'require' };
        const verdict = await takeTurn(world, enrollments, turn, async (work) => {
          const books = await Account.read(work, strengthOf);
          return { answer: await books.require(work, opened(requirements)) };
        });
        answerOf(verdict);
      },
      delete: (id) => deleteAccount(db, id),
    },
    tokens: createTokens(world),
    callHeard,
    acceptCode: (accountId, methodId, code) =>
      takeTurn(world, enrollments, { accountId, locale: 'en', event: 'sign-in' }, async (turn) => ({
        answer: await acceptAtSignIn(turn, methodId, code),
      })).then(answerOf),
    acceptRecoveryCode: (accountId, typed) => acceptRecoveryCode(world, enrollments, accountId, typed),
    isAppPassword: (accountId, typed) => look(world, { accountId }, (at) => isAppPassword(at, typed)),
    work,
    start: (every = 2000) => {
      timer ??= setInterval(() => {
        work().catch((thrown: unknown) => {
          world.report({ event: 'work', traceId: newId('trace'), name: nameOf(thrown) });
        });
      }, every);
    },
    stop: async () => {
      clearInterval(timer);
      timer = undefined;
      await round?.catch(() => undefined);
      await outbox.settle();
    },
  };
}

async function everything(world: World, outbox: Outbox, enrollments: Enrollments): Promise<void> {
  await outbox.work();
  await sendNotices(world);
  await keepUp(world, enrollments);
}
