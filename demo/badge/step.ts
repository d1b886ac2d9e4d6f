/** The pages of `badge`, drawn. */
import { html, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { StepElement, field, type StepView } from '../../src/method.js';
import { numberDigits, type Badge, type On } from './logic.js';

type View = StepView<Badge>;

export class BadgeStep extends StepElement<Badge> {
  protected override body(view: View): TemplateResult {
    const { state, t } = view;
    switch (state.page) {
      case 'number':
        return this.#number(state, view);
      case 'pin':
        return this.#pin(state, view);
      case 'registered':
        return html`<p>${t('registered.body')}</p>`;
    }
  }

  #number({ badge }: On<'number'>, { t, context, problem, busy }: View): TemplateResult {
    const label = t('number.label');
    const hint = t(['number.hint', { count: numberDigits }]);
    return html`<p>${t(['number.body', { site: context.offer.site }])}</p>
      ${field(
        { name: 'number', label, hint, problem },
        ({ id, describedBy, isInvalid }) =>
          html`<input
            class="siw-badge-number"
            part="input"
            id=${id}
            name="number"
            inputmode="numeric"
            autocomplete="off"
            dir="ltr"
            required
            .defaultValue=${badge}
            ?readonly=${busy}
            aria-invalid=${ifDefined(isInvalid)}
            aria-describedby=${ifDefined(describedBy)}
          />`,
      )}`;
  }

  /** Unlike a code a PIN is kept for years, so the field hides it. */
  #pin({ badge }: On<'pin'>, { t, problem, busy }: View): TemplateResult {
    return html`<p id="siw-about">${badge ? t(['pin.body-number', { number: badge }]) : t('pin.body')}</p>
      ${field(
        { name: 'code', label: t('pin.label'), about: 'siw-about', problem },
        ({ id, describedBy, isInvalid }) =>
          html`<input
            class="siw-badge-pin"
            part="input code-input"
            id=${id}
            name="code"
            type="password"
            inputmode="numeric"
            autocomplete="off"
            dir="ltr"
            required
            ?readonly=${busy}
            aria-invalid=${ifDefined(isInvalid)}
            aria-describedby=${ifDefined(describedBy)}
          />`,
      )}`;
  }
}
