/**
 * The heart of the vocabulary between widget and backend: kinds of method, and an enrolment of one of them. Beside it:
 * `security-info.ts` (what is required, what is there), `next.ts` (what the person must do next), `fault.ts` (refusals).
 *
 * Laws
 *  1. Every value is JSON-safe: one interface serves a browser, a server, and the wire between the two.
 *  2. The adapter answers "what must the person do next", never "which endpoint comes next".
 *  3. Times are durations in milliseconds, counted from the moment the answer arrives. Adapters convert.
 *  4. Nothing the widget may keep or report (ids, labels, faults) holds a secret, a code or an unmasked address.
 *  5. An absent optional function is an absent capability: the widget hides that control.
 *
 * No DOM types here: `core` reads it.
 */
import type { AnyNext, NextDone } from './next.js';

declare const brand: unique symbol;
type Brand<T, B extends string> = T & { readonly [brand]: B };

/** Names one enrolment. Opaque, owned by the backend; may survive a reload; never a secret. */
export type EnrollmentId = Brand<string, 'EnrollmentId'>;
/** Names one registered method. Opaque, owned by the backend. */
export type MethodId = Brand<string, 'MethodId'>;
/** A duration in milliseconds, from the moment the answer arrived. */
export type Ms = number;

/**
 * The open table of method kinds: one row per kind, added by declaration merging from the method's own `contract.ts`.
 * A row names what an organisation may configure (`offer`), what `begin` takes (`input`), what may come next (`next`: of
 * {@link AnyNext}, nothing else is let in) and what `verify` takes (`proof`; `never` where only the device proves).
 *
 * @example
 * declare module 'security-info-wizard/method' {
 *   interface MethodTypes {
 *     badge: { offer: { readonly site: string }; input: { readonly badge: string }; next: NextCode; proof: ProofCode };
 *   }
 * }
 */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- an interface, because rows are merged into it
export interface MethodTypes {}

/** The name of a method's row, which is also the name of its folder: `totp`, `phone`, … */
export type MethodKind = keyof MethodTypes & string;

type Column = 'offer' | 'input' | 'next' | 'proof';
type Row<K extends MethodKind, C extends Column> = MethodTypes[K] extends Record<C, infer T> ? T : never;

/** What a method is good for once it is registered. E-mail and questions are never more than `recovery`. */
export type Usage = 'sign-in' | 'recovery';

/** A method that the organisation offers for a requirement, with its settings. */
export type Offer<K extends MethodKind = MethodKind> = {
  [P in K]: {
    readonly kind: P;
    /** Tells two offers of one kind apart (mobile phone, office phone). */
    readonly offerId?: string;
    readonly usage: readonly Usage[];
    /** The organisation's own name for the method, such as the name of its app. Else the card's name is shown. */
    readonly displayName?: string;
    /** Only for whoever has a method of this kind; anybody else is refused with `prerequisite`. */
    readonly needs?: MethodKind;
  } & Row<P, 'offer'>;
}[K];

/** What the person gives before an enrolment opens. */
export type Input<K extends MethodKind = MethodKind> = { [P in K]: Row<P, 'input'> }[K];

/** Opens an enrolment. `restart` throws the open one away: new secret, new code. */
export type BeginRequest<K extends MethodKind = MethodKind> = {
  [P in K]: {
    readonly kind: P;
    readonly offerId?: string;
    /** What the person calls it. Backends bound it, and refuse a longer one: `invalid_input`, `label`, `too_long`. */
    readonly label?: string;
    readonly replaces?: MethodId;
    readonly restart?: true;
  } & Input<P>;
}[K];

/** One attempt to register a method; `next` says what the person must do, `expiresIn` how long it stands. */
export type Enrollment<K extends MethodKind = MethodKind> = {
  [P in K]: {
    readonly id: EnrollmentId;
    readonly kind: P;
    readonly offerId?: string;
    readonly replaces?: MethodId;
    readonly next: Row<P, 'next'> | NextDone;
    readonly expiresIn?: Ms;
  };
}[K];

/** The names of what may come next in an enrolment, besides `done`. What is none of {@link AnyNext} can come from nobody. */
export type NextType<K extends MethodKind = MethodKind> = Exclude<
  Extract<Enrollment<K>['next'], AnyNext>['type'],
  'done'
>;

/** What a method hands in. */
export type Proof<K extends MethodKind = MethodKind> = { [P in K]: Row<P, 'proof'> }[K];
