/** Codes that were texted: how one is drawn, and what a typed one is worth. */
import type { Ms } from '../../contract/enrollment.js';

export interface TextedCode {
  readonly digits: string;
  readonly sentAt: number;
}

/** A person who asked twice may hold either text in hand; a third one retires the first. */
const alive = 2;

/** A code of `length` digits, leading zeros kept. Eight bytes for six digits leave no bias worth the name. */
export function drawCode(random: (length: number) => Uint8Array, length: number): string {
  const drawn = random(8).reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
  return String(drawn % 10n ** BigInt(length)).padStart(length, '0');
}

/** `expired`: it was right once, or nothing that is typed can be right any more. */
export function worth(
  typed: string,
  sent: readonly TextedCode[],
  now: number,
  life: Ms,
): 'right' | 'expired' | 'wrong' {
  const standing = sent.slice(-alive).filter(({ sentAt }) => now - sentAt < life);
  if (standing.some(({ digits }) => digits === typed)) return 'right';
  return standing.length === 0 || sent.some(({ digits }) => digits === typed) ? 'expired' : 'wrong';
}
