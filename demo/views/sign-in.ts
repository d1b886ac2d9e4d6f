/** The host's own sign-in form: the first moment, and the one a session that ended comes back to. */
import { html, type TemplateResult } from 'lit';
import type { View } from './view.js';

export function signIn({ words, moment, account, password: usual, ask }: View): TemplateResult {
  const again = moment.at === 'sign-in-again';
  const isWrong = 'isWrong' in moment;
  const onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    const password = new FormData(event.currentTarget as HTMLFormElement).get('password');
    void ask.signIn(typeof password === 'string' ? password : '');
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
        readonly
        .value=${account}
      />
      <label for="password">${words.password}</label>
      <input id="password" name="password" type="password" autocomplete="current-password" required .value=${usual} />
      <p class="wrong" role="alert">${isWrong ? words.signInWrong : ''}</p>
      <button class="primary">${words.signIn}</button>
      <p class="quiet">${words.signInNote}</p>
    </form>
  `;
}
