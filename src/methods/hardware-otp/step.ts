/** The pages of `hardware-otp`, drawn. */
import { html, nothing, svg, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { StepView } from '../../contract/step.js';
import { codeField, field, type ControlIds } from '../../ui/field.js';
import { StepElement } from '../../ui/step-element.js';
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
      ${field(
        { name: 'serial', label: t('serial.label'), hint: t('serial.hint'), about: 'siw-about', problem },
        (ids) => textInput(ids, { name: 'serial', value: typed, busy, isRequired: true }),
      )}`;
  }

  #name({ name }: On<'name'>, { t, busy, problem }: View): TemplateResult {
    return html`<p id="siw-about">${t('name.body')}</p>
      ${field({ name: 'label', label: t('name.label'), hint: t('name.hint'), about: 'siw-about', problem }, (ids) =>
        textInput(ids, { name: 'label', value: name, busy, isRequired: false }),
      )}`;
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

interface TextInput {
  readonly name: 'serial' | 'label';
  readonly value: string;
  readonly busy: boolean;
  readonly isRequired: boolean;
}

function textInput(
  { id, describedBy, isInvalid }: ControlIds,
  { name, value, busy, isRequired }: TextInput,
): TemplateResult {
  const isSerial = name === 'serial';
  return html`<input
    part="input"
    class=${isSerial ? 'siw-hardware-otp-serial' : nothing}
    id=${id}
    name=${name}
    type="text"
    autocomplete="off"
    autocapitalize=${isSerial ? 'characters' : 'sentences'}
    autocorrect=${isSerial ? 'off' : nothing}
    spellcheck=${isSerial ? 'false' : nothing}
    dir=${isSerial ? 'ltr' : 'auto'}
    ?required=${isRequired}
    .defaultValue=${value}
    ?readonly=${busy}
    aria-invalid=${ifDefined(isInvalid)}
    aria-describedby=${ifDefined(describedBy)}
  />`;
}

/** The back of a token: where to look. */
const back = html`<svg class="siw-hardware-otp-back" viewBox="0 0 168 60" aria-hidden="true">
  ${svg`<rect x="1" y="1" width="166" height="58" rx="29" /><circle cx="24" cy="30" r="8" /><path d="M52 20h44M52 28h28" /><g class="siw-hardware-otp-mark"><rect x="48" y="36" width="84" height="14" rx="3" /><path d="M54 43h72" /></g>`}
</svg>`;
