/** A page as the shell draws it: the frame of a method, or a page of the shell's own, with its words already chosen. */
import { html, nothing, type TemplateResult } from 'lit';
import type { MethodKind } from '../contract/enrollment.js';
import type { Progress } from '../core/progress.js';
import type { Problem } from '../ui/field.js';
import type { PagePhase } from './events.js';

export interface PageLink {
  readonly label: string;
  readonly isDisabled?: boolean;
  run(): void;
}

export interface Page {
  readonly phase: PagePhase;
  /** The method being visited. */
  readonly kind: MethodKind | undefined;
  /** The page's own name: with phase and kind its identity. */
  readonly name: string;
  /** Only bridges the time until the real page is there. */
  readonly isPassing: boolean;
  readonly title: string;
  readonly body: unknown;
  readonly submit: { readonly label: string; run(form: HTMLFormElement): void } | undefined;
  readonly back: PageLink | undefined;
  readonly links: readonly PageLink[];
  /** What is going on; holds every control. */
  readonly busy: string | undefined;
  readonly problem: Problem | undefined;
  readonly focus: 'heading' | 'first-field';
  /** "Method n of m". */
  readonly progress: Progress | undefined;
  /** What stands above the heading: how much of the session is left, how far along one is. */
  readonly top: TemplateResult | undefined;
}

/** `above` covers `below`, which stays in the tree, hidden and inert, so that typed text survives. */
export interface Pages {
  readonly below?: Page | undefined;
  readonly above?: Page | undefined;
}

/** What most pages leave out. */
export const plain = {
  kind: undefined,
  isPassing: false,
  submit: undefined,
  back: undefined,
  links: [],
  busy: undefined,
  problem: undefined,
  focus: 'heading',
  progress: undefined,
  top: undefined,
} as const satisfies Partial<Page>;

/** Tells pages apart: focus moves and the page fades in when it changes. */
export function identityOf({ phase, kind, name }: Page): string {
  return `${phase}/${kind ?? ''}/${name}`;
}

/** Draws a page. `id` is the root of its ids: a page that lies over another must not share them. */
export function drawPage(page: Page, id: string, isCovered: boolean): TemplateResult {
  const { title, body, submit, back, links, busy, problem, progress, top } = page;
  const pageProblem = problem && problem.field === undefined ? problem : undefined;
  const onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (busy === undefined) submit?.run(event.currentTarget as HTMLFormElement);
  };
  return html`<form
    class="siw-page"
    part="page"
    id=${id}
    method="dialog"
    novalidate
    aria-busy=${busy !== undefined}
    ?hidden=${isCovered}
    ?inert=${isCovered}
    @submit=${onSubmit}
  >
    ${top ?? nothing}
    <h1 part="heading" aria-describedby=${progress ? 'siw-progress' : nothing} tabindex="-1">${title}</h1>
    <div class="siw-body" part="body">${body}</div>
    ${
      pageProblem
        ? html`<p class="siw-alert" part="problem" id="${id}-problem" tabindex="-1">${pageProblem.text}</p>`
        : nothing
    }
    ${busy !== undefined && !submit ? html`<p class="siw-hint">${busy}</p>` : nothing}
    ${submit || back ? drawButtons(page) : nothing}
    ${links.length > 0 ? html`<div class="siw-links" part="links">${links.map((link) => drawLink(link, busy))}</div>` : nothing}
  </form>`;
}

function drawButtons({ submit, back, busy }: Page): TemplateResult {
  return html`<div class="siw-buttons" part="buttons">
    ${
      submit
        ? html`<button class="siw-primary" part="button primary-button" aria-disabled=${busy !== undefined}>
            <span class="siw-label">${submit.label}</span>
            ${busy === undefined ? nothing : html`<span class="siw-spinner" part="spinner" aria-hidden="true"></span>`}
          </button>`
        : nothing
    }
    ${back ? drawLink(back, busy, 'siw-plain', 'button back-button') : nothing}
  </div>`;
}

/** Held buttons keep their focus, so they are not `disabled`: they do nothing and say so. */
function drawLink(
  { label, isDisabled, run }: PageLink,
  busy: string | undefined,
  look = 'siw-link',
  part = 'link',
): TemplateResult {
  const isHeld = isDisabled || busy !== undefined;
  return html`<button class=${look} part=${part} type="button" aria-disabled=${isHeld} @click=${() => isHeld || run()}>
    ${label}
  </button>`;
}
