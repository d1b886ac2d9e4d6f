/** The phone's messages: every text the backend sent, newest at the foot. */
import { html, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { demoNumber } from '../demo-account.js';
import type { ReceivedText } from '../phone/phone.js';
import type { Language } from '../settings.js';
import { fill } from '../words/words.js';
import { copyButton } from './copy-button.js';
import { drawing } from './icon.js';
import type { View } from './view.js';

export function messages(view: View): TemplateResult {
  const { words, phone } = view;
  return html`
    <h2>${words.messages}</h2>
    <p class="own-number"><span>${words.ownNumber}</span> <bdi>${demoNumber}</bdi> ${copyButton(view, demoNumber)}</p>
    ${
      phone.texts.length
        ? html`<ol class="thread" data-newest>
            ${repeat(
              phone.texts,
              (received) => received.at,
              (received) => bubble(received, view),
            )}
          </ol>`
        : html`<div class="empty">
            ${drawing('messages', 'icon large')}<b>${words.noMessages}</b>
            <p>${words.noMessagesHint}</p>
          </div>`
    }
  `;
}

function bubble({ text, to, at, subject }: ReceivedText, view: View): TemplateResult {
  // A notice by mail holds a date and no code.
  const code = (subject === undefined ? /\d{4,8}/ : /\b\d{6,8}\b/).exec(text)?.[0];
  return html`
    <li>
      <p class="sender">${clock(at, view.language)} · ${fill(view.words.sentTo, { to })}</p>
      <p class="bubble">${subject === undefined ? '' : html`<b>${subject}</b><br />`}${text}</p>
      ${code ? copyButton(view, code) : ''}
    </li>
  `;
}

/** Hours and minutes, as a phone shows them. */
export function clock(at: Date, language: Language): string {
  return at.toLocaleTimeString(language, { hour: '2-digit', minute: '2-digit', hour12: false });
}
