/** The table of kinds: a new one is its file and a row here. */
import type { MethodKind } from '../../contract/enrollment.js';
import type { Kind, World } from './kind.js';
import { email } from './email.js';
import { phone } from './phone.js';
import { push } from './push.js';
import { securityQuestions } from './security-questions.js';
import { totp } from './totp.js';

const rows: { readonly [K in MethodKind]?: (world: World) => Kind<K> } = {
  push,
  totp,
  phone,
  email,
  'security-questions': securityQuestions,
};

/** The kinds of one backend, each with its own memory. `undefined`: this backend does not know the kind. */
export function kindsOf(world: World): (kind: MethodKind) => Kind | undefined {
  // Here a kind's own types are forgotten; the backend gives a row only requests and offers of its own kind.
  const kinds = new Map<string, Kind>(Object.entries(rows).map(([name, row]) => [name, row(world)]));
  return (kind) => kinds.get(kind);
}
