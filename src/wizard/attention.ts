/** Follows the pages that come and go: what is spoken, and where focus goes. */
import { identityOf, type Page } from './page.js';

export class Attention {
  /** What goes on; spoken at the next pause. */
  polite = '';
  /** What is wrong; spoken at once. */
  assertive = '';
  #drawn: Page | undefined;
  /** The last page that focus was looked at for. */
  #followed: Page | undefined;

  /** `first` is the page that stood before anybody paid attention. */
  constructor(first: Page | undefined) {
    this.#drawn = this.#followed = first;
  }

  say(text: string): void {
    this.polite = renewed(this.polite, text);
  }

  /** Chooses what is said about the page that is about to stand. */
  beforeDrawing(page: Page | undefined): void {
    const before = this.#drawn;
    this.#drawn = page;
    if (page?.busy !== undefined && page.busy !== before?.busy) this.say(page.busy);
    if (page?.problem && hasNewProblem(before, page)) this.assertive = renewed(this.assertive, page.problem.text);
  }

  /**
   * Moves focus to what is wrong, or to the heading or first field of a page that was not there before (R99). On the
   * first page of all it is the host's.
   */
  afterDrawing(page: Page | undefined, root: ParentNode): void {
    const before = this.#followed;
    const form = root.querySelector('form:not([inert])');
    if (!page || page === before || !form) return;
    this.#followed = page;
    if (!before) return;
    if (hasNewProblem(before, page)) problemOn(form)?.focus();
    else if (identityOf(before) !== identityOf(page))
      (page.focus === 'first-field' ? firstField(form) : heading(form))?.focus();
  }
}

/** A no-break space at the end is silent, and makes the same text another one: it is heard again. */
function renewed(before: string, text: string): string {
  return before === text ? `${text}\u00a0` : text;
}

/** A problem is new when its words are, and again after each try that met it. */
function hasNewProblem(before: Page | undefined, { problem, busy }: Page): boolean {
  if (!problem || busy !== undefined) return false;
  return before?.busy !== undefined || before?.problem?.text !== problem.text || before.problem.field !== problem.field;
}

function heading(form: Element): HTMLElement | null {
  return form.querySelector<HTMLElement>('h1');
}

function problemOn(form: Element): HTMLElement | null {
  return form.querySelector<HTMLElement>('[aria-invalid="true"]') ?? form.querySelector<HTMLElement>('.siw-alert');
}

function firstField(form: Element): HTMLElement | null {
  return form.querySelector<HTMLElement>('.siw-body :is(input, select)') ?? heading(form);
}
