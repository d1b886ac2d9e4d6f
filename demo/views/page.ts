/** The whole page: the company's sign-in, the phone beside it, and the controls at its foot. */
import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { phone } from './phone.js';
import { drawing } from './icon.js';
import { signIn } from './sign-in.js';
import { start } from './start.js';
import { toolbar } from './toolbar.js';
import { wizard } from './wizard.js';
import { wordMark } from './word-mark.js';
import type { View } from './view.js';

export function page(view: View): TemplateResult {
  const { words, moment } = view;
  const { unread } = view.phone;
  const signingIn = moment.at === 'sign-in' || moment.at === 'sign-in-again';
  const wizardStands = moment.at === 'wizard' || moment.at === 'sign-in-again';
  return html`
    <div class="site">
      ${drawing('coast', 'coast')}
      <main>
        <div class="card">
          ${moment.at === 'wizard' ? nothing : wordMark(words)} ${signingIn ? signIn(view) : nothing}
          ${wizardStands ? keyed(view.phone, wizard(view)) : nothing}
          ${moment.at === 'start' ? start(view, moment.outcome) : nothing}
        </div>
      </main>
      <a class="to-phone" href="#phone">
        ${drawing('messages')}${words.skipToPhone}${unread ? html`<span class="badge">${unread}</span>` : nothing}
      </a>
    </div>
    ${phone(view)} ${toolbar(view)}
  `;
}
