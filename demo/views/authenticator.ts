/** The phone's authenticator: the accounts with their live codes, the camera, and a field for a key typed by hand. */
import { html, nothing, type TemplateResult } from 'lit';
import { look } from '../phone/camera.js';
import type { Entry } from '../phone/phone.js';
import { secondsLeft } from '../phone/totp.js';
import { fill } from '../words/words.js';
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
    <p class="notice" role="status">${phone.notice ? words[phone.notice] : nothing}</p>
    <button class="scan" @click=${() => scan(view)}>${drawing('scan')}<span>${words.scan}</span></button>
    <details class="by-hand">
      <summary>${words.byHand}</summary>
      <form @submit=${(event: SubmitEvent) => addByHand(event, view)}>
        <label for="key">${words.key}</label>
        <input id="key" name="key" autocomplete="off" autocapitalize="none" spellcheck="false" />
        <button>${words.add}</button>
      </form>
    </details>
    ${phone.picture ? html`<div class="viewfinder">${phone.picture}</div>` : nothing}
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

/** How long the camera shows what it sees before the app reads it; a camera takes its moment too. */
const glance = 700;

async function scan({ phone, ask }: View): Promise<void> {
  const seen = await look();
  phone.notice = seen ? undefined : 'noQr';
  phone.picture = seen?.canvas;
  ask.redraw();
  if (!seen) return;
  await new Promise((resolve) => setTimeout(resolve, glance));
  phone.picture = undefined;
  phone.notice = seen.text && (await phone.add(seen.text)) ? 'added' : 'unreadable';
  ask.redraw();
}

async function addByHand(event: SubmitEvent, { phone, ask }: View): Promise<void> {
  event.preventDefault();
  const field = (event.target as HTMLFormElement).elements.namedItem('key');
  if (!(field instanceof HTMLInputElement)) return;
  const understood = await phone.add(field.value);
  phone.notice = understood ? 'added' : 'notAKey';
  if (understood) field.value = '';
  ask.redraw();
}
