/** The third moment: the company's plain start page, which says what the wizard's passage changed. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Requirement } from '../../src/contract/security-info.js';
import { fill, type Words } from '../words/words.js';
import { drawing } from './icon.js';
import type { Outcome, View } from './view.js';

export function start({ words, ask }: View, { methods, putOff }: Outcome): TemplateResult {
  return html`
    <div class="start">
      <h1 tabindex="-1" data-focus>${words.startTitle}</h1>
      <p class="lead">${methods.length ? words.startHint : words.startHintNone}</p>
      <ul class="facts">
        ${methods.map((method) => registered(method, words))}
        ${putOff.map(
          (requirement) => html`
            <li>
              ${drawing('later', 'icon')}
              <span>
                <b>${requirement.anyOf.map(({ kind }) => nameOf(kind, words)).join(' / ')}</b>
                <span class="detail">${delay(requirement, words)}</span>
              </span>
            </li>
          `,
        )}
      </ul>
      <section class="duty" aria-labelledby="duty">
        <h2 id="duty">${words.dutyTitle}</h2>
        <p><b>${words.dutyTime}</b> ${words.duty}</p>
      </section>
      <button class="secondary" @click=${ask.restart}>${words.startAgain}</button>
    </div>
  `;
}

function registered({ kind, label, isNew }: Outcome['methods'][number], words: Words): TemplateResult {
  const name = nameOf(kind, words);
  return html`
    <li>
      ${drawing('check', 'icon good')}
      <span><b>${name}</b>${label === name ? nothing : html`<span class="detail">${label}</span>`}</span>
      ${isNew ? html`<span class="tag">${words.new}</span>` : nothing}
    </li>
  `;
}

function nameOf(kind: string, { method, methodOther }: Words): string {
  return Object.hasOwn(method, kind) ? method[kind as keyof typeof method] : methodOther;
}

function delay({ skip }: Requirement, words: Words): string {
  if (skip?.daysLeft !== undefined) return fill(words.putOffDays, { days: skip.daysLeft });
  if (skip?.timesLeft !== undefined) return fill(words.putOffTimes, { times: skip.timesLeft });
  return words.putOff;
}
