/** The one way out to a phone, for texts and calls alike, so that no path leads round the limits of sending. */
import type { World } from './kind.js';
import { newCode, type SentCode } from './sent-codes.js';
import type { Dialled } from './telephone.js';
import { saidOnCall, textWithCode } from './words.js';

/** What happens on a call, to whoever made it. */
type Heard = Pick<Dialled, 'pressed' | 'ended'>;

export class Switchboard {
  readonly #world: World;

  constructor(world: World) {
    this.#world = world;
  }

  /** Draws a code and texts it, or refuses. */
  text(to: string, locale: string): SentCode {
    const { limits, account, host } = this.#world;
    this.#world.sends.admit(to);
    const code = newCode(this.#world, 'sms');
    const minutes = Math.floor(limits.codeLife / 60_000);
    const text = textWithCode(code.digits, { locale, organization: account.organization, minutes, host });
    this.#world.send({ to, text });
    return code;
  }

  /** Calls and speaks a new code, or refuses. */
  speak(to: string, extension: string | undefined, locale: string): { readonly code: SentCode; hangUp(): void } {
    this.#world.sends.admit(to);
    const code = newCode(this.#world, 'voice');
    const hangUp = this.#ring(to, extension, code.digits, locale, { pressed: () => 'ignored', ended: () => undefined });
    return { code, hangUp };
  }

  /** Calls and asks for a key, or refuses; returns the function that hangs up. */
  askForKey(to: string, extension: string | undefined, locale: string, heard: Heard): () => void {
    this.#world.sends.admit(to);
    return this.#ring(to, extension, undefined, locale, heard);
  }

  #ring(to: string, extension: string | undefined, code: string | undefined, locale: string, heard: Heard): () => void {
    const { account, telephone, callerId, limits } = this.#world;
    const spoken = saidOnCall(code, { locale, organization: account.organization });
    return telephone.ring({ to, extension, from: callerId, life: limits.ringLife, spoken, ...heard });
  }
}
