/** The whole page: what is wanted on one side, what comes of it beside that, and what the person sees. */
import { html, type TemplateResult } from 'lit';
import { wordMark } from '../../views/word-mark.js';
import { compose } from './compose.js';
import { look } from './look.js';
import { headline, plan } from './plan.js';
import { stage } from './stage.js';
import type { View } from './view.js';

export function page(view: View): TemplateResult {
  const { words, say } = view;
  return html`
    <header class="policy-head">
      ${wordMark(words)}
      <div class="policy-title">
        <h1>${say.title}</h1>
        <p>${say.lead}</p>
      </div>
      ${look(view)}
    </header>
    <main class="policy">${compose(view)} ${plan(view)} ${stage(view)}</main>
    <nav class="policy-foot" aria-label=${say.plan.title}>
      <p role="status">${headline(view)}</p>
      <a href="#plan">${say.toPlan}</a>
      <a href="#stage">${say.toWizard}</a>
    </nav>
  `;
}
