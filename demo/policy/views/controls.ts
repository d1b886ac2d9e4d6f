/** The controls that a policy is composed with: real ones, each of which changes the situation as soon as it is changed. */
import { html, type TemplateResult } from 'lit';

type Options<T extends string> = readonly (readonly [value: T, name: string, hint?: string])[];

export function group(legend: string, ...content: readonly unknown[]): TemplateResult {
  return html`
    <fieldset>
      <legend>${legend}</legend>
      ${content}
    </fieldset>
  `;
}

export function radios<T extends string>(
  name: string,
  options: Options<T>,
  chosen: T,
  onChoose: (value: T) => void,
): TemplateResult {
  return html`
    <div class="options">
      ${options.map(
        ([value, text, hint]) => html`
          <label class="option">
            <input
              type="radio"
              name=${name}
              value=${value}
              .checked=${value === chosen}
              @change=${() => onChoose(value)}
            />
            <span>${text}${hint === undefined ? '' : html`<small>${hint}</small>`}</span>
          </label>
        `,
      )}
    </div>
  `;
}

export function select<T extends string>(
  name: string,
  label: string,
  options: Options<T>,
  chosen: T,
  onChoose: (value: T) => void,
): TemplateResult {
  const onChange = (event: Event): void => {
    // The values of a select are those of its options.
    onChoose((event.target as HTMLSelectElement).value as T);
  };
  return html`
    <label class="row">
      <span>${label}</span>
      <select name=${name} @change=${onChange}>
        ${options.map(([value, text]) => html`<option value=${value} .selected=${value === chosen}>${text}</option>`)}
      </select>
    </label>
  `;
}

export function check(
  name: string,
  label: string,
  checked: boolean,
  onSet: (checked: boolean) => void,
): TemplateResult {
  return html`
    <label class="option">
      <input type="checkbox" name=${name} .checked=${checked} @change=${onChecked(onSet)} />
      <span>${label}</span>
    </label>
  `;
}

/** How many, on a scale; said in words beside it, and to those who do not see it. */
export function slider(
  name: string,
  label: string,
  { value, most, text }: { readonly value: number; readonly most: number; readonly text: string },
  onSet: (value: number) => void,
): TemplateResult {
  return html`
    <label class="row">
      <span>${label}<b>${text}</b></span>
      <input
        type="range"
        name=${name}
        min="0"
        max=${most}
        .value=${String(value)}
        aria-valuetext=${text}
        @input=${(event: Event) => onSet((event.target as HTMLInputElement).valueAsNumber)}
      />
    </label>
  `;
}

export function onChecked(onSet: (checked: boolean) => void): (event: Event) => void {
  return (event) => onSet((event.target as HTMLInputElement).checked);
}
