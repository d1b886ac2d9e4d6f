/** The forms of answers, as they can be checked while a program runs. Each function names the first thing that is wrong. */
import type { Enrollment } from '../contract/enrollment.js';
import type { AnyNext } from '../contract/next.js';
import type { RegisteredMethod, SecurityInfo } from '../contract/security-info.js';
import { isObject } from './values.js';

type Part = readonly [name: string, holds: boolean];

const firstWrong = (parts: readonly Part[]): string | undefined => parts.find(([, holds]) => !holds)?.[0];

const isText = (value: unknown): boolean => typeof value === 'string' && value !== '';
const isDuration = (value: unknown): boolean => typeof value === 'number' && Number.isFinite(value) && value >= 0;
const isCount = (value: unknown): boolean => Number.isInteger(value) && isDuration(value);
const maybe = (test: (value: unknown) => boolean, value: unknown): boolean => value === undefined || test(value);

const statuses: readonly unknown[] = ['open', 'satisfied', 'put-off'];
const usages: readonly unknown[] = ['sign-in', 'recovery'];

/** What is wrong with an answer of `load` and of the calls that answer the same. */
export function infoProblem(info: SecurityInfo): string | undefined {
  if (!isObject(info)) return 'is no object';
  const { account, requirements, methods, pending, defaultMethod } = info;
  const lists = [requirements, methods, pending].every((list) => Array.isArray(list));
  if (!lists) return 'requirements, methods and pending are lists';
  const offers = requirements.flatMap(({ anyOf }) => anyOf);
  const byDefault = methods.find(({ id }) => id === defaultMethod?.methodId);
  return (
    firstWrong([
      ['account.label is a text', isText(account?.label)],
      ['every requirement has an id of its own', areDistinct(requirements.map(({ id }) => id))],
      [
        'every requirement is open, satisfied or put off',
        requirements.every(({ status }) => statuses.includes(status)),
      ],
      ['every requirement offers something', requirements.every(({ anyOf }) => anyOf.length > 0)],
      ['every offer has a kind', offers.every(({ kind }) => isText(kind))],
      ['every offer says what it is good for', offers.every(({ usage }) => areUsages(usage))],
      ['every method has an id of its own', areDistinct(methods.map(({ id }) => id))],
      ['every open enrolment has an id and a kind', pending.every(({ id, kind }) => isText(id) && isText(kind))],
      ['load gives no enrolment a next, which may hold a secret', pending.every((one) => !('next' in one))],
      ['sessionExpiresIn is a duration', maybe(isDuration, info.sessionExpiresIn)],
      [
        'the default is a registered method that can be one',
        defaultMethod === undefined || byDefault?.canBeDefault === true,
      ],
      [
        'the default has a channel that its method has',
        maybe((channel) => byDefault?.channels?.some((one) => one === channel) === true, defaultMethod?.channel),
      ],
    ]) ?? methods.map(methodProblem).find((problem) => problem !== undefined)
  );
}

/** What is wrong with a registered method. */
export function methodProblem({
  id,
  kind,
  label,
  usage,
  canBeDefault,
  removable,
}: RegisteredMethod): string | undefined {
  return firstWrong([
    ['a method has an id', isText(id)],
    ['a method has a kind', isText(kind)],
    ['a method has a label', isText(label)],
    ['a method says what it is good for', areUsages(usage)],
    ['canBeDefault is said', typeof canBeDefault === 'boolean'],
    ['removable is said', typeof removable === 'boolean'],
  ]);
}

/** What is wrong with an answer of `begin`, `verify`, `get` and `challenge`. */
export function enrollmentProblem(enrollment: Enrollment): string | undefined {
  if (!isObject(enrollment)) return 'is no object';
  // Read as any method's: which ones may follow in this method is the table's business.
  const next = enrollment.next as AnyNext | undefined;
  if (next === undefined || !Object.hasOwn(nexts, next.type)) return 'next is of a type that the contract knows';
  return (
    firstWrong([
      ['an enrolment has an id', isText(enrollment.id)],
      ['an enrolment has a kind', isText(enrollment.kind)],
      ['expiresIn is a duration', maybe(isDuration, enrollment.expiresIn)],
    ]) ?? firstWrong(nexts[next.type](next as never))
  );
}

const waits: readonly unknown[] = ['pairing', 'approval', 'call', 'link'];
const recovers: readonly unknown[] = ['challenge', 'restart', 'none'];

const nexts: { readonly [T in AnyNext['type']]: (next: Extract<AnyNext, { type: T }>) => readonly Part[] } = {
  code: ({ alphabet, length, attemptsLeft, provision, delivery }) => [
    ['alphabet is digits or alphanumeric', alphabet === 'digits' || alphabet === 'alphanumeric'],
    ['length is a count', maybe(isCount, length)],
    ['attemptsLeft is a count', maybe(isCount, attemptsLeft)],
    ['a code comes from an app or from a message, not from both', provision === undefined || delivery === undefined],
    ['a provision has a uri', provision === undefined || isText(provision.uri)],
    ['a provision can be typed by hand', provision === undefined || provision.manual.length > 0],
    ['delivery.to is a text', delivery === undefined || isText(delivery.to)],
    ['resendIn is a duration', maybe(isDuration, delivery?.resendIn)],
    ['sendsLeft is a count', maybe(isCount, delivery?.sendsLeft)],
  ],
  wait: ({ for: what, pollAfter, matchNumber, delivery }) => [
    ['what is waited for is known', waits.includes(what)],
    ['pollAfter is a duration, and not 0', isDuration(pollAfter) && pollAfter > 0],
    ['matchNumber is a text', maybe(isText, matchNumber)],
    ['resendIn is a duration', maybe(isDuration, delivery?.resendIn)],
  ],
  rejected: ({ reason, recover, retryAfter }) => [
    ['a rejection has a reason', isText(reason)],
    ['recover says what may be tried', recovers.includes(recover)],
    ['retryAfter is a duration', maybe(isDuration, retryAfter)],
  ],
  done: ({ methods }) => [
    ['done names the method', methods.length > 0],
    ['done names a whole method', methods.every((method) => methodProblem(method) === undefined)],
  ],
  ready: () => [],
  answers: ({ questions }) => [['questions are a list', Array.isArray(questions)]],
  webauthn: ({ options }) => [['options are there', isObject(options)]],
  acknowledge: ({ codes }) => [['codes are a list', Array.isArray(codes) && codes.every(isText)]],
  redirect: ({ url }) => [['the address is https', isText(url) && url.startsWith('https:')]],
};

function areUsages(list: unknown): boolean {
  return Array.isArray(list) && list.every((usage) => usages.includes(usage));
}

function areDistinct(ids: readonly unknown[]): boolean {
  return ids.every(isText) && new Set(ids).size === ids.length;
}
