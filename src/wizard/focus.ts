/** Where focus goes: to a new page's heading or first field, to what is wrong, and otherwise nowhere (R99). */
import { identityOf, type Page } from './page.js';

/** Moves focus if `page` is another one than `before`, or has something new to say. On the first page it is the host's. */
export function moveFocus(before: Page, page: Page, root: ParentNode): void {
  const form = root.querySelector('form:not([inert])');
  if (!form) return;
  if (hasNewProblem(before, page)) problemTarget(form)?.focus();
  else if (identityOf(before) !== identityOf(page))
    (page.focus === 'first-field' ? firstField(form) : form.querySelector<HTMLElement>('h1'))?.focus();
}

/** A problem is new when its words are, and again after each try that met it. */
export function hasNewProblem(before: Page | undefined, { problem, busy }: Page): boolean {
  if (!problem || busy !== undefined) return false;
  return before?.busy !== undefined || before?.problem?.text !== problem.text || before.problem.field !== problem.field;
}

function problemTarget(form: Element): HTMLElement | null {
  return form.querySelector<HTMLElement>('[aria-invalid="true"]') ?? form.querySelector<HTMLElement>('.siw-alert');
}

function firstField(form: Element): HTMLElement | null {
  return form.querySelector<HTMLElement>('.siw-body :is(input, select)') ?? form.querySelector<HTMLElement>('h1');
}
