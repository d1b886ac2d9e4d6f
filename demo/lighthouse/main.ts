/** Another company's page: asks whether the person wants to be known by it, and sends them back with the answer. */
import { html, render } from 'lit';
import type { Outcome } from '../elsewhere.js';
import { words } from './words.js';

const asked = new URLSearchParams(location.search);
const language = asked.get('lang') === 'ja' ? 'ja' : 'en';
const said = words[language];
document.documentElement.lang = language;
document.documentElement.dataset['theme'] = asked.get('theme') ?? 'system';

/** Back to the page that sent the person here, and to no other. */
function back(outcome: Outcome): void {
  const address = new URL('/', location.href);
  address.search = asked.get('back') ?? '';
  address.searchParams.set('elsewhere', outcome);
  address.searchParams.set('state', asked.get('state') ?? '');
  location.replace(address);
}

const root = document.getElementById('page');
if (!root) throw new Error('The page has no place to draw in.');
render(
  html`
    <p class="brand">
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <path d="M9 21l1.5-12h3L15 21zM8 21h8M10 9V6h4v3M12 6V3M17 6l4-1.5M17 8l4 1.5M7 6L3 4.5M7 8L3 9.5" /></svg
      >Lighthouse ID
    </p>
    <h1>${said.title}</h1>
    <p>${said.body}</p>
    <div class="buttons">
      <button class="yes" @click=${() => back('finished')}>${said.yes}</button>
      <button @click=${() => back('refused')}>${said.no}</button>
    </div>
    <p class="note">${said.note}</p>
  `,
  root,
);
