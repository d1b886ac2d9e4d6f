/** The pages of `email`, drawn. */
import { html, nothing, type TemplateResult } from 'lit';
import type { StepView } from '../../contract/step.js';
import { around } from '../../ui/sentence.js';
import { StepElement } from '../../ui/step-element.js';
import { codeField, textField } from '../../ui/text-field.js';
import type { Email, On } from './logic.js';
import { likelyDomain } from './typo.js';

type View = StepView<Email>;

export class EmailStep extends StepElement<Email> {
  /** What the hint is about, while it differs from what was handed in. */
  #typed: string | undefined;

  protected override body(view: View): TemplateResult {
    const { state } = view;
    switch (state.page) {
      case 'address':
        return this.#address(state, view);
      case 'code':
        return this.#code(state, view);
      case 'registered':
        return html`<p>${view.t('registered.body')}</p>`;
    }
  }

  #address({ typed }: On<'address'>, { t, problem, busy }: View): TemplateResult {
    const meant = likelyDomain(this.#typed ?? typed);
    return html`<p>${t('address.body')}</p>
      <div @change=${this.#onChange}>
        ${textField({
          name: 'address',
          label: t('address.label'),
          hint: t('address.hint'),
          type: 'email',
          autocomplete: 'email',
          dir: 'ltr',
          about: 'siw-typo',
          value: typed,
          busy,
          problem,
        })}
        <p class="siw-hint" id="siw-typo" role="status">
          ${meant ? naming((domain) => t(['address.typo', { domain }]), meant) : nothing}
        </p>
      </div>`;
  }

  #code({ typed, to, length: count, alphabet, resend }: On<'code'>, { t, problem, busy }: View): TemplateResult {
    const meant = likelyDomain(typed);
    return html`<p id="siw-about">
        ${to ? naming((address) => t(['code.body', { count, address }]), to) : t(['code.body-unnamed', { count }])}
      </p>
      ${codeField({ name: 'code', label: t('code.label'), about: 'siw-about siw-typo', busy, alphabet, problem })}
      <p class="siw-hint" id="siw-typo">
        ${meant ? naming((domain) => t(['code.typo', { domain }]), meant) : t('code.junk')}
      </p>
      ${resend.type === 'used-up' ? html`<p class="siw-hint">${t('code.no-more')}</p>` : nothing}`;
  }

  /** When the field is left, and not at every key: nobody is corrected while typing. */
  readonly #onChange = (event: Event): void => {
    this.#typed = (event.target as HTMLInputElement).value;
    this.requestUpdate();
  };
}

/** An address in a sentence keeps its own direction there. */
function naming(say: (mark: string) => string, address: string): TemplateResult {
  return around(say, html`<bdi class="siw-strong" dir="ltr">${address}</bdi>`);
}
