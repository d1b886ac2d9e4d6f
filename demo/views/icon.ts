/** One drawing out of `art.svg`, coloured by the page. Decorative: words always stand beside it. */
import { html, type TemplateResult } from 'lit';

export type Drawing =
  'mark' | 'coast' | 'check' | 'later' | 'messages' | 'authenticator' | 'pass' | 'call' | 'scan' | 'key' | 'signal';

export function drawing(name: Drawing, className = 'icon'): TemplateResult {
  return html`<svg class=${className} aria-hidden="true"><use href="/art.svg#${name}"></use></svg>`;
}
