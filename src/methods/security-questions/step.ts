/** The pages of `security-questions`, drawn. What is typed stays in its fields. */
import { html, nothing, type TemplateResult } from 'lit';
import type { StepView } from '../../contract/step.js';
import { longestAnswer, shortestOf, standsIn } from '../../contract/security-answers.js';
import { field, type ControlIds } from '../../ui/field.js';
import { StepElement } from '../../ui/step-element.js';
import { textField } from '../../ui/text-field.js';
import type { On, SecurityQuestions } from './logic.js';
import { ownChoice } from './own-choice.js';

type View = StepView<SecurityQuestions>;

export class SecurityQuestionsStep extends StepElement<SecurityQuestions> {
  /** What each select shows. */
  #chosen: readonly string[] = [];
  /** The rows whose answer stands in its question. */
  #givenAway: readonly boolean[] = [];
  #isHidden = false;

  protected override body(view: View): TemplateResult {
    const { state } = view;
    switch (state.page) {
      case 'intro':
        return this.#intro(view);
      case 'questions':
        return this.#questions(state, view);
      case 'registered':
        return html`<p>${view.t('registered.body')}</p>`;
    }
  }

  #intro({ t }: View): TemplateResult {
    // Whoever comes back starts with empty fields.
    this.#chosen = [];
    this.#givenAway = [];
    return html`<p>${t('intro.body')}</p>
      <p class="siw-hint">${t('intro.private')}</p>`;
  }

  #questions(state: On<'questions'>, view: View): TemplateResult {
    const { t } = view;
    const { count } = state.list;
    return html`<p>${t(['questions.body', { count }])}</p>
      <div
        class="siw-security-questions ${this.#isHidden ? 'siw-security-questions-hidden' : ''}"
        @change=${this.#onChange}
      >
        ${Array.from({ length: count }, (_, row) => this.#row(row, state, view))}
      </div>
      <button type="button" class="siw-quiet siw-security-questions-toggle" part="button" @click=${this.#onToggle}>
        ${t(this.#isHidden ? 'answers.show' : 'answers.hide')}
      </button>`;
  }

  #row(row: number, state: On<'questions'>, view: View): TemplateResult {
    const { t, problem, busy } = view;
    // What is wrong with a question of one's own is told at its field.
    const isOwn = this.#chosen[row] === ownChoice || problem?.field === `own-${row}`;
    const chosen = isOwn ? ownChoice : (this.#chosen[row] ?? '');
    return html`<fieldset class="siw-group">
      <legend>${t(['row.name', { number: row + 1 }])}</legend>
      ${field({ name: `question-${row}`, label: t('row.question'), problem }, (ids) =>
        this.#select(row, chosen, state, view, ids),
      )}
      ${isOwn ? textField({ name: `own-${row}`, label: t('row.own-text'), busy, problem }) : nothing}
      ${
        // No field for a password: that would keep Japanese from being typed, and be remembered by the browser.
        textField({
          name: `answer-${row}`,
          label: t('row.answer'),
          hint: t(['row.answer-hint', { min: shortestOf(state), max: longestAnswer }]),
          busy,
          problem,
        })
      }
      <p class="siw-hint siw-security-questions-warning" role="status">
        ${this.#givenAway[row] ? html`<span>${t('row.stands-in')}</span>` : nothing}
      </p>
    </fieldset>`;
  }

  #select(row: number, chosen: string, { list }: On<'questions'>, { t, busy }: View, ids: ControlIds): TemplateResult {
    const elsewhere = this.#chosen.filter((_, other) => other !== row);
    // What is chosen in another row is not offered twice.
    const questions = list.questions.filter(({ id }) => !elsewhere.includes(id));
    const choices = [
      { id: '', text: t('row.choose') },
      ...questions,
      ...(list.ownAllowed ? [{ id: ownChoice, text: t('row.own') }] : []),
    ];
    return html`<select
      part="input"
      id=${ids.id}
      name="question-${row}"
      autocomplete="off"
      required
      aria-disabled=${busy}
      aria-invalid=${ids.isInvalid}
      aria-describedby=${ids.describedBy}
    >
      ${choices.map(({ id, text: words }) => html`<option value=${id} .selected=${id === chosen}>${words}</option>`)}
    </select>`;
  }

  /** A question was chosen, or a field was left. */
  readonly #onChange = (event: Event): void => {
    const rows = [...(event.currentTarget as HTMLElement).querySelectorAll('fieldset')];
    this.#chosen = rows.map((row) => row.querySelector('select')?.value ?? '');
    this.#givenAway = rows.map((row) => {
      const [own, answer = own] = row.querySelectorAll('input');
      const question = own === answer ? row.querySelector('select')?.selectedOptions[0]?.text : own?.value;
      return standsIn(answer?.value ?? '', question ?? '');
    });
    this.requestUpdate();
  };

  readonly #onToggle = (): void => {
    this.#isHidden = !this.#isHidden;
    this.requestUpdate();
  };
}
