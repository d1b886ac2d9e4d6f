/** Says that the session is about to end, and offers to go on (WCAG 2.2, 2.2.1). */
import { html, nothing, type TemplateResult } from 'lit';
import type { Session } from '../runtime/session.js';
import type { Attention } from './attention.js';
import { duration } from './faults.js';
import type { AsideStrings } from './aside-strings.js';
import type { Shell } from './shell.js';

/** When it is said aloud, in seconds before the end; every second would be noise. */
const moments = [120, 60, 20];

/** What stands above the page; undefined while nothing is about to end. */
export type SessionNotice = (session: Session) => TemplateResult | undefined;

export function sessionNotice({ language, send }: Shell, attention: Attention): SessionNotice {
  /** How many of the moments are past. */
  let said = 0;
  return ({ left, canRenew }) => {
    const past = left === undefined ? 0 : moments.filter((moment) => left <= moment * 1000).length;
    const [isNew, isOver] = [past > said, past < said];
    said = past;
    // It is kept: whoever reads on must not find that it ends.
    if (isOver) attention.say('');
    if (left === undefined) return undefined;
    const say = language.sayOf<AsideStrings>('wizard aside');
    const text = say(['session.ends', { time: duration(left, language.locale) }]);
    // Seen, the button is beside the words; heard, it has to be looked for.
    if (isNew) attention.say(canRenew ? `${text} ${say('session.where')}` : text);
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
  };
}
