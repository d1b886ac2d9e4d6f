/** The two sheets that pair: with the camera or a typed code, and after a link was followed. */
import { html, nothing, type TemplateResult } from 'lit';
import type { SheetAt } from '../sheet.js';
import { icon } from './icon.js';
import type { View } from './view.js';

export function adding(view: View, sheet: SheetAt<'adding'>): TemplateResult {
  const { words, ask } = view;
  const { problem, busy } = sheet;
  const onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    const code = new FormData(event.currentTarget as HTMLFormElement).get('code');
    void ask.pair(typeof code === 'string' ? code : '');
  };
  return html`
    <h2 id="sheet-title" tabindex="-1" data-focus>${words.addTitle}</h2>
    <p class="lead">${words.addHint}</p>
    ${camera(view, sheet)}
    <form @submit=${onSubmit}>
      <label for="code">${words.code}</label>
      <p class="problem" id="code-problem" role="alert">${problem ? words.problems[problem] : nothing}</p>
      <input
        id="code"
        name="code"
        autocomplete="off"
        autocapitalize="characters"
        spellcheck="false"
        enterkeyhint="done"
        aria-invalid=${problem ? 'true' : nothing}
        aria-describedby="code-problem code-hint"
      />
      <p class="hint" id="code-hint">${words.codeHint}</p>
      <div class="buttons">
        <button class="primary" aria-busy=${busy}>${words.addCode}</button>
        <button class="secondary" type="button" @click=${ask.dismiss}>${words.cancel}</button>
      </div>
    </form>
  `;
}

function camera({ words, ask }: View, { camera: state }: SheetAt<'adding'>): TemplateResult {
  const isOn = typeof state === 'object';
  const message = isOn
    ? words.cameraLooking
    : { off: '', starting: words.cameraStarting, none: words.cameraNone, refused: words.cameraRefused }[state];
  return html`
    <div class="camera">
      ${
        isOn
          ? html`<div class="viewfinder" role="img" aria-label=${words.viewfinder}>${state.video}</div>`
          : html`<button class="secondary" type="button" aria-busy=${state === 'starting'} @click=${ask.useCamera}>
              ${icon('scan')}${words.cameraOn}
            </button>`
      }
      <p class="hint" role="status">${message}</p>
    </div>
  `;
}

export function confirming({ words, ask }: View, { code, problem, busy }: SheetAt<'confirming'>): TemplateResult {
  return html`
    <div class="result">
      <span class="seal still">${icon('question')}</span>
      <h2 id="sheet-title" tabindex="-1" data-focus>${words.confirmTitle}</h2>
      <p>${words.confirmHint}</p>
      <p><b>${words.confirmWarning}</b></p>
      <p class="problem" role="alert">${problem ? words.problems[problem] : nothing}</p>
    </div>
    <div class="buttons">
      <button class="primary" type="button" aria-busy=${busy} @click=${() => ask.pair(code)}>${words.confirm}</button>
      <button class="secondary" type="button" @click=${ask.dismiss}>${words.cancel}</button>
    </div>
  `;
}
