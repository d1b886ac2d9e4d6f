/** The host's own sign-in form: the first moment, and the one a session that ended comes back to. */
import { html, type TemplateResult } from 'lit';
import { demoAccount, demoPassword } from '../demo-account.js';
import type { View } from './view.js';

export function signIn({ words, moment, ask }: View): TemplateResult {
  const again = moment.at === 'sign-in-again';
  const onSubmit = (event: Event): void => {
    // The page has no server to send the form to.
    event.preventDefault();
    ask.signIn();
  };
  return html`
    <form class="form" @submit=${onSubmit}>
      <h1 tabindex="-1" data-focus>${again ? words.signInAgainTitle : words.signInTitle}</h1>
      <p class="lead">${again ? words.signInAgainHint : words.signInHint}</p>
      <label for="account">${words.account}</label>
      <input
        id="account"
        name="username"
        type="email"
        autocomplete="username"
        autocapitalize="none"
        spellcheck="false"
        required
        .value=${demoAccount}
      />
      <label for="password">${words.password}</label>
      <input
        id="password"
        name="password"
        type="password"
        autocomplete="current-password"
        required
        .value=${demoPassword}
      />
      <button class="primary">${words.signIn}</button>
      <p class="quiet">${words.signInNote}</p>
    </form>
  `;
}
