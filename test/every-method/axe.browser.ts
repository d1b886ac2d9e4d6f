/** The test of the test: barriers planted on purpose are found, inside a shadow root too. */
import { expect } from '@open-wc/testing';
import { html, render } from 'lit';
import { newMain } from '../wizard/reading.js';
import { findings } from './axe.js';

function planted(): HTMLElement {
  const main = newMain();
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    `p { color: #bbb; background: #fff } button { inline-size: 12px; block-size: 12px; padding: 0; border: 0 }`,
  );
  root.adoptedStyleSheets = [sheet];
  render(
    html`<p>Hard to read</p>
      <button>a</button><button>b</button>
      <input />
      <h1>One</h1>
      <h3>Two levels down</h3>`,
    root,
  );
  main.append(host);
  return main;
}

describe('axe, as these suites call it', () => {
  it('finds low contrast, small targets, a field without a label and a heading out of order', async () => {
    const rules = (await findings(planted())).map((finding) => finding.split(' ')[0]);
    expect(rules).to.include.members(['color-contrast', 'target-size', 'label', 'heading-order']);
  });
});
