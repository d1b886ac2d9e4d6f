/** How tests read a page: texts without their layout, names of buttons, and what must be there. */
import { fixtureSync, html } from '@open-wc/testing';

export function newMain(): HTMLElement {
  return fixtureSync<HTMLElement>(html`<main></main>`);
}

export function spaced(text: string): string {
  return text.replace(/[\s\u00a0]+/gu, ' ').trim();
}

export function textOf(node: Node | null | undefined): string {
  return spaced(node?.textContent ?? '');
}

export function nameOfButton(button: Element): string {
  const ids = button.getAttribute('aria-labelledby')?.split(' ');
  const root = button.getRootNode() as ShadowRoot;
  return ids ? ids.map((id) => textOf(root.getElementById(id))).join(' ') : textOf(button);
}

export function fits(text: string, name: string | RegExp): boolean {
  return typeof name === 'string' ? text === name : name.test(text);
}

export function present<T>(found: T | null | undefined, what: string): T {
  if (found == null) throw new Error(`There is no ${what}`);
  return found;
}
