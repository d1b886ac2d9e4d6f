/** The pages of `app-password`, drawn. */
import { html, type TemplateResult } from 'lit';
import type { StepView } from '../../contract/step.js';
import { CopyButtons } from '../../ui/copy-button.js';
import { manualEntry } from '../../ui/manual-entry.js';
import { StepElement } from '../../ui/step-element.js';
import { textField } from '../../ui/text-field.js';
import type { AppPassword, AppPasswordState } from './logic.js';

type View = StepView<AppPassword>;
type On<P extends AppPasswordState['page']> = Extract<AppPasswordState, { readonly page: P }>;

export class AppPasswordStep extends StepElement<AppPassword> {
  readonly #copy = new CopyButtons(this);

  protected override body(view: View): TemplateResult {
    const { state } = view;
    switch (state.page) {
      case 'name':
        return this.#name(state, view);
      case 'password':
        return this.#password(state, view);
      case 'registered':
        return html`<p>${view.t('registered.body')}</p>`;
    }
  }

  #name({ name }: On<'name'>, { t, busy, problem, context }: View): TemplateResult {
    const suggestion = t(context.device.touch ? 'name.suggestion-phone' : 'name.suggestion');
    return html`<p>${t('name.body')}</p>
      ${textField({
        name: 'label',
        label: t('name.label'),
        hint: t('name.hint'),
        value: name ?? suggestion,
        autocapitalize: 'sentences',
        busy,
        problem,
      })}`;
  }

  #password({ name, password }: On<'password'>, { t }: View): TemplateResult {
    const label = name === undefined ? t('password.label') : t(['password.label-of', { name }]);
    // What a backend has grouped itself is not cut again.
    const isGrouped = /^\w+$/.test(password);
    return html`<p>${t('password.body')}</p>
      <div translate="no">
        ${manualEntry([{ label, value: password, isGrouped }], this.#copy, {
          copy: t('copy'),
          copied: t('copied'),
          selected: t('selected'),
        })}
      </div>
      <p>${t('password.after')}</p>`;
  }
}
