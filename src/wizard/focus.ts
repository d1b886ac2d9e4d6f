/** Where focus goes: to a new page's heading or first field, to what is wrong, and otherwise nowhere (R99). */
import { identityOf, type Page } from './page.js';

export class FocusMover {
  #last: Page | undefined;

  /** Looks at the page that stands now, and moves focus if it is a new one or has something new to say. */
  follow(page: Page | undefined, root: ParentNode): void {
    const before = this.#last;
    this.#last = page;
    // On the first page focus is the host's; it may call `focus()`.
    if (!page || !before || page === before) return;
    const form = root.querySelector('form:not([inert])');
    if (!form) return;
    if (hasNewProblem(before, page)) problemTarget(form)?.focus();
    else if (identityOf(before) !== identityOf(page))
      (page.focus === 'first-field' ? firstField(form) : heading(form))?.focus();
  }
}

/** A problem is new when its words are, and again after each try that met it. */
export function hasNewProblem(before: Page | undefined, { problem, busy }: Page): boolean {
  if (!problem || busy !== undefined) return false;
  return before?.busy !== undefined || before?.problem?.text !== problem.text || before.problem.field !== problem.field;
}

export function heading(root: ParentNode): HTMLElement | null {
  return root.querySelector<HTMLElement>(':is(form:not([inert])) h1') ?? root.querySelector<HTMLElement>('h1');
}

function problemTarget(form: Element): HTMLElement | null {
  return form.querySelector<HTMLElement>('[aria-invalid="true"]') ?? form.querySelector<HTMLElement>('.siw-alert');
}

function firstField(form: Element): HTMLElement | null {
  return form.querySelector<HTMLElement>('.siw-body :is(input, select)') ?? heading(form);
}
