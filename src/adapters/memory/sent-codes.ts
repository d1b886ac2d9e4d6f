/** Codes that were texted, mailed or spoken: how one is drawn, and what a typed one is worth. */
import type { Proof } from '../../contract/enrollment.js';
import type { Verdict, World } from './kind.js';
import { codeOf, notACode } from './typed.js';

export interface SentCode {
  readonly digits: string;
  readonly channel: string;
  readonly sentAt: number;
}

/** A person who asked twice may hold either code in hand; a third one retires the first. */
const alive = 2;

/** A code of `length` digits, leading zeros kept. Eight bytes for six digits leave no bias worth the name. */
export function drawCode(random: (length: number) => Uint8Array, length: number): string {
  const drawn = random(8).reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
  return String(drawn % 10n ** BigInt(length)).padStart(length, '0');
}

/** A new code that is on its way from now on. */
export function newCode({ random, limits, now }: World, channel: string): SentCode {
  return { digits: drawCode(random, limits.codeDigits), channel, sentAt: now() };
}

/** The codes of one enrolment. */
export class SentCodes {
  readonly #world: World;
  readonly #sent: SentCode[] = [];
  #accepted: SentCode | undefined;

  constructor(world: World) {
    this.#world = world;
  }

  add(code: SentCode): void {
    this.#sent.push(code);
  }

  prove(proof: Proof): Verdict {
    // A call that waits for a key has nothing that could be typed.
    if (this.#sent.length === 0) return { type: 'refused', fault: { code: 'unsupported' } };
    const { codeDigits, codeLife } = this.#world.limits;
    const typed = codeOf(proof, codeDigits);
    if (typed === undefined) return { type: 'refused', fault: notACode };
    const standing = this.#sent.slice(-alive).filter(({ sentAt }) => this.#world.now() - sentAt < codeLife);
    this.#accepted = standing.find(({ digits }) => digits === typed);
    if (this.#accepted !== undefined) return { type: 'right' };
    // It was right once, or nothing that is typed can be right any more.
    const isExpired = standing.length === 0 || this.#sent.some(({ digits }) => digits === typed);
    return isExpired ? { type: 'refused', fault: { code: 'code_expired' } } : { type: 'wrong', reason: 'mismatch' };
  }

  isReplay(proof: Proof): boolean {
    return this.#accepted !== undefined && codeOf(proof, this.#world.limits.codeDigits) === this.#accepted.digits;
  }

  /** By which channel the code came that was right. */
  provedBy(): string | undefined {
    return this.#accepted?.channel;
  }
}
