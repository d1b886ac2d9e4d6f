/** What several backends know of one person, as one answer: each speaks for the kinds it is asked for, and for no other. */
import { optionalCalls } from '../contract/optional-calls.js';
import type { SecurityInfoAdapter } from '../contract/adapter.js';
import type { OptionalCall, SecurityInfo } from '../contract/security-info.js';
import { methodOut, pendingOut, refOut } from './composed-ids.js';

/** One of the backends. */
export interface Part {
  /** Empty for the base; never with a colon. */
  readonly name: string;
  readonly adapter: SecurityInfoAdapter;
  /** Whether it is the one for this kind. */
  readonly serves: (kind: string) => boolean;
}

/** A backend, and its latest answer. */
export interface PartInfo {
  readonly part: Part;
  readonly info: SecurityInfo;
}

/** Calls that concern the person and not a method, so that only the base is asked. */
const ofTheBase: ReadonlySet<OptionalCall> = new Set(['skip', 'complete']);

/** Whether the backend can do it, by its functions and by its own word. */
export function can(call: OptionalCall, { adapter }: Part, absent: readonly OptionalCall[] = []): boolean {
  return adapter[call] !== undefined && !absent.includes(call);
}

/** A capability is absent when nobody has it; where only some have it, the others refuse when they are asked. */
export function isLackedByAll(
  call: OptionalCall,
  [base, ...others]: readonly [Part, ...Part[]],
  absent?: (part: Part) => readonly OptionalCall[] | undefined,
): boolean {
  const asked = ofTheBase.has(call) ? [base] : [base, ...others];
  return asked.every((part) => !can(call, part, absent?.(part)));
}

/** The account, the requirements and the review are the base's word. `preferred`: whose default was set last. */
export function merged(base: PartInfo, others: readonly PartInfo[], preferred: Part | undefined): SecurityInfo {
  const all = [base, ...others];
  const shares = all.map((one) => shareOf(one));
  const chosen = all.findIndex(({ part }) => part === preferred);
  const defaultMethod = shares[chosen]?.defaultMethod ?? shares.find((share) => share.defaultMethod)?.defaultMethod;
  const { defaultMethod: _own, addable: _addable, sessionExpiresIn: _ends, ...said } = base.info;
  const addable = shares.flatMap((share) => share.addable ?? []);
  const ends = all.flatMap(({ info }) => info.sessionExpiresIn ?? []);
  const absences = new Map(all.map(({ part, info }) => [part, info.absent]));
  const parts = [base.part, ...others.map(({ part }) => part)] as const;
  return {
    ...said,
    methods: shares.flatMap(({ methods }) => methods),
    pending: shares.flatMap(({ pending }) => pending),
    absent: optionalCalls.filter((call) => isLackedByAll(call, parts, (part) => absences.get(part))),
    ...(shares.some((share) => share.addable) && { addable }),
    ...(defaultMethod && { defaultMethod }),
    ...(ends.length > 0 && { sessionExpiresIn: Math.min(...ends) }),
    // A promise to the person, so all have to keep it.
    ...(said.notifiesOnChange !== undefined && {
      notifiesOnChange: all.every(({ info }) => info.notifiesOnChange === true),
    }),
  };
}

/** What a backend says of the kinds that it serves, with its ids marked. */
function shareOf({
  part: { name, serves },
  info,
}: PartInfo): Pick<SecurityInfo, 'methods' | 'pending' | 'addable' | 'defaultMethod'> {
  const methods = info.methods.filter(({ kind }) => serves(kind));
  const { defaultMethod } = info;
  const isOurs = methods.some(({ id }) => id === defaultMethod?.methodId);
  return {
    methods: methods.map((method) => methodOut(name, method)),
    pending: info.pending.filter(({ kind }) => serves(kind)).map((pending) => pendingOut(name, pending)),
    ...(info.addable && { addable: info.addable.filter(({ kind }) => serves(kind)) }),
    ...(defaultMethod && isOurs && { defaultMethod: refOut(name, defaultMethod) }),
  };
}
