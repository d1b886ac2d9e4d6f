/** The head of the card: the company's name beside its mark, and which door this is. */
import { html, type TemplateResult } from 'lit';
import type { Words } from '../words/words.js';
import { drawing } from './icon.js';

export function wordMark(words: Words): TemplateResult {
  return html`
    <div class="word-mark">
      ${drawing('mark', 'mark')}<b>${words.organization}</b><span class="place">${words.place}</span>
    </div>
  `;
}
