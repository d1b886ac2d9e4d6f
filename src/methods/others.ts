/**
 * The rest of the table of methods: those that few organisations ask for. It is fetched when one of them is spoken of, and
 * costs nobody else a byte.
 */
import { defineMethod, type MethodEntry } from '../contract/step.js';
import { card as appPassword } from './app-password/card.js';
import type { AppPassword } from './app-password/logic.js';
import { card as external } from './external/card.js';
import type { External } from './external/logic.js';
import { card as hardwareOtp } from './hardware-otp/card.js';
import type { HardwareOtp } from './hardware-otp/logic.js';
import { card as recoveryCodes } from './recovery-codes/card.js';
import type { RecoveryCodes } from './recovery-codes/logic.js';

export const others: readonly MethodEntry[] = [
  defineMethod<HardwareOtp>({ card: hardwareOtp, load: () => import('./hardware-otp/index.js') }),
  defineMethod<External>({ card: external, load: () => import('./external/index.js') }),
  defineMethod<RecoveryCodes>({ card: recoveryCodes, load: () => import('./recovery-codes/index.js') }),
  defineMethod<AppPassword>({ card: appPassword, load: () => import('./app-password/index.js') }),
];
