/** The pages of `badge`, drawn. */
import { html, type TemplateResult } from 'lit';
import { StepElement, textField, type StepView } from '../../src/method.js';
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
    return html`<p>${t(['number.body', { site: context.offer.site }])}</p>
      ${textField({
        name: 'number',
        label: t('number.label'),
        hint: t(['number.hint', { count: numberDigits }]),
        look: 'siw-badge-number',
        inputmode: 'numeric',
        dir: 'ltr',
        value: badge,
        busy,
        problem,
      })}`;
  }

  /** Unlike a code a PIN is kept for years, so the field hides it. */
  #pin({ badge }: On<'pin'>, { t, problem, busy }: View): TemplateResult {
    return html`<p id="siw-about">${badge ? t(['pin.body-number', { number: badge }]) : t('pin.body')}</p>
      ${textField({
        name: 'code',
        label: t('pin.label'),
        about: 'siw-about',
        look: 'siw-badge-pin',
        part: 'code-input',
        type: 'password',
        inputmode: 'numeric',
        dir: 'ltr',
        busy,
        problem,
      })}`;
  }
}
