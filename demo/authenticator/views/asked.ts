/** A request for approval: who, where, when; and the number, which the person reads off the sign-in page. */
import { html, nothing, type TemplateResult } from 'lit';
import { fill } from '../../words/words.js';
import { requestLife } from '../protocol.js';
import type { SheetAt } from '../sheet.js';
import type { View } from './view.js';

export function asked(view: View, { request, problem, busy }: SheetAt<'asked'>): TemplateResult {
  const { words, ask, language, now } = view;
  const onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    const number = new FormData(event.currentTarget as HTMLFormElement).get('number');
    void ask.approve(typeof number === 'string' ? number : '');
  };
  // By this device's clock, as everything else that the person compares it with.
  const time = new Intl.DateTimeFormat(language, { timeStyle: 'short' });
  const isNumber = problem === 'two-digits' || problem === 'wrong-number';
  const facts = [
    [words.account, request.account.label],
    [words.organization, request.account.organization],
    [words.from, request.app],
    [words.time, time.format(request.until - requestLife)],
  ].filter(([, fact]) => fact);
  return html`
    <form @submit=${onSubmit}>
      ${countdown(request.until - now, words.left)}
      <h2 id="sheet-title" tabindex="-1" data-focus>${words.askTitle}</h2>
      <dl>
        ${facts.map(
          ([name, fact]) =>
            html`<div>
              <dt>${name}</dt>
              <dd>${fact}</dd>
            </div>`,
        )}
      </dl>
      <label for="number">${words.number}</label>
      <p class="problem" id="number-problem" role="alert">${problem ? words.problems[problem] : nothing}</p>
      <input
        id="number"
        name="number"
        inputmode="numeric"
        autocomplete="off"
        maxlength="2"
        size="2"
        dir="ltr"
        enterkeyhint="done"
        aria-invalid=${isNumber ? 'true' : nothing}
        aria-describedby="number-problem number-hint"
      />
      <p class="hint" id="number-hint">${words.numberHint}</p>
      <div class="buttons">
        <button class="primary" aria-busy=${busy === 'approve'}>${words.yes}</button>
        <button class="refuse" type="button" aria-busy=${busy === 'deny'} @click=${ask.deny}>${words.no}</button>
      </div>
    </form>
  `;
}

/** The tram on its way from one stop to the other; when it arrives, the request is over. */
function countdown(left: number, text: string): TemplateResult {
  const seconds = Math.min(Math.max(Math.ceil(left / 1000), 0), requestLife / 1000);
  const clock = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  const way = 12 + (1 - (seconds * 1000) / requestLife) * 216;
  return html`
    <div class="countdown">
      <svg viewBox="0 0 240 26" aria-hidden="true">
        <path class="rail" d="M12 20h216" />
        <path class="done" d=${`M12 20H${way}`} />
        <circle class="stop" cx="12" cy="20" r="4" />
        <circle class="stop" cx="228" cy="20" r="4" />
        <g transform=${`translate(${way - 12} 4)`}>
          <path class="tram" d="M0 7h24v5a3 3 0 0 1-3 3H3a3 3 0 0 1-3-3Z" />
          <path class="roof" d="M0 7V5a4 4 0 0 1 4-4h16a4 4 0 0 1 4 4v2Z" />
          <path class="panes" d="M3 4h5v5H3ZM9.5 4h5v5h-5ZM16 4h5v5h-5Z" />
        </g>
      </svg>
      <p>${fill(text, { time: clock })}</p>
    </div>
  `;
}
