/** "Method n of m", above the heading of a method's pages. */
import { html, nothing, type TemplateResult } from 'lit';
import { progressOf, type Progress } from '../core/progress.js';
import type { StateIn } from '../core/machine.js';
import type { LaterStrings } from './later-strings.js';
import type { Page } from './page.js';
import { nameOf, type Shell } from './shell.js';

export function progressLine(
  { info, at, registered }: StateIn<'method' | 'chooser'>,
  shell: Shell,
): Pick<Page, 'progress' | 'top'> {
  const progress = progressOf(info, at.requirementId, at.offer, registered !== undefined);
  // With a single method there is nothing to count; and what follows one that is asked for no more is in no plan.
  return progress.total < 2 || progress.current < 1
    ? { progress: undefined, top: undefined }
    : { progress, top: draw(progress, shell) };
}

/** Text first, since lines alone are often missed; the list says the same to assistive technology (R111). */
function draw({ current, total, steps }: Progress, shell: Shell): TemplateResult {
  const say = shell.language.sayOf<LaterStrings>('wizard later');
  return html`<div class="siw-top" part="progress">
    <p class="siw-hint" id="siw-progress">${say(['progress', { current, total }])}</p>
    <ol class="siw-steps">
      ${steps.map(
        ({ offer, status }, index) =>
          html`<li class="siw-${status}" aria-current=${index + 1 === current ? 'step' : nothing}>
            <span class="siw-unseen">${say([`step.${status}`, { method: nameOf(shell, offer) }])}</span>
          </li>`,
      )}
    </ol>
  </div>`;
}
