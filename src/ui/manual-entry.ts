/** "Can't scan?": what to type by hand instead, each value named, readable and to be copied bare. */
import { html, type TemplateResult } from 'lit';
import type { CopyButtons, CopyWords } from './copy-button.js';

export interface ManualValue {
  readonly label: string;
  readonly value: string;
  /** In groups of four, which are read off more easily, and read aloud with pauses; apps ignore the spaces between. */
  readonly isGrouped: boolean;
}

export function manualEntry(values: readonly ManualValue[], buttons: CopyButtons, words: CopyWords): TemplateResult {
  return html`<dl class="siw-manual">
    ${values.map(
      ({ label, value, isGrouped }, name) =>
        html`<dt id="siw-manual-${name}-name">${label}</dt>
          <dd>
            <bdi class="siw-manual-value" dir="ltr" id="siw-manual-${name}">${isGrouped ? inGroups(value) : value}</bdi>
            ${buttons.button({
              of: `siw-manual-${name}`,
              text: value,
              words,
              labelledBy: `siw-manual-${name}-name`,
            })}
          </dd>`,
    )}
  </dl>`;
}

function inGroups(value: string): TemplateResult[] {
  return (value.match(/.{1,4}/gu) ?? []).map((group) => html`<span class="siw-manual-group">${group} </span>`);
}
