/** The company's own app: the account that it holds, and the request that it wants answered. */
import { html, nothing, type TemplateResult } from 'lit';
import { adding } from './adding.js';
import { drawing } from './icon.js';
import type { View } from './view.js';

export function pass(view: View): TemplateResult {
  return view.phone.isReal ? real(view) : drawn(view);
}

/** The app that anybody can install, with a key and an account of its own. */
function real(view: View): TemplateResult {
  const { words, language, settings } = view;
  return html`<iframe
      class="real-app"
      title=${words.pass}
      src=${`/authenticator/?lang=${language}&theme=${settings.theme}`}
      allow="camera"
    ></iframe>
    ${turn(view, words.passDrawn)}`;
}

function turn({ phone, ask }: View, label: string): TemplateResult {
  const onClick = (): void => {
    phone.isReal = !phone.isReal;
    ask.redraw();
  };
  return html`<button class="turn" @click=${onClick}>${label}</button>`;
}

function drawn(view: View): TemplateResult {
  const { words, phone, account, hasServer } = view;
  return html`
    <h2>${words.pass}</h2>
    ${
      phone.isPaired
        ? html`<ul class="accounts plain">
            <li>
              <p class="issuer">${words.organization}</p>
              <p class="name">${account}</p>
            </li>
          </ul>`
        : html`<div class="empty">
            <img class="app-icon" src="/app-icon.svg" alt="" width="56" height="56" /><b>${words.noAccounts}</b>
            <p>${words.passHint}</p>
          </div>`
    }
    ${adding(view)} ${hasServer ? turn(view, words.passReal) : nothing}
  `;
}

/** Over whatever is open, as such requests come. The number is on the sign-in page, and nowhere here. */
export function approval({ words, phone, ask }: View): TemplateResult | typeof nothing {
  const { request } = phone;
  if (!request) return nothing;
  const onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    const number = new FormData(event.currentTarget as HTMLFormElement).get('number');
    phone.approve(request.id, typeof number === 'string' ? number.trim() : '');
    ask.redraw();
  };
  const onDeny = (): void => {
    phone.deny(request.id);
    ask.redraw();
  };
  return html`
    <section class="sheet" role="group" aria-labelledby="approval">
      <p class="from">${drawing('pass')} <b>${request.app}</b> · ${words.organization}</p>
      <h3 id="approval">${words.approvalTitle}</h3>
      <form @submit=${onSubmit}>
        <label for="approval-number">${words.approvalNumber}</label>
        <input id="approval-number" name="number" inputmode="numeric" autocomplete="off" maxlength="2" size="2" />
        <button class="yes">${words.approve}</button>
        <button class="no" type="button" @click=${onDeny}>${words.deny}</button>
      </form>
    </section>
  `;
}
