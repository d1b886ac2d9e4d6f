/** Offers of the scenarios that were written out. Data only. */
import type { Offer } from '../src/contract/enrollment.js';
import {
  email as emailSettings,
  external as externalSettings,
  phone as phoneSettings,
  totp as totpSettings,
} from './policy/offers.js';

export const totp: Offer = { ...totpSettings, usage: ['sign-in'] };
export const phone: Offer = { ...phoneSettings, usage: ['sign-in'] };
export const office: Offer = {
  kind: 'phone',
  offerId: 'office',
  displayName: 'Office phone',
  usage: ['sign-in'],
  channels: ['voice'],
  extension: true,
  defaultCountry: 'JP',
};
export const alternate: Offer = {
  kind: 'phone',
  offerId: 'alternate',
  displayName: 'Alternate phone',
  usage: ['sign-in'],
  channels: ['voice'],
  alternate: true,
  defaultCountry: 'JP',
};
export const lighthouse: Offer = { ...externalSettings, usage: ['sign-in'] };
export const token: Offer = { kind: 'hardware-otp', usage: ['sign-in'] };
/** Wherever the person wants to keep it. */
export const passkey: Offer = { kind: 'passkey', usage: ['sign-in'] };
export const key: Offer = {
  kind: 'passkey',
  offerId: 'key',
  usage: ['sign-in'],
  displayName: 'Security key',
  attachment: 'cross-platform',
};
/** A model that is made up, so that none is taken. */
export const companyKey: Offer = { ...key, offerId: 'company-key', models: ['00000000-0000-4000-8000-00000000c0de'] };
/** A method that is no part of the package. */
export const staffBadge: Offer = { kind: 'badge', usage: ['sign-in'], site: 'Shiosai' };
export const recoveryCodes: Offer = { kind: 'recovery-codes', usage: ['recovery'] };
export const privateMail: Offer = { ...emailSettings, usage: ['recovery'] };
