/** One box to tick, as a whole row to press; its problem is tied to it as to any other field. */
import { html, nothing, type TemplateResult } from 'lit';
import { hold } from './choice.js';
import type { Problem } from './field.js';

export interface CheckboxOptions {
  /** The name under which the form hands it over, while it is ticked; also the root of its ids. */
  readonly name: string;
  readonly label: string;
  readonly busy: boolean;
  readonly problem?: Problem | undefined;
}

/** Never drawn ticked: whoever ticks it says something by that. */
export function checkbox({ name, label, busy, problem }: CheckboxOptions): TemplateResult {
  const id = `siw-${name}`;
  const isWrong = problem?.field === name;
  return html`<div class="siw-field" part="field">
    <label class="siw-choice" part="choice">
      <input
        type="checkbox"
        part="checkbox"
        id=${id}
        name=${name}
        required
        aria-disabled=${busy}
        @click=${busy ? hold : nothing}
        aria-invalid=${isWrong}
        aria-describedby=${isWrong ? `${id}-problem` : nothing}
      />
      <span>${label}</span>
    </label>
    ${isWrong ? html`<p class="siw-problem" part="problem" id="${id}-problem">${problem.text}</p>` : nothing}
  </div>`;
}
