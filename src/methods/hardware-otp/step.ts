/** The pages of `hardware-otp`, drawn. */
import { html, nothing, svg, type TemplateResult } from 'lit';
import type { StepView } from '../../contract/step.js';
import { StepElement } from '../../ui/step-element.js';
import { codeField, textField } from '../../ui/text-field.js';
import type { HardwareOtp, On } from './state.js';

type View = StepView<HardwareOtp>;

export class HardwareOtpStep extends StepElement<HardwareOtp> {
  protected override body(view: View): TemplateResult {
    const { state } = view;
    switch (state.page) {
      case 'serial':
        return this.#serial(state, view);
      case 'name':
        return this.#name(state, view);
      case 'code':
        return this.#code(state, view);
      case 'registered':
        return html`<p>${view.t('registered.body')}</p>`;
    }
  }

  #serial({ typed }: On<'serial'>, { t, busy, problem }: View): TemplateResult {
    return html`<p id="siw-about">${t('serial.body')}</p>
      ${back}
      ${textField({
        name: 'serial',
        label: t('serial.label'),
        hint: t('serial.hint'),
        about: 'siw-about',
        look: 'siw-hardware-otp-serial',
        dir: 'ltr',
        autocapitalize: 'characters',
        value: typed,
        busy,
        problem,
      })}`;
  }

  #name({ name }: On<'name'>, { t, busy, problem }: View): TemplateResult {
    return html`<p id="siw-about">${t('name.body')}</p>
      ${textField({
        name: 'label',
        label: t('name.label'),
        hint: t('name.hint'),
        about: 'siw-about',
        autocapitalize: 'sentences',
        isOptional: true,
        value: name,
        busy,
        problem,
      })}`;
  }

  #code({ shape: { length, alphabet }, problem }: On<'code'>, { t, busy, problem: told }: View): TemplateResult {
    const isWrong = typeof problem === 'object' && problem.code === 'invalid_code';
    return html`<p id="siw-about">${t(['code.body', { count: length }])}</p>
      ${codeField({ name: 'code', label: t('code.label'), about: 'siw-about', busy, alphabet, problem: told })}
      ${
        isWrong
          ? html`<ul class="siw-numbered siw-hint">
              <li>${t('hint.next')}</li>
              <li>${t('hint.serial')}</li>
            </ul>`
          : nothing
      }`;
  }
}

/** The back of a token: where to look. */
const back = html`<svg class="siw-hardware-otp-back" viewBox="0 0 168 60" aria-hidden="true">
  ${svg`<rect x="1" y="1" width="166" height="58" rx="29" /><circle cx="24" cy="30" r="8" /><path d="M52 20h44M52 28h28" /><g class="siw-hardware-otp-mark"><rect x="48" y="36" width="84" height="14" rx="3" /><path d="M54 43h72" /></g>`}
</svg>`;
