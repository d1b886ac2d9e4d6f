/** All that a method may be told, and what makes two of its states one: for the walks over every method. */
import type { Call, Enrolled, Frame, MethodEffect, MethodSpec, Reply } from '../../src/contract/method.js';
import { faultOfTomorrow, methodFaults } from '../../demo/gallery/methods/every-fault.js';
import type { LoadedMethod } from './every-method.js';

export type State = MethodSpec['state'];
export type Event = MethodSpec['event'];
export type Incoming = Event | Reply<MethodSpec>;
export type Effects = readonly MethodEffect<MethodSpec>[];

const at = 1_000;
const calls: readonly Call[] = ['begin', 'verify', 'challenge', 'wait'];
/** One fault per code. */
const codes = methodFaults.filter(({ code }, index) => methodFaults.findIndex((one) => one.code === code) === index);
/** Every reason and option of each, where most is decided by them; else one per code. */
const faultsOf = { begin: methodFaults, verify: methodFaults, challenge: codes, wait: codes } as const;

export function enrolledOf({ samples }: LoadedMethod): readonly Enrolled<MethodSpec>[] {
  return samples.enrollments.map((enrollment) => ({ type: 'enrolled', enrollment, at }));
}

/** How a call may end short of an answer. */
export function endsOf(during: Call): readonly Reply<MethodSpec>[] {
  return [
    ...[...faultsOf[during], faultOfTomorrow].map((fault) => ({ type: 'refused', during, fault }) as const),
    { type: 'withdrawn', during },
  ];
}

export function repliesOf(method: LoadedMethod): readonly Reply<MethodSpec>[] {
  return [...enrolledOf(method), ...calls.flatMap(endsOf)];
}

export function isReply({ type }: Incoming): boolean {
  return type === 'enrolled' || type === 'refused' || type === 'withdrawn';
}

/** The call that an effect wishes for. */
export function callsIn(effects: Effects): readonly Exclude<Call, 'wait'>[] {
  return effects.flatMap(({ type }) => (type === 'begin' || type === 'verify' || type === 'challenge' ? [type] : []));
}

/** What the page that is drawn can send by itself: its buttons and links, pressed with nothing typed. */
export function pressable({ submit, back, links = [] }: Frame<MethodSpec>): readonly Event[] {
  const enabled = links.filter(({ disabled }) => !disabled).map(({ event }) => event);
  return [...(submit ? [submit.toEvent({})] : []), ...(back ? [back] : []), ...enabled];
}

/** What a state holds of a sample as a whole, such as a table that was loaded, stands in its key by a number. */
export function shortKey(samples: readonly unknown[]): (state: unknown) => string {
  const parts: unknown[] = [];
  const collect = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if (JSON.stringify(value).length > 200) parts.push(value);
    Object.values(value).forEach(collect);
  };
  samples.forEach(collect);
  const numbers = new Map(parts.map((part, number) => [part, `#${number}`]));
  return (state) => JSON.stringify(state, (_name, value: unknown) => numbers.get(value) ?? value);
}
