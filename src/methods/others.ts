/**
 * The rest of the table of methods: those that few organisations ask for. It is fetched when one of them is spoken of, and
 * costs nobody else a byte.
 */
import { defineMethod, type MethodEntry } from '../contract/step.js';
import { card as hardwareOtp } from './hardware-otp/card.js';
import type { HardwareOtp } from './hardware-otp/logic.js';

export const others: readonly MethodEntry[] = [
  defineMethod<HardwareOtp>({ card: hardwareOtp, load: () => import('./hardware-otp/index.js') }),
];
