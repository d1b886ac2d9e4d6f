/** What the person takes away: a file, and a sheet of paper. Nothing of them outlives the page that shows the codes. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { textOf, type Paper } from './paper.js';

/** On paper there is only the sheet; on the screen only the rest. A strict content policy lets such style sheets pass. */
const alone = `@media print { body > :not(.siw-recovery-codes-sheet) { display: none !important; } }`;
const sheet = `
:host { all: initial; display: block; font: 12pt/1.5 system-ui, sans-serif; color: #000; }
@media screen { :host { display: none; } }
h1 { font-size: 16pt; margin: 0; }
ul { list-style: none; padding: 0; margin: 12pt 0; font: 14pt/1.9 ui-monospace, monospace; }
p { margin: 0; }
`;

export class Copies implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #file: string | undefined;
  #unprint: (() => void) | undefined;
  /** The same words are heard twice only if they differ, and a no-break space is silent. */
  #again = '';

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.forget();
  }

  /** What to say of the file: nothing before there is one. That it was kept nobody but the browser knows. */
  told(started: string): string {
    return this.#file === undefined ? '' : started + this.#again;
  }

  /** The address of the file is good for as long as the page: some browsers read it later than the press. */
  download(name: string, paper: Paper): void {
    this.forget();
    this.#file = URL.createObjectURL(new Blob([textOf(paper)], { type: 'text/plain;charset=utf-8' }));
    const link = document.createElement('a');
    link.href = this.#file;
    link.download = name;
    link.click();
    this.#again = this.#again ? '' : '\u00a0';
    this.#host.requestUpdate();
  }

  /** Prints the sheet and nothing of the page around it. */
  print({ title, about, codes, note }: Paper): void {
    this.forget();
    const host = document.createElement('div');
    host.className = 'siw-recovery-codes-sheet';
    const root = host.attachShadow({ mode: 'closed' });
    root.adoptedStyleSheets = [styleSheet(sheet)];
    const list = element('ul', ...codes.map((code) => element('li', code)));
    list.translate = false;
    root.append(element('h1', title), element('p', about), list, element('p', note));
    const own = styleSheet(alone);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, own];
    document.body.append(host);
    const onEnd = (): void => this.forget();
    window.addEventListener('afterprint', onEnd);
    this.#unprint = () => {
      window.removeEventListener('afterprint', onEnd);
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== own);
      host.remove();
    };
    window.print();
  }

  forget(): void {
    if (this.#file !== undefined) URL.revokeObjectURL(this.#file);
    this.#file = undefined;
    this.#unprint?.();
    this.#unprint = undefined;
  }
}

function element(name: string, ...content: readonly (string | Node)[]): HTMLElement {
  const made = document.createElement(name);
  made.append(...content);
  return made;
}

function styleSheet(text: string): CSSStyleSheet {
  const made = new CSSStyleSheet();
  made.replaceSync(text);
  return made;
}
