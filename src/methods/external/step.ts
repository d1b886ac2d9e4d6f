/** The pages of `external`, drawn. */
import { html, nothing, type TemplateResult } from 'lit';
import type { StepView } from '../../contract/step.js';
import { StepElement } from '../../ui/step-element.js';
import type { External, On } from './logic.js';

type View = StepView<External>;

export class ExternalStep extends StepElement<External> {
  protected override body(view: View): TemplateResult {
    const { state, t } = view;
    switch (state.page) {
      case 'about':
        return this.#about(view);
      case 'go':
        return this.#go(state, view);
      case 'returning':
        return html`<p>${t('returning.body')}</p>`;
      case 'rejected':
        return html`<p>
          ${t(Object.hasOwn(reasons, state.reason) ? reasons[state.reason as keyof typeof reasons] : 'rejected.other')}
        </p>`;
      case 'registered':
        return html`<p>${t('registered.body')}</p>`;
    }
  }

  #about({ t, context }: View): TemplateResult {
    const { displayName } = context.offer;
    // A name of another direction must not turn the sentence around.
    const name = `\u2068${displayName ?? ''}\u2069`;
    return html`<p>${displayName === undefined ? t('about.body') : t(['about.body-named', { name }])}</p>
      <p>${t('about.steps')}</p>`;
  }

  #go({ to, isAway }: On<'go'>, { t }: View): TemplateResult {
    return html`<p>${t('go.body')}</p>
      <p class="siw-external-site" dir="ltr">${to.site}</p>
      <p class="siw-hint">${t('go.check')}</p>
      ${isAway ? html`<p role="status">${t('go.away')}</p>` : nothing}`;
  }

  /** The address is the only thing that the person has brought back; what it is worth is for the backend to say. */
  protected override drawn({ state }: View): void {
    if (state.page === 'returning' && !state.isAsked) this.send({ type: 'came-back', url: location.href });
  }
}

const reasons = {
  denied: 'rejected.denied',
  'timed-out': 'rejected.timed-out',
} as const;
