/** Follows the pages that come and go: what is spoken, and where focus goes. */
import { identityOf, type Page } from './page.js';

export class Attention {
  /** What goes on; spoken at the next pause. */
  polite = '';
  /** What is wrong; spoken at once. */
  assertive = '';
  #drawn: Page | undefined;
  /** The last page that focus was looked at for; undefined again once no page stands. */
  #followed: Page | undefined;
  /** Something stood before, so focus is ours to move. */
  #isUnderWay: boolean;
  #hasSaid = false;
  #isSlow = false;
  /** The person has asked for an answer since the last one. */
  #isAsked = false;
  #root: ParentNode | undefined;
  /** What had focus before the page was drawn anew. */
  #focused: Element | null = null;

  /** `first` is the page that stood before anybody paid attention. */
  constructor(first: Page | undefined) {
    this.#drawn = this.#followed = first;
    this.#isUnderWay = first !== undefined;
  }

  /** What stands is wrong: a new try has to be seen to be made. */
  get isAtProblem(): boolean {
    return this.#drawn?.problem !== undefined;
  }

  say(text: string): void {
    this.polite = renewed(this.polite, text);
    this.#hasSaid = true;
  }

  /** Chooses what is said about the page that is about to stand; `slow` is what to say of an answer that takes long. */
  beforeDrawing(page: Page | undefined, slow: string | undefined): void {
    const before = this.#drawn;
    this.#drawn = page;
    this.#focused = activeIn(this.#root);
    // Taken from it while it still stands; a browser that finds the focused field gone lays the page out once more.
    if (before && page && !page.isPassing && identityOf(before) !== identityOf(page)) blur(this.#focused);
    if (page?.busy !== undefined && page.busy !== before?.busy) this.say(page.busy);
    if (slow !== undefined && !this.#isSlow) this.say(slow);
    this.#isSlow = slow !== undefined;
    // What is over must not be found by somebody who reads on.
    const isOver = !page || !before || identityOf(page) !== identityOf(before) || (before.busy && !page.busy);
    if (isOver && !this.#hasSaid) this.polite = '';
    this.#hasSaid = false;
    if (!page?.problem) this.assertive = '';
    // Where focus is about to move to the problem, that reads it.
    else if (this.#isNewProblem(before, page) && isAt(this.#root, page))
      this.assertive = renewed(this.assertive, page.problem.text);
  }

  /**
   * Moves focus to what is wrong, or to the heading or first field of a page that was not there before. On the
   * first page of all it is the host's.
   */
  afterDrawing(page: Page | undefined, root: ParentNode & EventTarget): void {
    // Before the page hears of it: by the time that a real press has come up here, the answer may be drawn.
    if (!this.#root) root.addEventListener('submit', () => (this.#isAsked = true), true);
    this.#root = root;
    const before = this.#followed;
    const form = root.querySelector('form:not([inert])');
    if (page === before) return;
    if (page?.isPassing) {
      // What was pressed is gone, and the page that it led to may take its time.
      if (form && this.#isUnderWay && document.activeElement === document.body) heading(form)?.focus();
      return;
    }
    this.#followed = page;
    if (!page || !form) return;
    const isLost = this.#focused?.isConnected === false;
    const wasProblem = this.#focused?.classList.contains('siw-alert');
    if (this.#isNewProblem(before, page)) problemOn(form)?.focus();
    else if (this.#isUnderWay && (!before || identityOf(before) !== identityOf(page)))
      (page.focus === 'first-field' ? firstField(form) : heading(form))?.focus();
    // What had it is gone from a page that stays: a link that was pressed, and now has to wait.
    else if (isLost) (wasProblem ? primary(form) : heading(form))?.focus();
    this.#isUnderWay = true;
    if (page.busy === undefined) this.#isAsked = false;
  }

  /** A problem is new when there was none, and again after each try that met it. */
  #isNewProblem(before: Page | undefined, { problem, busy }: Page): boolean {
    if (!problem || busy !== undefined) return false;
    return before?.problem === undefined || before.busy !== undefined || this.#isAsked;
  }
}

/** A no-break space at the end is silent, and makes the same text another one: it is heard again. */
function renewed(before: string, text: string): string {
  return before === text ? `${text}\u00a0` : text;
}

function activeIn(root: ParentNode | undefined): Element | null {
  return root instanceof ShadowRoot ? root.activeElement : null;
}

function blur(element: Element | null): void {
  if (element instanceof HTMLElement) element.blur();
}

function isAt(root: ParentNode | undefined, { problem }: Page): boolean {
  const active = activeIn(root);
  return problem?.field === undefined
    ? active?.classList.contains('siw-alert') === true
    : active?.getAttribute('name') === problem.field;
}

function heading(form: Element): HTMLElement | null {
  return form.querySelector<HTMLElement>('h1');
}

/** What may be tried again once what was wrong is over. */
function primary(form: Element): HTMLElement | null {
  return form.querySelector<HTMLElement>('.siw-primary') ?? heading(form);
}

function problemOn(form: Element): HTMLElement | null {
  return form.querySelector<HTMLElement>('[aria-invalid="true"]') ?? form.querySelector<HTMLElement>('.siw-alert');
}

function firstField(form: Element): HTMLElement | null {
  return form.querySelector<HTMLElement>('.siw-body :is(input, select)') ?? heading(form);
}
