/** Everything is registered already, and the organisation wants it looked at again: “Looks good” is all it takes (F153). */
import { html } from 'lit';
import type { StateIn } from '../../core/machine.js';
import type { AsideStrings } from '../aside-strings.js';
import type { Page } from '../page.js';
import type { TellingShell } from '../shell.js';
import { methodRows, summaryPage } from './summary.js';

export function reviewPage(state: StateIn<'summary'>, shell: TellingShell): Page {
  const say = shell.language.sayOf<AsideStrings>('wizard aside');
  const summary = summaryPage(state, shell);
  return {
    ...summary,
    name: 'review',
    title: say('review.title'),
    body: html`<div>
      <p>${say('review.body')}</p>
      ${methodRows(state.info, shell)}
      <p class="siw-hint">${say('review.wrong')}</p>
    </div>`,
    submit: summary.submit && { ...summary.submit, label: say('review.right') },
  };
}
