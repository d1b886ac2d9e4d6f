/** Which next steps each of our kinds knows, as its step element does: anything else cannot be drawn. */
import type { MethodKind, NextType } from '../contract/enrollment.js';
import type {} from '../methods/rows.js';

/** A row that the compiler holds to its kind: none is forgotten, none made up. */
const row = <K extends MethodKind>(types: Readonly<Record<NextType<K>, true>>): readonly string[] => Object.keys(types);

/** Beside `done`, by kind. A kind of the host's own has none here. */
export const nextTypes: Readonly<Partial<Record<string, readonly string[]>>> = {
  'app-password': row<'app-password'>({ acknowledge: true }),
  email: row<'email'>({ code: true }),
  external: row<'external'>({ redirect: true, rejected: true }),
  'hardware-otp': row<'hardware-otp'>({ code: true }),
  passkey: row<'passkey'>({ webauthn: true }),
  phone: row<'phone'>({ code: true, wait: true, rejected: true }),
  push: row<'push'>({ wait: true, ready: true, rejected: true }),
  'recovery-codes': row<'recovery-codes'>({ acknowledge: true }),
  'security-questions': row<'security-questions'>({ answers: true }),
  totp: row<'totp'>({ code: true }),
};
