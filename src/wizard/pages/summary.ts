/** The last page: what is registered, what the default is, who was told, and what to do if a device is lost (R127). */
import { html, nothing } from 'lit';
import type { EnrollmentFault } from '../../contract/fault.js';
import type { RegisteredMethod } from '../../contract/security-info.js';
import type { StateIn } from '../../core/machine.js';
import { icon } from '../../ui/icon.js';
import { paths } from '../../ui/icon-paths.js';
import { defaultsOf } from '../defaults.js';
import type { LaterStrings } from '../later-strings.js';
import { methodRow } from '../method-row.js';
import { plain, type Page } from '../page.js';
import type { Shell } from '../shell.js';

export function summaryPage(
  state: StateIn<'summary'>,
  shell: Shell,
  explain: (fault: EnrollmentFault) => string,
): Page {
  const say = shell.language.sayOf<LaterStrings>('wizard later');
  const { info, working, choosing, problem, gained } = state;
  const { defaultMethod, methods } = info;
  const isDefault = ({ id }: RegisteredMethod): boolean => id === defaultMethod?.methodId;
  const row = (method: RegisteredMethod) =>
    isDefault(method)
      ? methodRow(method, shell, { mark: say('summary.default'), channel: defaultMethod?.channel })
      : methodRow(method, shell);
  // Nothing was registered in this run, so nothing is new: it is only looked at again (F153).
  const isReview = !gained;
  const canChange = shell.has('setDefault') && defaultsOf(info).length > 1;
  return {
    ...plain,
    phase: 'summary',
    name: isReview ? 'review' : 'summary',
    title: say(isReview ? 'review.title' : 'summary.title'),
    body: html`<div>
      ${isReview ? nothing : icon(paths.check, 'siw-tick')}
      <p>${say(isReview ? 'review.body' : 'summary.body')}</p>
      <ul class="siw-rows" part="methods" aria-label=${say('summary.methods')}>
        ${
          // The default stands first, as the person will meet it.
          [...methods].sort((a, b) => Number(isDefault(b)) - Number(isDefault(a))).map(row)
        }
      </ul>
      ${info.notifiesOnChange && !isReview ? html`<p class="siw-hint">${say('summary.notified')}</p>` : nothing}
      ${methods.length === 1 ? html`<p class="siw-hint">${say('summary.one')}</p>` : nothing}
      <p class="siw-hint">${say(isReview ? 'review.wrong' : 'summary.lost')}</p>
    </div>`,
    submit: { label: say(isReview ? 'review.right' : 'summary.done'), run: () => shell.send({ type: 'finished' }) },
    links: canChange ? [{ label: say('summary.change'), run: () => shell.send({ type: 'default-asked' }) }] : [],
    busy: working === 'completing' ? say('summary.completing') : undefined,
    problem: problem && !choosing ? { text: explain(problem) } : undefined,
  };
}
