/** How an app of the phone takes an account: by the camera, or typed by hand. The same for every app that can. */
import { html, nothing, type TemplateResult } from 'lit';
import { look } from '../phone/camera.js';
import { drawing } from './icon.js';
import type { View } from './view.js';

export function adding(view: View): TemplateResult {
  const { words, phone } = view;
  return html`
    <p class="notice" role="status">${phone.notice ? words[phone.notice] : nothing}</p>
    <button class="scan" @click=${() => scan(view)}>${drawing('scan')}<span>${words.scan}</span></button>
    <details class="by-hand">
      <summary>${words.byHand}</summary>
      <form @submit=${(event: SubmitEvent) => addByHand(event, view)}>
        <label for="key">${words.key}</label>
        <input id="key" name="key" autocomplete="off" autocapitalize="none" spellcheck="false" />
        <button>${words.add}</button>
      </form>
    </details>
    ${phone.picture ? html`<div class="viewfinder">${phone.picture}</div>` : nothing}
  `;
}

/** How long the camera shows what it sees before the app reads it; a camera takes its moment too. */
const glance = 700;

async function scan({ phone, ask }: View): Promise<void> {
  const seen = await look();
  phone.notice = seen ? undefined : 'noQr';
  phone.picture = seen?.canvas;
  ask.redraw();
  if (!seen) return;
  await new Promise((resolve) => setTimeout(resolve, glance));
  phone.picture = undefined;
  const added = seen.text === undefined ? undefined : await phone.add(seen.text);
  phone.notice = added ?? 'unreadable';
  ask.redraw();
}

async function addByHand(event: SubmitEvent, { phone, ask }: View): Promise<void> {
  event.preventDefault();
  const field = (event.target as HTMLFormElement).elements.namedItem('key');
  if (!(field instanceof HTMLInputElement)) return;
  const added = await phone.add(field.value);
  phone.notice = added ?? 'notAKey';
  if (added === 'added' || added === 'paired') field.value = '';
  ask.redraw();
}
