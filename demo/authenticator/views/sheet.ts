/** Draws whichever sheet lies there, and the parts that several of them have. */
import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { Account } from '../keys.js';
import type { Sheet, SheetAt } from '../sheet.js';
import { adding, confirming } from './adding.js';
import { asked } from './asked.js';
import { icon, type Drawing } from './icon.js';
import type { View } from './view.js';

export function sheet(view: View, open: Sheet): TemplateResult | ReturnType<typeof keyed> {
  switch (open.at) {
    case 'adding':
      return adding(view, open);
    case 'confirming':
      return confirming(view, open);
    case 'added':
      return added(view, open);
    case 'asked':
      // Another request must not find the number that was typed for this one.
      return keyed(open.request.id, asked(view, open));
    case 'told':
      return told(view, open);
    case 'removing':
      return removing(view, open);
  }
}

function added({ words, ask }: View, { account }: SheetAt<'added'>): TemplateResult {
  return result({ drawing: 'check', tone: 'good', title: words.addedTitle, hint: words.addedHint, account }, [
    html`<button class="primary" type="button" @click=${ask.dismiss}>${words.done}</button>`,
  ]);
}

const looks = {
  approved: { drawing: 'check', tone: 'good' },
  denied: { drawing: 'cross', tone: 'still' },
  'wrong-number': { drawing: 'cross', tone: 'bad' },
  over: { drawing: 'clock', tone: 'still' },
} as const;

function told({ words, ask }: View, { outcome, account }: SheetAt<'told'>): TemplateResult {
  return result({ ...looks[outcome], ...words.outcomes[outcome], account }, [
    html`<button class="primary" type="button" @click=${ask.dismiss}>${words.close}</button>`,
  ]);
}

function removing({ words, ask }: View, { account }: SheetAt<'removing'>): TemplateResult {
  return result({ drawing: 'question', tone: 'bad', title: words.removeTitle, hint: words.removeHint, account }, [
    html`<button class="danger" type="button" @click=${() => ask.remove(account)}>${words.removeConfirm}</button>`,
    html`<button class="secondary" type="button" @click=${ask.dismiss}>${words.cancel}</button>`,
  ]);
}

interface Result {
  readonly drawing: Drawing;
  readonly tone: 'good' | 'bad' | 'still';
  readonly title: string;
  readonly hint: string;
  readonly account: Account;
}

function result({ drawing, tone, title, hint, account }: Result, buttons: readonly TemplateResult[]): TemplateResult {
  return html`
    <div class="result">
      <span class="seal ${tone}">${icon(drawing)}</span>
      <h2 id="sheet-title" tabindex="-1" data-focus>${title}</h2>
      <p>${hint}</p>
      <p class="about">
        <b>${account.label}</b>${account.organization ? html`<span>${account.organization}</span>` : nothing}
      </p>
    </div>
    <div class="buttons">${buttons}</div>
  `;
}
