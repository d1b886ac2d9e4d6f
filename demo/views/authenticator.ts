/** The phone's authenticator: the accounts with their live codes. */
import { html, type TemplateResult } from 'lit';
import type { Entry } from '../phone/phone.js';
import { secondsLeft } from '../phone/totp.js';
import { fill } from '../words/words.js';
import { adding } from './adding.js';
import { copyButton } from './copy-button.js';
import { drawing } from './icon.js';
import type { View } from './view.js';

export function authenticator(view: View): TemplateResult {
  const { words, phone } = view;
  return html`
    <h2>${words.authenticator}</h2>
    ${
      phone.entries.length
        ? html`<ul class="accounts" data-newest>
            ${phone.entries.map((entry) => account(entry, view))}
          </ul>`
        : html`<div class="empty">
            ${drawing('authenticator', 'icon large')}<b>${words.noAccounts}</b>
            <p>${words.noAccountsHint}</p>
          </div>`
    }
    ${adding(view)}
  `;
}

function account({ account, code }: Entry, view: View): TemplateResult {
  const left = secondsLeft(account, Date.now());
  const half = Math.ceil(code.length / 2);
  return html`
    <li>
      <p class="issuer">${account.issuer || view.words.unnamed}</p>
      <p class="name">${account.name}</p>
      <div class="live">
        <p class="code">
          <bdi dir="ltr"><span>${code.slice(0, half)}</span><span>${code.slice(half)}</span></bdi>
        </p>
        <svg
          class=${left <= 5 ? 'ring late' : 'ring'}
          viewBox="0 0 36 36"
          role="img"
          aria-label=${fill(view.words.seconds, { count: left })}
        >
          <circle class="track" cx="18" cy="18" r="15" />
          <circle
            class="left"
            cx="18"
            cy="18"
            r="15"
            pathLength=${account.period}
            stroke-dasharray=${`${left} ${account.period}`}
            transform="rotate(-90 18 18)"
          />
          <text x="18" y="18">${left}</text>
        </svg>
      </div>
      ${copyButton(view, code)}
    </li>
  `;
}
