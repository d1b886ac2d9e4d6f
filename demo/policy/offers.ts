/** The tram company's methods, with their settings. Data only. */
import type { Offer } from '../../src/contract/enrollment.js';
import type { PlannableOffer } from '../../src/policy/index.js';
import type { Method } from './situation.js';

type Settings<K extends 'push' | 'totp' | 'phone' | 'external' | 'email' | 'security-questions'> = Omit<
  Offer<K>,
  'usage'
>;

/** The company's own app. */
export const push: Settings<'push'> = {
  kind: 'push',
  displayName: 'Nagisa Pass',
  icon: '/app-icon.svg',
  stores: [
    { platform: 'ios', url: 'https://nagisa-tram.example/pass/ios' },
    { platform: 'android', url: 'https://nagisa-tram.example/pass/android' },
  ],
};

/** ASCII and short, so that the QR code stays coarse enough for any camera. */
export const totp: Settings<'totp'> = { kind: 'totp', issuer: 'Nagisa Tramways' };

export const phone: Settings<'phone'> = { kind: 'phone', channels: ['sms', 'voice'], defaultCountry: 'JP' };

/** Another company's page, where the person registers and comes back from. */
export const external: Settings<'external'> = { kind: 'external', displayName: 'Lighthouse ID' };

/** Not the company's own addresses: they are behind the same sign-in. */
export const email: Settings<'email'> = { kind: 'email', refusedDomains: ['nagisa-tram.example'] };

/** Two characters are a whole answer in Japanese: a town, a name. */
export const securityQuestions: Settings<'security-questions'> = { kind: 'security-questions', minLength: 2 };

export const offers: Readonly<Record<Method, Omit<PlannableOffer, 'usage'>>> = {
  passkey: { kind: 'passkey' },
  push,
  totp,
  'hardware-otp': { kind: 'hardware-otp' },
  phone,
  external,
  email,
  'recovery-codes': { kind: 'recovery-codes' },
  'security-questions': securityQuestions,
  'app-password': { kind: 'app-password' },
};

/** How each is named in a list, where the person has it already. */
export const labels: Readonly<Record<Method, string>> = {
  passkey: 'Hana’s laptop',
  push: 'Nagisa Pass',
  totp: 'Nagisa Tramways',
  'hardware-otp': 'NT-0412',
  phone: '+81 **-****-5678',
  external: 'Lighthouse ID',
  email: 'h***@shiosai.example',
  'recovery-codes': '10',
  'security-questions': '3',
  'app-password': 'Timetable printer',
};
