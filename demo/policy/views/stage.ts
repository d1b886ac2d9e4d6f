/** What the person sees: the wizard on the company's sheet, as the plan makes it, and what comes after it. */
import { html, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { SiwRedirectEvent } from '../../../src/index.js';
import { drawing } from '../../views/icon.js';
import { wordMark } from '../../views/word-mark.js';
import type { Ending, View } from './view.js';

export function stage(view: View): TemplateResult {
  const { say, ending, adapter, query, ask } = view;
  return html`
    <section class="site stage" id="stage" tabindex="-1" aria-labelledby="stage-title">
      ${drawing('coast', 'coast')}
      <h2 id="stage-title">${say.stage.title}</h2>
      <div class="card">${ending === undefined ? keyed(adapter, wizard(view)) : after(ending, view)}</div>
      <p class="ways">
        <button type="button" class="secondary" @click=${ask.restart}>${say.stage.again}</button>
        <a href=${`/${query}`}>${say.stage.walk}</a>
      </p>
    </section>
  `;
}

function wizard({ words, language, adapter, ask }: View): TemplateResult {
  let isSeen = false;
  return html`
    <security-info-wizard
      lang=${language}
      .adapter=${adapter}
      @siw-page=${() => (isSeen = true)}
      @siw-complete=${() => ask.end(isSeen ? 'done' : 'let-through')}
      @siw-skip=${() => ask.end('put-off')}
      @siw-redirect=${(event: SiwRedirectEvent) => {
        event.preventDefault();
        ask.end('elsewhere');
      }}
      @siw-cancel=${ask.restart}
      @siw-switch-account=${ask.restart}
    >
      <div slot="header">${wordMark(words)}</div>
      <p slot="help">${words.help}</p>
    </security-info-wizard>
  `;
}

const endings = {
  'let-through': ['letThrough', 'letThroughHint'],
  done: ['done', 'doneHint'],
  'put-off': ['putOff', 'putOffHint'],
  elsewhere: ['elsewhere', 'elsewhereHint'],
} as const;

/** A page that was only left for another has not ended well yet. */
const drawings = { 'let-through': 'check', done: 'check', 'put-off': 'later', elsewhere: 'later' } as const;

function after(ending: Ending, { words, say: { stage: say } }: View): TemplateResult {
  const [title, hint] = endings[ending];
  return html`
    ${wordMark(words)}
    <div class="ending">
      ${drawing(drawings[ending], 'icon')}
      <h3>${say[title]}</h3>
      <p>${say[hint]}</p>
    </div>
  `;
}
