/** One labelled field with its hint and its problem: the label always visible, everything linked by id. */
import { html, nothing, type TemplateResult } from 'lit';

/** What is wrong, in words; without `field` it belongs to the page. */
export interface Problem {
  readonly field?: string;
  readonly text: string;
}

export interface FieldOptions {
  /** The name under which the form hands it over; also the root of its ids. */
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly problem?: Problem | undefined;
  /** The ids of sentences elsewhere on the page that have to be read with the field. */
  readonly about?: string;
}

/** What ties a control to its label, hint and problem, as its template takes it: “nothing” leaves an attribute out. */
export interface ControlIds {
  readonly id: string;
  readonly describedBy: string | typeof nothing;
  readonly isInvalid: boolean;
}

/** Draws label, hint, control and problem, in this order. */
export function field(options: FieldOptions, control: (ids: ControlIds) => TemplateResult): TemplateResult {
  const { name, label, hint, problem, about } = options;
  const id = `siw-${name}`;
  const isWrong = problem?.field === name;
  const describedBy = [about, hint && `${id}-hint`, isWrong && `${id}-problem`].filter(Boolean).join(' ') || nothing;
  return html`<div class="siw-field" part="field">
    <label part="label" for=${id}>${label}</label>
    ${hint ? html`<p class="siw-hint" part="hint" id="${id}-hint">${hint}</p>` : nothing}
    ${control({ id, describedBy, isInvalid: isWrong })}
    ${isWrong ? html`<p class="siw-problem" part="problem" id="${id}-problem">${problem.text}</p>` : nothing}
  </div>`;
}
