/** Says that the session is about to end, and offers to go on (WCAG 2.2, 2.2.1). */
import { html, nothing, type TemplateResult } from 'lit';
import type { Session } from '../runtime/session.js';
import type { Attention } from './attention.js';
import { duration } from './faults.js';
import type { AsideStrings } from './aside-strings.js';
import type { Shell } from './shell.js';

/** When it is said aloud, in seconds before the end; every second would be noise. */
const moments = [120, 60, 20];

export class SessionNotice {
  readonly #shell: Shell;
  readonly #attention: Attention;
  /** How many of the moments are past. */
  #said = 0;

  constructor(shell: Shell, attention: Attention) {
    this.#shell = shell;
    this.#attention = attention;
  }

  draw({ left, canRenew }: Session): TemplateResult | undefined {
    const past = left === undefined ? 0 : moments.filter((moment) => left <= moment * 1000).length;
    const isNew = past > this.#said;
    this.#said = past;
    if (left === undefined) return undefined;
    const { language, send } = this.#shell;
    const say = language.sayOf<AsideStrings>('wizard aside');
    const text = say(['session.ends', { time: duration(left, language.locale) }]);
    if (isNew) this.#attention.say(text);
    return html`<div class="siw-notice" part="session">
      <p>${text} ${canRenew ? nothing : say('session.kept')}</p>
      ${
        canRenew
          ? html`<button class="siw-link" part="link" type="button" @click=${() => send({ type: 'renewal-asked' })}>
              ${say('session.stay')}
            </button>`
          : nothing
      }
    </div>`;
  }
}
