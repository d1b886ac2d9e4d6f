/** The table of kinds: a new one is its file and a row here. */
import type { MethodKind } from '../../contract/enrollment.js';
import { appPassword } from './app-password.js';
import { external } from './external.js';
import { hardwareOtp } from './hardware-otp.js';
import { email } from './email.js';
import type { Kind, KindOption, World } from './kind.js';
import { passkey } from './passkey.js';
import { phone } from './phone.js';
import { push } from './push.js';
import { recoveryCodes } from './recovery-codes.js';
import { securityQuestions } from './security-questions.js';
import { totp } from './totp.js';

const rows: { readonly [K in MethodKind]?: (world: World) => Kind<K> } = {
  passkey,
  push,
  totp,
  phone,
  email,
  'security-questions': securityQuestions,
  'recovery-codes': recoveryCodes,
  'app-password': appPassword,
  'hardware-otp': hardwareOtp,
  external,
};

/** Kinds of the host's own, by name. */
export type OwnKinds = { readonly [K in MethodKind]?: KindOption<K> };

/** The kinds of one backend, each with its own memory; `own` come first. `undefined`: this backend does not know the kind. */
export function kindsOf(world: World, own: OwnKinds = {}): (kind: MethodKind) => Kind | undefined {
  // Here a kind's own types are forgotten; the backend gives a row only requests and offers of its own kind.
  const kinds = new Map<string, Kind>(Object.entries({ ...rows, ...own }).map(([name, row]) => [name, row(world)]));
  return (kind) => kinds.get(kind);
}
