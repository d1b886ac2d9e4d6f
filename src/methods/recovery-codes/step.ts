/** The pages of `recovery-codes`, drawn. */
import { html, type TemplateResult } from 'lit';
import type { StepView } from '../../contract/step.js';
import { checkbox } from '../../ui/checkbox.js';
import { CopyButtons } from '../../ui/copy-button.js';
import { icon } from '../../ui/icon.js';
import { paths } from '../../ui/icon-paths.js';
import { StepElement } from '../../ui/step-element.js';
import { Copies } from './copies.js';
import type { RecoveryCodes, RecoveryCodesState } from './logic.js';
import { paperOf } from './paper.js';

type View = StepView<RecoveryCodes>;

export class RecoveryCodesStep extends StepElement<RecoveryCodes> {
  readonly #copy = new CopyButtons(this);
  readonly #copies = new Copies(this);

  protected override body(view: View): TemplateResult {
    const { state } = view;
    switch (state.page) {
      case 'set-up':
        return this.#setUp(view);
      case 'codes':
        return this.#codes(state, view);
      case 'registered':
        return html`<p>${view.t('registered.body')}</p>`;
    }
  }

  protected override drawn({ state }: View): void {
    if (state.page !== 'codes') this.#copies.forget();
  }

  #setUp({ t }: View): TemplateResult {
    return html`<p>${t('set-up.body')}</p>
      <ul class="siw-recovery-codes-facts">
        <li>${t('set-up.once')}</li>
        <li>${t('set-up.keep')}</li>
        <li>${t('set-up.old')}</li>
      </ul>`;
  }

  #codes({ codes }: Extract<RecoveryCodesState, { readonly page: 'codes' }>, view: View): TemplateResult {
    const { t } = view;
    return html`<p>${t('codes.body')}</p>
      <div class="siw-recovery-codes-box">
        <p class="siw-hint" id="siw-codes-name">${t('codes.list')}</p>
        <ul
          class="siw-recovery-codes-list"
          part="codes"
          id="siw-codes"
          aria-labelledby="siw-codes-name"
          translate="no"
          dir="ltr"
        >
          ${codes.map((code) => html`<li>${code}</li>`)}
        </ul>
      </div>
      <div class="siw-recovery-codes-actions">
        ${this.#copy.button({
          of: 'siw-codes',
          text: codes.join('\n'),
          words: { copy: t('copy'), copied: t('copied'), selected: t('selected') },
          labelledBy: 'siw-codes-name',
        })}
        ${quiet(paths.download, t('codes.download'), () => {
          this.#copies.download(t('file.name'), paperOf(codes, view));
        })}
        ${quiet(printer, t('codes.print'), () => {
          this.#copies.print(paperOf(codes, view));
        })}
        <span class="siw-hint" role="status">${this.#copies.told(t('codes.downloaded'))}</span>
      </div>
      ${checkbox({ name: 'saved', label: t('codes.saved'), busy: view.busy, problem: view.problem })}`;
  }
}

const printer = 'M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z';

function quiet(path: string, label: string, press: () => void): TemplateResult {
  return html`<button type="button" class="siw-quiet" part="button" @click=${press}>${icon(path)} ${label}</button>`;
}
