/** The last page: what is registered, what the default is, who was told, and what to do if a device is lost (R127). */
import { html, nothing } from 'lit';
import type { EnrollmentFault } from '../../contract/fault.js';
import type { RegisteredMethod } from '../../contract/security-info.js';
import type { FlowState } from '../../core/flow-state.js';
import { icon, paths } from '../../ui/icon.js';
import type { LaterStrings } from '../later-strings.js';
import { methodRow } from '../method-row.js';
import { plain, type Page } from '../page.js';
import type { Shell } from '../shell.js';

export function summaryPage(
  state: Extract<FlowState, { readonly phase: 'summary' }>,
  shell: Shell,
  explain: (fault: EnrollmentFault) => string,
): Page {
  const say = shell.language.sayOf<LaterStrings>('later');
  const { info, working, problem } = state;
  const isDefault = ({ id }: RegisteredMethod): boolean => id === info.defaultMethod?.methodId;
  // The default stands first, as the person will meet it.
  const methods = [...info.methods].sort((a, b) => Number(isDefault(b)) - Number(isDefault(a)));
  return {
    ...plain,
    phase: 'summary',
    name: 'summary',
    title: say('summary.title'),
    body: html`<div>
      ${icon(paths.check, 'siw-tick')}
      <p>${say('summary.body')}</p>
      <ul class="siw-rows" part="methods" aria-label=${say('summary.methods')}>
        ${methods.map((method) => methodRow(method, shell, isDefault(method) ? say('summary.default') : undefined))}
      </ul>
      ${info.notifiesOnChange ? html`<p class="siw-hint">${say('summary.notified')}</p>` : nothing}
      ${methods.length === 1 ? html`<p class="siw-hint">${say('summary.one')}</p>` : nothing}
      <p class="siw-hint">${say('summary.lost')}</p>
    </div>`,
    submit: { label: say('summary.done'), run: () => shell.send({ type: 'finished' }) },
    busy: working === undefined ? undefined : say('summary.completing'),
    problem: problem && { text: explain(problem) },
  };
}
