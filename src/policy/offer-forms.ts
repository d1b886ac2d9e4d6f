/** What an organisation may set of each method, for a policy that comes out of a file. Pure. */
import type { MethodKind, MethodTypes } from '../contract/enrollment.js';
import {
  fields,
  filledText,
  type Form,
  list,
  maybe,
  only,
  oneOf,
  piece,
  text,
  variants,
  whole,
  yes,
} from '../contract/forms.js';
import type {} from '../methods/rows.js';

type Settings<K extends MethodKind> = { readonly [F in keyof MethodTypes[K]['offer']]-?: Form };
/** A row that the compiler holds to the settings of its kind: none is forgotten, none made up. */
const row = <K extends MethodKind>(forms: Settings<K>): Readonly<Record<string, Form>> => forms;

const country = piece(
  'two capital letters (ISO 3166-1 alpha-2)',
  (value) => typeof value === 'string' && /^[A-Z]{2}$/.test(value),
);
const secure = piece('an address with https:', (value) => typeof value === 'string' && value.startsWith('https://'));
const model = piece(
  'an AAGUID in lower case',
  (value) => typeof value === 'string' && /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(value),
);

/** THE table of settings: one row a kind. */
export const settings: Readonly<Record<string, Readonly<Record<string, Form>>>> = {
  'app-password': row<'app-password'>({}),
  email: row<'email'>({ refusedDomains: maybe(list(filledText)) }),
  external: row<'external'>({}),
  'hardware-otp': row<'hardware-otp'>({}),
  passkey: row<'passkey'>({
    attachment: maybe(oneOf('platform', 'cross-platform')),
    verification: maybe(oneOf('required', 'preferred')),
    models: maybe(list(model)),
  }),
  phone: row<'phone'>({
    channels: list(oneOf('sms', 'voice'), 1),
    countries: maybe(list(country)),
    defaultCountry: maybe(country),
    extension: maybe(yes),
    alternate: maybe(yes),
  }),
  push: row<'push'>({
    stores: maybe(list(only({ platform: oneOf('ios', 'android'), url: secure }))),
    icon: maybe(filledText),
  }),
  'recovery-codes': row<'recovery-codes'>({}),
  'security-questions': row<'security-questions'>({
    count: maybe(whole(1)),
    ownAllowed: maybe(yes),
    minLength: maybe(whole(1)),
  }),
  totp: row<'totp'>({ issuer: maybe(filledText) }),
};

/** The forms of a kind's name and of an offer, where the host has these kinds of its own. */
export function offerForms(own: readonly string[]): { readonly kind: Form; readonly offer: Form } {
  const ours = Object.keys(settings);
  const kind = piece(
    `one of ${ours.join(', ')}, or a kind of your own that \`kinds\` names`,
    (value) => typeof value === 'string' && (ours.includes(value) || own.includes(value)),
  );
  const shared = {
    kind,
    offerId: maybe(filledText),
    usage: list(oneOf('sign-in', 'recovery')),
    displayName: maybe(text),
    needs: maybe(kind),
  };
  const known = Object.entries(settings).map(([name, own]) => [name, only({ ...shared, ...own })] as const);
  // One of the host's own kinds may stand in for one of ours, and then its settings are its own as well.
  const theirs = own.map((name) => [name, fields(shared)] as const);
  return { kind, offer: variants('kind', Object.fromEntries([...known, ...theirs]), kind) };
}
