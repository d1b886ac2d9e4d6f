/** The pages of `totp`, drawn. */
import { html, nothing, type TemplateResult } from 'lit';
import type { StepView } from '../../contract/step.js';
import { CopyButtons } from '../../ui/copy-button.js';
import { manualEntry } from '../../ui/manual-entry.js';
import { QrPicture } from '../../ui/qr-picture.js';
import { StepElement } from '../../ui/step-element.js';
import { codeField } from '../../ui/text-field.js';
import type { Totp, TotpState } from './logic.js';

type View = StepView<Totp>;
type On<P extends TotpState['page']> = Extract<TotpState, { readonly page: P }>;

export class TotpStep extends StepElement<Totp> {
  readonly #qr = new QrPicture(this);
  readonly #copy = new CopyButtons(this);

  protected override body(view: View): TemplateResult {
    const { state } = view;
    switch (state.page) {
      case 'set-up':
        return this.#setUp(view);
      case 'scan':
        return this.#scan(state, view);
      case 'key':
        return this.#key(state, view);
      case 'code':
        return this.#code(state, view);
      case 'registered':
        return html`<p>${view.t('registered.body')}</p>`;
    }
  }

  #setUp({ t }: View): TemplateResult {
    return html`<p>${t('set-up.body')}</p>
      <ol class="siw-numbered">
        <li>${t('set-up.install')}</li>
        <li>${t('set-up.add')}</li>
        <li>${t('set-up.camera')}</li>
      </ol>`;
  }

  #scan({ provision }: On<'scan'>, { t, context }: View): TemplateResult {
    return html`<p>${t('scan.body')}</p>
      ${this.#qr.draw(provision?.uri, t('scan.picture'))}
      ${provision && context.device.touch && isSafe(provision.deepLink) ? this.#here(provision.deepLink, t) : nothing}
      <p>${t('scan.after')}</p>`;
  }

  /** The link is built when it is used, so that the secret never stands in an attribute (R19, R44). */
  #here(link: string, t: View['t']): TemplateResult {
    return html`<button
      type="button"
      class="siw-quiet siw-totp-here"
      part="button"
      @click=${() => location.assign(link)}
    >
      ${t('scan.here')}
    </button>`;
  }

  #key({ provision: { manual } }: On<'key'>, { t }: View): TemplateResult {
    const values = manual.map(({ name, value }) => ({
      label: t(name === 'account' || name === 'secret' ? `manual.${name}` : 'manual.other'),
      value,
      isGrouped: name === 'secret',
    }));
    return html`<p>${t('manual.body')}</p>
      ${manualEntry(values, this.#copy, { copy: t('copy'), copied: t('copied'), selected: t('selected') })}
      <p>${t('scan.after')}</p>`;
  }

  #code({ shape, problem }: On<'code'>, view: View): TemplateResult {
    const { t } = view;
    const isWrong = typeof problem === 'object' && problem.code === 'invalid_code';
    return html`<p id="siw-about">${t(['code.body', { count: shape.length }])}</p>
      ${codeField({ name: 'code', label: t('code.label'), about: 'siw-about', busy: view.busy, problem: view.problem })}
      ${
        isWrong
          ? html`<ul class="siw-numbered siw-hint">
              <li>${t('hint.entry')}</li>
              <li>${t('hint.next')}</li>
              <li>${t('hint.clock')}</li>
            </ul>`
          : nothing
      }`;
  }
}

/** Only what opens an authenticator app (R56). */
function isSafe(link: string | undefined): link is string {
  return link !== undefined && link.startsWith('otpauth://');
}
