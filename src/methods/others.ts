/**
 * The rest of the table of methods: those that few organisations ask for. It is fetched when one of them is spoken of, and
 * costs nobody else a byte.
 */
import type { MethodKind } from '../contract/enrollment.js';
import { defineMethod, type MethodEntry } from '../contract/step.js';
import { card as appPassword } from './app-password/card.js';
import type { AppPassword } from './app-password/logic.js';
import { card as email } from './email/card.js';
import type { Email } from './email/logic.js';
import { card as external } from './external/card.js';
import type { External } from './external/logic.js';
import { card as hardwareOtp } from './hardware-otp/card.js';
import type { HardwareOtp } from './hardware-otp/logic.js';
import { card as passkey } from './passkey/card.js';
import type { Passkey } from './passkey/logic.js';
import { card as recoveryCodes } from './recovery-codes/card.js';
import type { RecoveryCodes } from './recovery-codes/logic.js';
import { card as securityQuestions } from './security-questions/card.js';
import type { SecurityQuestions } from './security-questions/logic.js';

export const others: readonly MethodEntry[] = [
  defineMethod<Passkey>({ card: passkey, load: () => import('./passkey/index.js') }),
  defineMethod<HardwareOtp>({ card: hardwareOtp, load: () => import('./hardware-otp/index.js') }),
  defineMethod<External>({ card: external, load: () => import('./external/index.js') }),
  defineMethod<RecoveryCodes>({ card: recoveryCodes, load: () => import('./recovery-codes/index.js') }),
  defineMethod<AppPassword>({ card: appPassword, load: () => import('./app-password/index.js') }),
  defineMethod<Email>({ card: email, load: () => import('./email/index.js') }),
  defineMethod<SecurityQuestions>({ card: securityQuestions, load: () => import('./security-questions/index.js') }),
];

/** What a method cannot do without on this device. */
const needs: ReadonlyMap<MethodKind, () => boolean> = new Map([['passkey', () => 'PublicKeyCredential' in globalThis]]);

type Spoken = { readonly kind: MethodKind };

const isPossible = ({ kind }: Spoken): boolean => needs.get(kind)?.() ?? true;

/** What is here without being possible; what was spoken of once stays. */
const kept = new Set<MethodKind>();

/**
 * The rows for what is spoken of, each time as a list of which one is enough. What this device cannot do is left out where
 * something else would do, so that nobody is led to it first; where nothing else would, or where it is registered already,
 * it stays, and says so itself.
 */
export function rowsFor(choices: readonly (readonly Spoken[])[]): readonly MethodEntry[] {
  for (const choice of choices) if (!choice.some(isPossible)) for (const { kind } of choice) kept.add(kind);
  return others.filter(({ card }) => isPossible(card) || kept.has(card.kind));
}
