/** Which needs are met: by the lab, by what the person is offered, and by what the adapter has. */
import type { SecurityInfoAdapter } from '../contract/adapter.js';
import type { MethodKind, Offer } from '../contract/enrollment.js';
import type { OptionalCall, Requirement, SecurityInfo } from '../contract/security-info.js';
import type {} from '../methods/external/contract.js';
import type {} from '../methods/hardware-otp/contract.js';
import type {} from '../methods/passkey/contract.js';
import type {} from '../methods/email/contract.js';
import type {} from '../methods/phone/contract.js';
import type {} from '../methods/app-password/contract.js';
import type {} from '../methods/push/contract.js';
import type {} from '../methods/recovery-codes/contract.js';
import type {} from '../methods/security-questions/contract.js';
import type {} from '../methods/totp/contract.js';
import type { Check, Need } from './check.js';
import type { LabPerson } from './lab.js';

/** All that the needs of a check are measured against. */
export interface Given {
  readonly kinds: readonly MethodKind[];
  readonly person: LabPerson;
  readonly info: SecurityInfo;
}

type Test = (given: Given) => string | undefined;

const hook =
  (name: keyof LabPerson): Test =>
  ({ person }) =>
    person[name] === undefined ? `the lab has no ${name}` : undefined;

const call =
  (name: OptionalCall): Test =>
  ({ person, info }) =>
    has(person.adapter, info, name) ? undefined : `the adapter has no ${name}`;

const offered =
  (kind: MethodKind, channel?: string): Test =>
  ({ kinds, info }) => {
    if (!kinds.includes(kind)) return `the lab does not list ${kind}`;
    if (offerOf(info, kind, channel) !== undefined) return undefined;
    return channel === undefined ? `nobody is offered ${kind}` : `nobody is offered ${kind} by ${channel}`;
  };

const requirement =
  (fits: (one: Requirement) => boolean, reason: string): Test =>
  ({ info }) =>
    info.requirements.some((one) => one.status === 'open' && fits(one)) ? undefined : reason;

/** Every need, and the tests that must all find nothing. */
const tests: Readonly<Record<Need, readonly Test[]>> = {
  totp: [offered('totp'), hook('codeFor')],
  sms: [offered('phone', 'sms'), hook('numbers'), hook('codeFor')],
  voice: [offered('phone', 'voice'), hook('numbers'), hook('line')],
  email: [offered('email'), hook('addresses'), hook('codeFor')],
  push: [offered('push'), hook('device'), call('get'), call('challenge')],
  'recovery-codes': [offered('recovery-codes')],
  'security-questions': [offered('security-questions')],
  'app-password': [offered('app-password')],
  'hardware-otp': [offered('hardware-otp'), hook('tokens'), hook('codeFor')],
  external: [offered('external'), hook('elsewhere')],
  passkey: [offered('passkey'), hook('authenticator')],
  get: [call('get')],
  challenge: [call('challenge')],
  cancel: [call('cancel')],
  setDefault: [call('setDefault')],
  remove: [call('remove')],
  skip: [call('skip')],
  reauthenticate: [call('reauthenticate')],
  complete: [call('complete')],
  another: [hook('another')],
  stranger: [hook('stranger')],
  password: [hook('password')],
  clock: [hook('clock')],
  texts: [hook('texts')],
  mails: [hook('mails')],
  landline: [({ person }) => (person.numbers?.landline === undefined ? 'the lab has no landline' : undefined)],
  refusedAddress: [
    ({ person }) => (person.addresses?.refused === undefined ? 'the lab has no address that is refused' : undefined),
  ],
  loseNextAnswer: [hook('loseNextAnswer')],
  requireStepUp: [hook('requireStepUp')],
  signInAgain: [hook('signInAgain')],
  skippable: [requirement(maySkip, 'no open requirement may be put off')],
  binding: [requirement((one) => one.skip === undefined, 'every open requirement may be put off')],
};

/** Why a check cannot be run; `undefined`: it can. */
export function missing({ needs }: Check, given: Given): string | undefined {
  return needs
    .flatMap((need) => tests[need])
    .map((test) => test(given))
    .find((reason) => reason !== undefined);
}

/** Whether an adapter has an optional function, by its own word and by that of `load`. */
export function has(adapter: SecurityInfoAdapter, { absent }: SecurityInfo, name: OptionalCall): boolean {
  return adapter[name] !== undefined && absent?.includes(name) !== true;
}

/** The first offer of a kind, and of a channel where one is meant. */
export function offerOf<K extends MethodKind>(info: SecurityInfo, kind: K, channel?: string): Offer<K> | undefined {
  const offers: readonly Offer[] = [...info.requirements.flatMap(({ anyOf }) => anyOf), ...(info.addable ?? [])];
  const fits = (offer: Offer): boolean =>
    offer.kind === kind &&
    (channel === undefined || ('channels' in offer && offer.channels.some((one) => one === channel)));
  // The kind was compared just now, which the compiler cannot follow through the open table.
  return offers.find(fits) as Offer<K> | undefined;
}

/** Whether a requirement may be put off at this moment. */
export function maySkip({ skip }: Requirement): boolean {
  return skip !== undefined && skip.timesLeft !== 0 && skip.daysLeft !== 0;
}
