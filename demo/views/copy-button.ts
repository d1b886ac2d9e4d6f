/** Copies a code or a number from the phone, since nobody can look from one real screen to another here. */
import { html, type TemplateResult } from 'lit';
import { fill } from '../words/words.js';
import type { View } from './view.js';

export function copyButton({ words, phone, ask }: View, text: string): TemplateResult {
  const onClick = async (): Promise<void> => {
    await navigator.clipboard.writeText(text);
    phone.copied = text;
    ask.redraw();
  };
  return html`
    <button class="copy" aria-label=${fill(words.copyCode, { code: text })} @click=${onClick}>
      ${phone.copied === text ? words.copied : words.copy}
    </button>
  `;
}
