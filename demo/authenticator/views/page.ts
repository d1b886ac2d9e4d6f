/** The whole page: the accounts as passes, what waits for an answer, and the sheet over them. */
import { html, nothing, type TemplateResult } from 'lit';
import { fill } from '../../words/words.js';
import type { Account } from '../keys.js';
import { icon, seaside, wave } from './icon.js';
import { sheet } from './sheet.js';
import type { View } from './view.js';

export function page(view: View): TemplateResult {
  const { words, problem, accounts, ask } = view;
  const onCancel = (event: Event): void => {
    // The sheet goes when the page is drawn without it.
    event.preventDefault();
    ask.dismiss();
  };
  return html`
    <div class="wallet">
      <header>
        <img src="/authenticator/icon.svg" alt="" width="36" height="36" />
        <h1 tabindex="-1">${words.app}</h1>
      </header>
      <main>
        <p class="status" role="status">${problem ? words[problem] : nothing}</p>
        ${waiting(view)} ${accounts?.length === 0 ? empty(view) : nothing}
        ${
          accounts?.length
            ? html`<ul class="passes" aria-label=${words.accounts}>
                ${accounts.map((account) => pass(account, view))}
              </ul>`
            : nothing
        }
      </main>
      <footer>
        <button class="primary" type="button" @click=${ask.add}>${icon('plus')}${words.add}</button>
      </footer>
    </div>
    <dialog class=${view.sheet?.at ?? nothing} aria-labelledby="sheet-title" @cancel=${onCancel}>
      ${view.sheet ? sheet(view, view.sheet) : nothing}
    </dialog>
  `;
}

/** What was put aside, or came while another sheet lay there. */
function waiting({ words, requests, ask }: View): TemplateResult | typeof nothing {
  if (requests.length === 0) return nothing;
  return html`<ul class="waiting">
    ${requests.map(
      (request) => html`
        <li>
          <button type="button" @click=${() => ask.open(request)}>
            ${icon('clock')}
            <span><b>${words.waiting}</b><small>${request.app} · ${request.account.label}</small></span>
            <span class="go">${words.answer}</span>
          </button>
        </li>
      `,
    )}
  </ul>`;
}

function empty({ words }: View): TemplateResult {
  return html`
    <div class="empty">
      ${seaside}
      <h2>${words.empty}</h2>
      <p>${words.emptyHint}</p>
    </div>
  `;
}

function pass(account: Account, { words, gone, ask }: View): TemplateResult {
  const { organization, label, deviceId } = account;
  const isGone = gone.some((each) => each.deviceId === deviceId);
  return html`
    <li class=${isGone ? 'pass gone' : 'pass'}>
      <div class="front">
        <p class="organization">${organization ?? words.account}</p>
        <button
          type="button"
          aria-label=${fill(words.removeNamed, { account: label })}
          @click=${() => ask.askToRemove(account)}
        >
          ${words.remove}
        </button>
        ${wave}
      </div>
      <div class="stub">
        <p class="label">${label}</p>
        ${isGone ? html`<p class="note">${words.gone}</p>` : nothing}
      </div>
    </li>
  `;
}
