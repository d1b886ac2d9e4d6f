/** A call: it rings over everything; once it is answered, the voice is read along, and the keypad is there. */
import { html, nothing, type TemplateResult } from 'lit';
import { drawing } from './icon.js';
import type { View } from './view.js';

const keys = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#'] as const;

export function call({ words, phone, ask }: View): TemplateResult | typeof nothing {
  const { call } = phone;
  if (!call) return nothing;
  const { id, from, state, spoken } = call;
  const act = (deed: () => void) => (): void => {
    deed();
    ask.redraw();
  };
  return html`
    <section class="call" role="group" aria-labelledby="caller">
      <p class="call-state">${state === 'ringing' ? words.callRinging : words.callGoing}</p>
      <h3 id="caller"><bdi dir="ltr">${from}</bdi></h3>
      <p class="call-who">${words.organization}</p>
      ${
        state === 'ringing'
          ? html`<div class="ringing">${drawing('call', 'icon large')}</div>
              <div class="call-keys">
                <button class="no" @click=${act(() => phone.hangUp(id))}>${words.callDecline}</button>
                <button class="yes" @click=${act(() => phone.answer(id))}>${words.callAnswer}</button>
              </div>`
          : html`<p class="caption-line" role="status">${spoken}</p>
              <div class="keypad" role="group" aria-label=${words.keypad}>
                ${keys.map((key) => html`<button @click=${act(() => phone.press(id, key))}>${key}</button>`)}
              </div>
              <div class="call-keys">
                <button class="no" @click=${act(() => phone.hangUp(id))}>${words.callHangUp}</button>
              </div>`
      }
    </section>
  `;
}
