/** One of several ways, as a radio with what there is to know of it: a whole row to press. */
import { html, nothing, type TemplateResult } from 'lit';

export interface ChoiceOptions {
  /** The name under which the form hands over the chosen value. */
  readonly name: string;
  readonly value: string;
  readonly label: string;
  readonly hint?: string | undefined;
  /** Short marks, such as that it is recommended. */
  readonly badges?: readonly string[];
  /** Where the choice stands before the person moves it. */
  readonly isChosen: boolean;
  readonly busy?: boolean;
}

/** A held choice keeps its focus, so it is not `disabled`; the arrow keys click as well. */
export const hold = (event: Event): void => event.preventDefault();

/** Stands in a `fieldset` of class `siw-choices`, whose `legend` asks the question. */
export function choice({
  name,
  value,
  label,
  hint,
  badges = [],
  isChosen,
  busy = false,
}: ChoiceOptions): TemplateResult {
  const id = `siw-${name}-${value}`;
  return html`<label class="siw-choice" part="choice">
    <input
      type="radio"
      name=${name}
      value=${value}
      ?checked=${isChosen}
      aria-disabled=${busy}
      @click=${busy ? hold : nothing}
      aria-labelledby="${id}-name"
      aria-describedby=${hint || badges.length > 0 ? id : nothing}
    />
    <span>
      <span class="siw-strong" id="${id}-name">${label}</span><br />
      <span class="siw-hint" id=${id}>
        <bdi>${hint}</bdi>
        <span class="siw-badges"
          >${badges.map((badge) => html`<span class="siw-badge" part="badge">${badge}</span>`)}</span
        >
      </span>
    </span>
  </label>`;
}
