/** The simulated phone: its body, its status line, its apps, the way between them, and what comes over them. */
import { html, nothing, type TemplateResult } from 'lit';
import { apps, type App } from '../phone/phone.js';
import { fill } from '../words/words.js';
import { authenticator } from './authenticator.js';
import { call } from './call.js';
import { drawing } from './icon.js';
import { clock, messages } from './messages.js';
import { approval, pass } from './pass.js';
import { token } from './token.js';
import type { View } from './view.js';

const screens: Readonly<Record<App, (view: View) => TemplateResult>> = { messages, authenticator, pass };

export function phone(view: View): TemplateResult {
  const { words, phone, language } = view;
  return html`
    <aside class="desk" id="phone" aria-label=${words.phone}>
      <p class="caption">${words.phoneCaption}</p>
      <div class="phone">
        <div class="screen">
          <p class="status-line" aria-hidden="true">
            <span>${clock(new Date(), language)}</span>${drawing('signal', 'signal')}
          </p>
          ${banner(view)}
          <div class="app" id="app" role="tabpanel" tabindex="-1" aria-labelledby=${`tab-${phone.app}`}>
            ${screens[phone.app](view)}
          </div>
          <div
            class="tabs"
            role="tablist"
            aria-label=${words.phone}
            @keydown=${(event: KeyboardEvent) => move(event, view)}
          >
            ${apps.map((app) => tab(app, view))}
          </div>
          ${approval(view)} ${call(view)}
        </div>
      </div>
      ${token(view)}
      <p class="visually-hidden" role="status">${announcement(view)}</p>
    </aside>
  `;
}

/** A text came in while the other app is open. */
function banner({ words, phone }: View): TemplateResult | typeof nothing {
  if (!phone.banner) return nothing;
  const { subject, text } = phone.banner;
  return html`
    <button class="banner" @click=${() => phone.open('messages')}>
      ${drawing('messages')}<span><b>${words.newMessage}</b><span class="preview">${subject ?? text}</span></span>
    </button>
  `;
}

function tab(app: App, { words, phone }: View): TemplateResult {
  const unread = app === 'messages' ? phone.unread : 0;
  return html`
    <button
      class="tab"
      role="tab"
      id=${`tab-${app}`}
      aria-controls="app"
      aria-selected=${phone.app === app}
      aria-label=${unread ? fill(words.messagesUnread, { count: unread }) : nothing}
      tabindex=${phone.app === app ? 0 : -1}
      @click=${() => phone.open(app)}
    >
      ${drawing(app)}<span>${words[app]}</span>${unread ? html`<span class="badge">${unread}</span>` : nothing}
    </button>
  `;
}

/** The arrows go from tab to tab, which is what a tab list promises to the keyboard. */
function move(event: KeyboardEvent, { phone }: View): void {
  if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
  event.preventDefault();
  const step = event.key === 'ArrowRight' ? 1 : -1;
  const app = apps[(apps.indexOf(phone.app) + step + apps.length) % apps.length] ?? phone.app;
  phone.open(app);
  document.getElementById(`tab-${app}`)?.focus();
}

/** What came last, for those who do not see it come. */
function announcement({ words, phone }: View): string {
  if (phone.call?.state === 'ringing') return `${words.callRinging}: ${phone.call.from}`;
  if (phone.request) return `${words.pass}: ${words.approvalTitle}`;
  const text = phone.texts.at(-1)?.text;
  return text === undefined ? '' : `${words.newMessage}: ${text}`;
}
