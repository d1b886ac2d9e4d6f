/** What each kind of method adds: to an offer, to `begin`, and which next steps it knows. A row per kind. */
import type { BeginRequest, NextType, Offer } from '../../contract/enrollment.js';
import type {} from '../../methods/app-password/contract.js';
import type {} from '../../methods/passkey/contract.js';
import type { AppStore } from '../../methods/push/contract.js';
import type { PhoneChannel } from '../../methods/phone/contract.js';
import type {} from '../../methods/recovery-codes/contract.js';
import type {} from '../../methods/external/contract.js';
import type {} from '../../methods/hardware-otp/contract.js';
import type {} from '../../methods/email/contract.js';
import type {} from '../../methods/security-questions/contract.js';
import type {} from '../../methods/totp/contract.js';
import { constant, filled, id, list, object, one, type Schema, text } from './schema.js';

/** Those that come with the package; a program's table may have more. */
type OurKind =
  | 'totp'
  | 'phone'
  | 'push'
  | 'passkey'
  | 'email'
  | 'security-questions'
  | 'recovery-codes'
  | 'app-password'
  | 'hardware-otp'
  | 'external';

interface Method<K extends OurKind> {
  readonly offer: Schema;
  readonly begin: Schema;
  readonly nexts: readonly NextType<K>[];
}

const usage = list(one<'sign-in' | 'recovery'>('sign-in', 'recovery'));
const anyOffer = { offerId: id, displayName: text, needs: id };
const anyBegin = { offerId: id, label: text, replaces: id, restart: constant(true) };
const channel = one<PhoneChannel>('sms', 'voice');
const country: Schema = { type: 'string', pattern: '^[A-Z]{2}$', description: 'ISO 3166-1 alpha-2.' };
const aaguid: Schema = { type: 'string', pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' };
const count: Schema = { type: 'integer', minimum: 1 };
const store = object<AppStore>({ platform: one('ios', 'android'), url: text }, {});

/** THE table of kinds. */
export const methods: { readonly [K in OurKind]: Method<K> } = {
  totp: {
    offer: object<Offer<'totp'>>({ kind: constant('totp'), usage }, { ...anyOffer, issuer: text }),
    begin: object<BeginRequest<'totp'>>({ kind: constant('totp') }, anyBegin),
    nexts: ['code'],
  },
  phone: {
    offer: object<Offer<'phone'>>(
      { kind: constant('phone'), usage, channels: filled(channel) },
      {
        ...anyOffer,
        countries: list(country),
        defaultCountry: country,
        extension: constant(true),
        alternate: constant(true),
      },
    ),
    begin: object<BeginRequest<'phone'>>(
      { kind: constant('phone'), number: { type: 'string', description: 'E.164.' }, channel },
      { ...anyBegin, extension: { type: 'string', pattern: '^[0-9]{1,7}$' } },
    ),
    nexts: ['code', 'wait', 'rejected'],
  },
  push: {
    offer: object<Offer<'push'>>({ kind: constant('push'), usage }, { ...anyOffer, stores: list(store), icon: text }),
    begin: object<BeginRequest<'push'>>({ kind: constant('push') }, anyBegin),
    nexts: ['wait', 'ready', 'rejected'],
  },
  'recovery-codes': {
    offer: object<Offer<'recovery-codes'>>({ kind: constant('recovery-codes'), usage }, anyOffer),
    begin: object<BeginRequest<'recovery-codes'>>({ kind: constant('recovery-codes') }, anyBegin),
    nexts: ['acknowledge'],
  },
  'app-password': {
    offer: object<Offer<'app-password'>>({ kind: constant('app-password'), usage }, anyOffer),
    begin: object<BeginRequest<'app-password'>>({ kind: constant('app-password'), name: text }, anyBegin),
    nexts: ['acknowledge'],
  },
  'hardware-otp': {
    offer: object<Offer<'hardware-otp'>>({ kind: constant('hardware-otp'), usage }, anyOffer),
    begin: object<BeginRequest<'hardware-otp'>>(
      { kind: constant('hardware-otp'), serial: { type: 'string', description: 'Capital letters and digits.' } },
      anyBegin,
    ),
    nexts: ['code'],
  },
  external: {
    offer: object<Offer<'external'>>({ kind: constant('external'), usage }, anyOffer),
    begin: object<BeginRequest<'external'>>({ kind: constant('external') }, anyBegin),
    nexts: ['redirect', 'rejected'],
  },
  passkey: {
    offer: object<Offer<'passkey'>>(
      { kind: constant('passkey'), usage },
      {
        ...anyOffer,
        attachment: one('platform', 'cross-platform'),
        verification: one('required', 'preferred'),
        models: list(aaguid),
      },
    ),
    begin: object<BeginRequest<'passkey'>>({ kind: constant('passkey') }, anyBegin),
    nexts: ['webauthn'],
  },
  email: {
    offer: object<Offer<'email'>>({ kind: constant('email'), usage }, { ...anyOffer, refusedDomains: list(text) }),
    begin: object<BeginRequest<'email'>>({ kind: constant('email'), address: text }, anyBegin),
    nexts: ['code'],
  },
  'security-questions': {
    offer: object<Offer<'security-questions'>>(
      { kind: constant('security-questions'), usage },
      { ...anyOffer, count, ownAllowed: constant(true), minLength: count },
    ),
    begin: object<BeginRequest<'security-questions'>>({ kind: constant('security-questions') }, anyBegin),
    nexts: ['answers'],
  },
};

export const kinds = Object.keys(methods) as readonly OurKind[];

/** A kind of a host's own, whose fields only the host knows. */
export const ownKind: Schema = {
  type: 'string',
  not: { type: 'string', enum: kinds },
  description: "A kind of the host's own.",
};
export const ownOffer: Schema = {
  type: 'object',
  properties: { kind: ownKind, usage, ...anyOffer },
  required: ['kind', 'usage'],
};
export const ownBegin: Schema = { type: 'object', properties: { kind: ownKind, ...anyBegin }, required: ['kind'] };
