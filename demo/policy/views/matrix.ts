/** Every method in a row: what it is allowed for, whether the person has it, whether it can be used here. */
import { html, type TemplateResult } from 'lit';
import { fill } from '../../words/words.js';
import { methods, type Method, type Situation } from '../situation.js';
import { onChecked } from './controls.js';
import type { View } from './view.js';

/** Parts of the situation that are lists of methods, as columns. */
type Column = 'signIn' | 'reset' | 'has' | 'unusable';
const columns: readonly Column[] = ['signIn', 'reset', 'has', 'unusable'];

/** Asked for at the end of a run only, and switched on there. */
const rows = methods.filter((method) => method !== 'app-password');

export function matrix(view: View): TemplateResult {
  const { say } = view;
  return html`
    <table class="matrix">
      <thead>
        <tr>
          <th scope="col"><span class="visually-hidden">${say.methods.method}</span></th>
          ${columns.map((column) => html`<th scope="col">${say.methods[column]}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map((method) => row(method, view))}
      </tbody>
    </table>
    <p class="hint">${say.methods.hint}</p>
  `;
}

function row(method: Method, { words, say, situation, ask }: View): TemplateResult {
  const name = words.method[method];
  const box = (column: Column): TemplateResult => html`
    <td>
      <label>
        <span class="visually-hidden">${fill(say.methods.box, { method: name, column: say.methods[column] })}</span>
        <input
          type="checkbox"
          name=${column}
          value=${method}
          .checked=${situation[column].includes(method)}
          @change=${onChecked((isIn) => ask.change(listed(situation, column, method, isIn)))}
        />
      </label>
    </td>
  `;
  return html`<tr>
    <th scope="row">${name}</th>
    ${columns.map(box)}
  </tr>`;
}

function listed(situation: Situation, column: Column, method: Method, isIn: boolean): Partial<Situation> {
  const others = situation[column].filter((one) => one !== method);
  return { [column]: isIn ? [...others, method] : others };
}
