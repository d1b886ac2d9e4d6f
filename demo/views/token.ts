/** A hardware token on the desk, where the scenario hands one out: its code in front, its number on the back. */
import { html, nothing, type TemplateResult } from 'lit';
import { copyButton } from './copy-button.js';
import type { View } from './view.js';

export function token(view: View): TemplateResult | typeof nothing {
  const { words, phone } = view;
  if (!phone.token) return nothing;
  const { serial, entry } = phone.token;
  return html`
    <section class="token" aria-label=${words.token}>
      <p class="token-code"><bdi dir="ltr">${entry.code}</bdi></p>
      <p class="token-serial">${words.tokenSerial} <bdi dir="ltr">${serial}</bdi></p>
      ${copyButton(view, entry.code)}
    </section>
  `;
}
