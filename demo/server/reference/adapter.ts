/** The contract's calls for one person in one session, each handed to the part that knows the answer. */
import type { CallOptions, SecurityInfoAdapter, WriteOptions } from '../../../src/contract/adapter.js';
import { EnrollmentError, faultOf } from '../../../src/contract/enrollment-error.js';
import type { SecurityInfo } from '../../../src/contract/security-info.js';
import type { Ms } from '../../../src/contract/enrollment.js';
import { Account } from './account.js';
import type { Enrollments } from './enrollments.js';
import { strengthOf } from './kinds/index.js';
import { giveNotice } from './notices.js';
import { untilAborted } from './shared-rules.js';
import { answerOf, takeTurn } from './turns.js';
import { storedVerdict, storeVerdict, type View } from './verdicts.js';
import { type Look, look, type Reauthentication, type Verdict, type Work } from './work.js';
import { findWish, settled } from './wish.js';
import { nameOf, newId, type World } from './world.js';

/** Who calls, as the sign-in knows it. */
export interface Person {
  readonly accountId: string;
  readonly sessionId: string;
  /** Where the request comes from, such as the network address: sending is limited by it, and it is never kept. */
  readonly source?: string;
  /** How long the session lasts if nothing is called. */
  readonly sessionExpiresIn?: Ms;
  /** The sign-in is too old for writes, and for what another session has opened (R7): how the person proves it again. */
  readonly mustReauthenticate?: Reauthentication;
}

const nothing: View = { type: 'nothing' };
const info: View = { type: 'info' };

/** Everything but `reauthenticate`, which belongs to the sign-in. */
export type ReferenceAdapter = Required<Omit<SecurityInfoAdapter, 'reauthenticate'>>;

export function adapterOf(world: World, enrollments: Enrollments, person: Person): ReferenceAdapter {
  /** A read stops where its signal finds it. */
  const read = async <T>(event: string, { signal }: CallOptions, see: (look: Look) => Promise<T>): Promise<T> => {
    signal.throwIfAborted();
    return await untilAborted(plainly(world, event, look(world, person, see)), signal);
  };

  const see = async (view: View, look: Look): Promise<unknown> => {
    if (view.type === 'nothing') return undefined;
    return view.type === 'info' ? await infoOf(look, enrollments, person) : await enrollments.get(look, view.id);
  };

  /** A write that has arrived runs to its end, whether or not somebody still listens. */
  const write = async <T>(
    event: string,
    { signal, locale, idempotencyKey }: WriteOptions,
    act: (work: Work) => Promise<Verdict<View>>,
  ): Promise<T> => {
    signal.throwIfAborted();
    insistOnFresh(person);
    // Fingerprinted, because a caller's key may be as long and as odd as it likes.
    const key = { call: event, key: world.secrets.mark(idempotencyKey, 'idempotency key') };
    const memory = {
      recall: async (work: Work) => {
        const told = await storedVerdict(work, key);
        if (told && 'answer' in told && told.answer.type === 'enrollment') {
          const { id } = told.answer;
          work.after(() => world.joinHandOver(id));
        }
        return told;
      },
      keep: (work: Work, verdict: Verdict<View>) => storeVerdict(work, key, verdict),
    };
    const run = async (): Promise<T> => {
      const view = answerOf(await takeTurn(world, enrollments, { ...person, locale, event }, act, memory));
      // The answer of a view is of the type that its call promises.
      return (await look(world, person, (at) => see(view, at))) as T;
    };
    return await untilAborted(plainly(world, event, run()), signal);
  };

  /** Changes the account, and answers with the state after it. */
  const change = (
    event: string,
    options: WriteOptions,
    act: (books: Account, work: Work) => Promise<void>,
  ): Promise<SecurityInfo> =>
    write(event, options, async (work) => {
      await act(await Account.read(work, strengthOf), work);
      return { answer: info };
    });

  return {
    load: (options) => read('load', options, (at) => infoOf(at, enrollments, person)),
    begin: async (given, options) => {
      options.signal.throwIfAborted();
      // Before anything is looked up, or takes its time.
      insistOnFresh(person);
      // Copied, because the caller may change its object while a number is looked up.
      const request = structuredClone(given);
      const found = look(world, person, async (at) => at.account).then((account) => findWish(world, account, request));
      const wish = await plainly(world, 'begin', settled(found));
      return await write('begin', options, async (work) => {
        if ('refused' in wish) return wish;
        return viewed(await enrollments.begin(work, wish.answer));
      });
    },
    verify: async (id, proof, options) => {
      const handedIn = structuredClone(proof);
      return await write('verify', options, async (work) => viewed(await enrollments.verify(work, id, handedIn)));
    },
    get: (id, options) => read('get', options, (at) => enrollments.get(at, id, person.mustReauthenticate)),
    challenge: async (id, { channel }, options) =>
      write('challenge', options, async (work) => viewed(await enrollments.challenge(work, id, channel))),
    cancel: (id, options) =>
      write('cancel', options, async (work) => {
        await enrollments.cancel(work, id);
        return { answer: nothing };
      }),
    setDefault: async ({ ...ref }, options) =>
      change('setDefault', options, (books, work) => books.setDefault(work, ref)),
    remove: (id, options) =>
      change('remove', options, async (books, work) => {
        const before = books.rows();
        const { kind, label } = await books.remove(work, id);
        await enrollments.unfollow(work, [id]);
        work.note({ kind });
        await giveNotice(work, 'removed', label, before);
      }),
    skip: (requirementId, options) => change('skip', options, (books, work) => books.skip(work, requirementId)),
    complete: (options) => write('complete', options, async () => ({ answer: info })),
  };
}

function insistOnFresh({ mustReauthenticate: how }: Person): void {
  if (how !== undefined) throw new EnrollmentError({ code: 'reauth_required', how });
}

/** What `load` says. */
async function infoOf(at: Look, enrollments: Enrollments, { sessionExpiresIn }: Person): Promise<SecurityInfo> {
  const { account, world } = at;
  const { label, organization, email } = account;
  return {
    account: { label, ...(organization !== null && { organization }) },
    ...(await Account.read(at, strengthOf)).state(),
    pending: await enrollments.pending(at),
    ...(sessionExpiresIn !== undefined && { sessionExpiresIn }),
    ...(world.mailer !== undefined && email !== null && { notifiesOnChange: true }),
  };
}

function viewed(verdict: Verdict<Extract<View, { type: 'enrollment' }>['id']>): Verdict<View> {
  return 'refused' in verdict ? verdict : { answer: { type: 'enrollment', id: verdict.answer } };
}

/** What is thrown and is no refusal becomes one that says nothing, and a line in the log that says where to look. */
async function plainly<T>(world: World, event: string, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (thrown) {
    if (faultOf(thrown) !== undefined) throw thrown;
    const traceId = newId('trace');
    world.report({ event, traceId, name: nameOf(thrown) });
    throw new EnrollmentError({ code: 'server', traceId });
  }
}
