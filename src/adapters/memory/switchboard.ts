/** The one way a code leaves for a phone, so that no path leads round the limits of sending (R27). */
import { EnrollmentError } from '../../contract/enrollment-error.js';
import type { World } from './kind.js';
import { allowance, type Allowance, type Send } from './sends.js';
import { drawCode, type TextedCode } from './texted-code.js';
import { textWithCode } from './words.js';

export class Switchboard {
  readonly #world: World;
  /** Every text of the account, over all its enrolments. */
  readonly #sends: Send[] = [];

  constructor(world: World) {
    this.#world = world;
  }

  allowance(to: string): Allowance {
    return allowance(this.#sends, to, this.#world.limits, this.#world.now());
  }

  /** Draws a code and sends it, or refuses. */
  send(to: string, locale: string): TextedCode {
    const { limits, account, host } = this.#world;
    const { wait } = this.allowance(to);
    if (wait > 0) throw new EnrollmentError({ code: 'rate_limited', retryAfter: wait });
    const digits = drawCode((length) => this.#world.random(length), limits.codeDigits);
    const sentAt = this.#world.now();
    this.#sends.push({ to, at: sentAt });
    const minutes = Math.floor(limits.codeLife / 60_000);
    this.#world.send(to, textWithCode(digits, { locale, organization: account.organization, minutes, host }));
    return { digits, sentAt };
  }
}
