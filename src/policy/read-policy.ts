/** Reads a policy out of JSON: what stands in a file is no policy before somebody has looked. Pure and total. */
import { amount, flag, list, maybe, type Misfit, oneOf, only, piece, whole, yes } from '../contract/forms.js';
import { parseJson } from '../contract/json.js';
import { enforcements } from './enforcements.js';
import { offerForms } from './offer-forms.js';
import type { OrganizationPolicy } from './organization-policy.js';

/**
 * A place where a policy is not what it has to be. Quotes nothing but names of fields.
 *
 * @example
 * const problem: PolicyProblem = { path: 'mfa.graceDays', expected: 'a number from 0 on' };
 */
export interface PolicyProblem {
  /** Such as `methods[2].channels`; empty: the whole. */
  readonly path: string;
  /** What has to stand there. */
  readonly expected: string;
}

/**
 * A policy, or every place where it is none.
 *
 * @example
 * if ('problems' in read) throw new Error(read.problems.map(({ path, expected }) => `${path || 'policy'}: ${expected}`).join('\n'));
 */
export type ReadPolicy = { readonly policy: OrganizationPolicy } | { readonly problems: readonly PolicyProblem[] };

/**
 * How a policy is read.
 *
 * @example
 * const options: ReadPolicyOptions = { kinds: ['badge'] };
 */
export interface ReadPolicyOptions {
  /** Kinds of your own. Their settings are not looked at; any other kind that we do not have is a problem. */
  readonly kinds?: readonly string[];
}

/**
 * Reads a policy from JSON that was parsed: a copy of it, or all that is wrong with it. Never throws. A field that is
 * `null` is left out. A field or a kind that there is not is a problem, because what is misspelt would do nothing, and
 * nobody would see it.
 *
 * Whether a policy is wise is not looked at: for that there is `explain`.
 *
 * @example
 * const read = readPolicy(JSON.parse(await readFile('policy.json', 'utf8')));
 * if ('problems' in read) throw new Error(read.problems.map(({ path, expected }) => `${path || 'policy'}: ${expected}`).join('\n'));
 * export const adapter = withPolicy(yours, { policy: read.policy });
 */
export function readPolicy(json: unknown, { kinds = [] }: ReadPolicyOptions = {}): ReadPolicy {
  const copy = copied(json);
  if ('problems' in copy) return copy;
  const problems = misfitsIn(copy.value, kinds);
  // Every field was looked at; what kinds of the host's own set is the host's word.
  return problems.length > 0 ? { problems } : { policy: copy.value as OrganizationPolicy };
}

/** What is no JSON (a cycle, a getter that throws) is no policy. */
function copied(json: unknown): { readonly value: unknown } | { readonly problems: readonly PolicyProblem[] } {
  try {
    return { value: parseJson(JSON.stringify(json) ?? 'null') };
  } catch {
    return { problems: [{ path: '', expected: 'JSON' }] };
  }
}

const snoozes = piece(
  "a whole number from 0 on, or 'unlimited'",
  (value) => value === 'unlimited' || (Number.isInteger(value) && Number(value) >= 0),
);

function misfitsIn(value: unknown, own: readonly string[]): readonly Misfit[] {
  const { kind, offer } = offerForms(own);
  const kinds = list(kind);
  const [first, ...rest] = Object.keys(enforcements);
  const policy = only({
    methods: list(offer),
    mfa: only({ enforcement: oneOf(first ?? '', ...rest), graceDays: maybe(amount) }),
    sspr: maybe(
      only({
        enabled: flag,
        requireAtSignIn: flag,
        count: oneOf(1, 2),
        reconfirmDays: maybe(amount),
        mayPutOff: maybe(yes),
        administrators: maybe(only({ count: maybe(oneOf(1, 2)), methods: list(offer) })),
      }),
    ),
    campaign: maybe(only({ kinds: maybe(kinds), snoozes: maybe(snoozes), snoozeDays: maybe(amount) })),
    caps: maybe(list(only({ kinds, atMost: whole(0) }))),
    closing: maybe(list(offer)),
    order: maybe(kinds),
  });
  return policy(value);
}
