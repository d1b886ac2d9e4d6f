/** Puts an element on the page and takes it away again, often: in front of the first page, or in the middle of a method. */
import type { LitElement } from 'lit';
import { cannedAdapter } from './canned-adapter.js';

/** One mount, until what it is named after stands. */
type Mount = () => Promise<LitElement>;

const append = <E extends HTMLElement>(element: E): E => document.body.appendChild(element);

async function bare(): Promise<LitElement> {
  const element = append(document.createElement('bare-element') as LitElement);
  await element.updateComplete;
  return element;
}

/** The wizard for one kind, or for two at the prompt; once this page stands. */
async function wizard(kinds: readonly string[], ...pages: readonly string[]): Promise<LitElement> {
  const element = document.createElement('security-info-wizard');
  element.adapter = cannedAdapter(kinds);
  element.toggleAttribute('no-prompt', kinds.length === 1);
  const stands = (wanted: string): Promise<void> =>
    new Promise((resolve) => element.addEventListener('siw-page', ({ page }) => page === wanted && resolve()));
  const standing = pages.map(stands);
  append(element);
  for (const [n, arrived] of standing.entries()) {
    await arrived;
    await element.updateComplete;
    if (n < standing.length - 1) element.shadowRoot?.querySelector('form')?.requestSubmit();
  }
  return element;
}

const mounts = {
  bare,
  prompt: () => wizard(['totp', 'phone'], 'prompt'),
  phone: () => wizard(['phone'], 'number'),
  qr: () => wizard(['totp'], 'set-up', 'scan'),
} satisfies Readonly<Record<string, Mount>>;

/** Lets everything that waits for its turn have it; timers and frames as well. */
const turn = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => resolve();
    port2.postMessage(undefined);
  });

async function mount(name: keyof typeof mounts, times: number): Promise<void> {
  for (let n = 0; n < times; n++) {
    const element = await mounts[name]();
    element.remove();
    await turn();
  }
}

declare global {
  interface Window {
    mount: typeof mount;
  }
}
window.mount = mount;
