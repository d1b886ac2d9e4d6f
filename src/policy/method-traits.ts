/** THE table of methods: a row per kind, or per offer of a kind (`kind/offerId`), strongest first. Data only. */
import type { Usage } from '../contract/enrollment.js';

/** What the planner knows of a method beyond what the organisation says. */
export interface MethodTraits {
  /** What it can be good for at most: e-mail and questions never stand for a sign-in, whatever a policy says. */
  readonly atMost: readonly Usage[];
  /** Two of one family are not asked for where something else would do. */
  readonly family?: string;
  /** Frees from the password, and so from a temporary pass. */
  readonly passwordless?: true;
  /** A person may have several of one offer. */
  readonly several?: true;
  /** Security questions could be answered by whoever knows an administrator. */
  readonly notForAdmins?: true;
  /** Asked for only where the directory holds a business phone. */
  readonly needsBusinessPhone?: true;
  /** Counts when it is there, is never asked for. */
  readonly neverAsked?: true;
  /** Asked for at the end only under this enforcement. */
  readonly closesUnder?: 'per-user';
}

const both: readonly Usage[] = ['sign-in', 'recovery'];

const rows: Readonly<Record<string, MethodTraits>> = {
  // A passkey could unlock a forgotten password too, but no reset takes it.
  passkey: { atMost: ['sign-in'], passwordless: true, several: true },
  push: { atMost: both, family: 'authenticator', passwordless: true, several: true },
  totp: { atMost: both, family: 'authenticator', several: true },
  'hardware-otp': { atMost: both, several: true },
  phone: { atMost: both },
  'phone/office': { atMost: both, needsBusinessPhone: true },
  'phone/alternate': { atMost: ['sign-in'], neverAsked: true },
  // A kind that the table does not know is taken at the organisation's word.
  '*': { atMost: both },
  email: { atMost: ['recovery'] },
  'recovery-codes': { atMost: ['recovery'] },
  'security-questions': { atMost: ['recovery'], notForAdmins: true },
  'app-password': { atMost: [], several: true, closesUnder: 'per-user' },
};

const strengths: ReadonlyMap<string, number> = new Map(Object.keys(rows).map((name, index) => [name, index]));

/** The name of its row, by the offer, else by the kind. */
function rowOf({ kind, offerId }: { readonly kind: string; readonly offerId?: string }): string {
  const own = `${kind}/${offerId ?? ''}`;
  return strengths.has(own) ? own : strengths.has(kind) ? kind : '*';
}

/**
 * What is known of a method.
 *
 * @example
 * traitsOf({ kind: 'email' }).atMost; // ['recovery']
 */
export function traitsOf(offer: { readonly kind: string; readonly offerId?: string }): MethodTraits {
  return rows[rowOf(offer)] ?? { atMost: [] };
}

/**
 * Where it stands among the others, 0 being the strongest. `order` goes before the table.
 *
 * @example
 * strengthOf({ kind: 'phone' }, ['phone']) < strengthOf({ kind: 'push' }, ['phone']); // true
 */
export function strengthOf(
  offer: { readonly kind: string; readonly offerId?: string },
  order: readonly string[] = [],
): number {
  const preferred = order.indexOf(offer.kind);
  return preferred < 0 ? order.length + (strengths.get(rowOf(offer)) ?? strengths.size) : preferred;
}
