/** Puts a view on the page, and does what a drawing cannot say: the sheet's opening and closing, and where focus goes. */
import { render } from 'lit';
import { page } from './views/page.js';
import type { View } from './views/view.js';

/**
 * The one that draws; all it remembers is what it drew last.
 *
 * @example
 * const stage = new Stage(document.body);
 * stage.draw(view);
 */
export class Stage {
  readonly #root: HTMLElement;
  #shown = '';
  #problem: string | undefined;

  constructor(root: HTMLElement) {
    this.#root = root;
  }

  draw(view: View): void {
    render(page(view), this.#root);
    const dialog = this.#root.querySelector('dialog');
    if (!dialog) return;
    const shown = nameOf(view);
    if (shown && !dialog.open) open(dialog);
    if (!shown && dialog.open) this.#close(dialog);
    // The heading takes over too when what had focus went with a drawing.
    if (shown && (shown !== this.#shown || document.activeElement === document.body)) {
      focus(dialog.querySelector<HTMLElement>('[data-focus]'));
    }
    this.#shown = shown;
    this.#point(dialog, view);
  }

  /** Focus returns by itself, unless what had it is gone. */
  #close(dialog: HTMLDialogElement): void {
    dialog.close();
    if (document.activeElement === document.body) focus(this.#root.querySelector<HTMLElement>('h1'));
  }

  /** A new problem takes focus to its field; not when the camera met it, or a keyboard would rise over the picture. */
  #point(dialog: HTMLDialogElement, { sheet }: View): void {
    const problem = sheet && 'problem' in sheet && !sheet.busy ? sheet.problem : undefined;
    const field = dialog.querySelector<HTMLInputElement>('[aria-invalid]');
    if (field && problem !== this.#problem && field.form?.contains(document.activeElement)) {
      field.select();
      // Selecting alone leaves it behind the buttons at the foot of a small screen.
      field.scrollIntoView({ block: 'nearest' });
    }
    this.#problem = problem;
  }
}

/** In a frame, focus is the page's around it, until somebody comes in. */
const isOurs = (): boolean => window === window.top || document.hasFocus();

function focus(element: HTMLElement | null): void {
  if (isOurs()) element?.focus();
}

function open(dialog: HTMLDialogElement): void {
  // Opening takes focus by itself, but not to what is inert.
  dialog.inert = !isOurs();
  dialog.showModal();
  dialog.inert = false;
}

function nameOf({ sheet }: View): string {
  if (!sheet) return '';
  return sheet.at === 'asked' ? `${sheet.at} ${sheet.request.id}` : sheet.at;
}
