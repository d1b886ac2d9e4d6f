/** Security questions: for recovery and nothing else, their answers kept as slow salted hashes that nobody can read (R42). */
import { randomBytes, scrypt } from 'node:crypto';
import { promisify } from 'node:util';
import type { Offer } from '../../../../src/contract/enrollment.js';
import { EnrollmentError } from '../../../../src/contract/enrollment-error.js';
import type { NextAnswers } from '../../../../src/contract/next.js';
import type {} from '../../../../src/methods/security-questions/contract.js';
import type { Kind } from '../kind.js';
import { type AnsweredQuestion, askedOf, foldAnswer, usableSet, wordsIn } from '../shared-rules.js';
import type { World } from '../world.js';

/** A question, and what is left of its answer. */
interface Hashed {
  /** One of the list, or else one of the person's own, by its text. */
  readonly questionId?: string | undefined;
  readonly question?: string | undefined;
  readonly salt: string;
  readonly cost: number;
  readonly hash: string;
}

/** Nothing, until a set was handed in that can be used. */
type State = readonly Hashed[];

/**
 * 8 MiB and some 20 ms an answer. The account is locked meanwhile, which is why it is no more: only its owner waits, and
 * once, for a set is hashed when all else about it is right, and then the enrolment is over.
 */
const cost = 2 ** 13;
const saltBytes = 16;
const hashBytes = 32;

export const securityQuestions: Kind<'security-questions', State> = {
  slots: () => 'one-per-offer',
  strength: 0,
  atMost: ['recovery'],
  perHour: ({ setsPerHour }) => setsPerHour,
  open: async ({ world, locale }, { offer }) => {
    questionsFor(offer, locale);
    return { state: [], endsAt: world.now() + world.policy.enrollmentLife };
  },
  next: async (_look, { offer, locale }) => questionsFor(offer, locale),
  prove: async ({ world, account }, entry, proof) => {
    const { offer, locale } = entry;
    const read = usableSet(proof, questionsFor(offer, locale), offer, account.label);
    if ('fault' in read) return { type: 'refused', fault: read.fault };
    const state = await Promise.all(read.set.map((one) => hashed(world, one)));
    return { type: 'right', accepted: {}, entry: { ...entry, state } };
  },
  isReplay: async () => false,
  describe: async (_look, { name, offer, locale, state }) => ({
    label: name ?? offer.displayName ?? wordsIn(locale).securityQuestions,
    secret: state,
  }),
};

/** What is asked, or a refusal: there are fewer questions than the offer wants. */
function questionsFor(offer: Offer<'security-questions'>, locale: string): NextAnswers {
  const asked = askedOf(offer, locale);
  if (asked === undefined) throw new EnrollmentError({ code: 'method_unavailable' });
  return asked;
}

const slowly = promisify<string, string, number, { readonly N: number }, Buffer>(scrypt);

/** The keyed fingerprint is what is hashed: people choose answers that are easily tried, but not without the pepper. */
async function hashed({ secrets }: World, { questionId, question, answer }: AnsweredQuestion): Promise<Hashed> {
  const salt = randomBytes(saltBytes).toString('base64url');
  const hash = await slowly(secrets.mark(foldAnswer(answer), 'security answer'), salt, hashBytes, { N: cost });
  const asked = questionId === undefined ? { question } : { questionId };
  return { ...asked, salt, cost, hash: hash.toString('base64url') };
}
