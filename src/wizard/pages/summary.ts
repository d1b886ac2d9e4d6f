/** The last page: what is registered, what the default is, who was told, and what to do if a device is lost. */
import { html, nothing, type TemplateResult } from 'lit';
import type { RegisteredMethod, SecurityInfo } from '../../contract/security-info.js';
import type { StateIn } from '../../core/machine.js';
import { icon } from '../../ui/icon.js';
import { paths } from '../../ui/icon-paths.js';
import { defaultsOf } from '../defaults.js';
import type { LaterStrings } from '../later-strings.js';
import { methodRow } from '../method-row.js';
import { plain, type Page } from '../page.js';
import type { Shell, TellingShell } from '../shell.js';

export function summaryPage(state: StateIn<'summary'>, shell: TellingShell): Page {
  const say = shell.language.sayOf<LaterStrings>('wizard later');
  const { info, working, choosing, problem } = state;
  const canChange = shell.has('setDefault') && defaultsOf(info).length > 1;
  return {
    ...plain,
    phase: 'summary',
    name: 'summary',
    title: say('summary.title'),
    body: html`<div>
      ${icon(paths.check, 'siw-tick')}
      <p>${say('summary.body')}</p>
      ${methodRows(info, shell)}
      ${info.notifiesOnChange ? html`<p class="siw-hint">${say('summary.notified')}</p>` : nothing}
      ${info.methods.length === 1 ? html`<p class="siw-hint">${say('summary.one')}</p>` : nothing}
      <p class="siw-hint">${say('summary.lost')}</p>
    </div>`,
    submit: { label: say('summary.done'), run: () => shell.send({ type: 'finished' }) },
    links: canChange ? [{ label: say('summary.change'), run: () => shell.send({ type: 'default-asked' }) }] : [],
    busy: working === 'completing' ? say('summary.completing') : undefined,
    problem: problem && !choosing ? { text: shell.explain(problem) } : undefined,
  };
}

/** Everything that is registered; the default stands first, as the person will meet it. */
export function methodRows({ defaultMethod, methods }: SecurityInfo, shell: Shell): TemplateResult {
  const say = shell.language.sayOf<LaterStrings>('wizard later');
  const isDefault = ({ id }: RegisteredMethod): boolean => id === defaultMethod?.methodId;
  const row = (method: RegisteredMethod): TemplateResult =>
    isDefault(method)
      ? methodRow(method, shell, { mark: say('summary.default'), channel: defaultMethod?.channel })
      : methodRow(method, shell);
  return html`<ul class="siw-rows" part="methods" aria-label=${say('summary.methods')}>
    ${[...methods].sort((a, b) => Number(isDefault(b)) - Number(isDefault(a))).map(row)}
  </ul>`;
}
