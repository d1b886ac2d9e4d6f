/** The one way out to a phone, for texts and calls alike, so that no path leads round the limits of sending (R27). */
import { EnrollmentError } from '../../contract/enrollment-error.js';
import type { World } from './kind.js';
import { allowance, type Allowance, type Send } from './sends.js';
import { drawCode, type SentCode } from './sent-codes.js';
import type { Dialled } from './telephone.js';
import { saidOnCall, textWithCode } from './words.js';

/** What happens on a call, to whoever made it. */
type Heard = Pick<Dialled, 'pressed' | 'ended'>;

export class Switchboard {
  readonly #world: World;
  /** Every text and call of the account, over all its enrolments. */
  readonly #sends: Send[] = [];

  constructor(world: World) {
    this.#world = world;
  }

  allowance(to: string): Allowance {
    return allowance(this.#sends, to, this.#world.limits, this.#world.now());
  }

  /** Draws a code and texts it, or refuses. */
  text(to: string, locale: string): SentCode {
    const { limits, account, host } = this.#world;
    this.#admit(to);
    const code = this.#draw('sms');
    const minutes = Math.floor(limits.codeLife / 60_000);
    this.#world.send(to, textWithCode(code.digits, { locale, organization: account.organization, minutes, host }));
    return code;
  }

  /** Calls and speaks a new code, or refuses. */
  speak(to: string, extension: string | undefined, locale: string): { readonly code: SentCode; hangUp(): void } {
    this.#admit(to);
    const code = this.#draw('voice');
    const hangUp = this.#ring(to, extension, code.digits, locale, { pressed: () => 'ignored', ended: () => undefined });
    return { code, hangUp };
  }

  /** Calls and asks for a key, or refuses; returns the function that hangs up. */
  askForKey(to: string, extension: string | undefined, locale: string, heard: Heard): () => void {
    this.#admit(to);
    return this.#ring(to, extension, undefined, locale, heard);
  }

  #admit(to: string): void {
    const { wait } = this.allowance(to);
    if (wait > 0) throw new EnrollmentError({ code: 'rate_limited', retryAfter: wait });
    this.#sends.push({ to, at: this.#world.now() });
  }

  #draw(channel: SentCode['channel']): SentCode {
    const digits = drawCode((length) => this.#world.random(length), this.#world.limits.codeDigits);
    return { digits, channel, sentAt: this.#world.now() };
  }

  #ring(to: string, extension: string | undefined, code: string | undefined, locale: string, heard: Heard): () => void {
    const { account, telephone, callerId, limits } = this.#world;
    const spoken = saidOnCall(code, { locale, organization: account.organization });
    return telephone.ring({ to, extension, from: callerId, life: limits.ringLife, spoken, ...heard });
  }
}
