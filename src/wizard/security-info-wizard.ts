/** The element: draws what the flow says, and carries what the person does back to it. Decides nothing. */
import {
  LitElement,
  adoptStyles,
  html,
  nothing,
  unsafeCSS,
  type CSSResult,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import type { SecurityInfoAdapter } from '../contract/adapter.js';
import type { MethodEntry } from '../contract/step.js';
import { directionOf, languageAround } from '../i18n/locale.js';
import { base } from '../ui/styles/base.js';
import { buttons } from '../ui/styles/buttons.js';
import { layout } from '../ui/styles/layout.js';
import { tokens } from '../ui/styles/tokens.js';
import { Afresh } from './afresh.js';
import { Announcer } from './announcer.js';
import { SiwCancelEvent, SiwPageEvent, eventOf, type SecurityInfoWizardEventMap } from './events.js';
import { FlowController } from './flow-controller.js';
import { Language, type StringOverrides } from './language.js';
import { MethodTable } from './method-table.js';
import { PageMaker } from './page-maker.js';
import { drawPage, identityOf, type Page, type Pages } from './page.js';
import type { Shell } from './shell.js';

/**
 * Walks a person who has just signed in through the methods that their organisation requires.
 *
 * @summary Setup of sign-in methods, from the prompt to the last page.
 * @tag security-info-wizard
 *
 * @fires {SiwReadyEvent} siw-ready - The backend's first answer is drawn.
 * @fires {SiwPageEvent} siw-page - Another page stands in the tree.
 * @fires {SiwRegisteredEvent} siw-registered - The backend has registered a method.
 * @fires {SiwCompleteEvent} siw-complete - Every requirement is met or put off.
 * @fires {SiwSkipEvent} siw-skip - The person put everything off.
 * @fires {SiwCancelEvent} siw-cancel - `cancel()` was called; cancelable.
 * @fires {SiwSwitchAccountEvent} siw-switch-account - The person asked for another account.
 * @fires {SiwReauthEvent} siw-reauth - The host must sign the person in again, then call `resume()`.
 * @fires {SiwHumanCheckEvent} siw-human-check - The host must make a check, then call `resume(token)`.
 * @fires {SiwRedirectEvent} siw-redirect - The person is about to leave the page; cancelable.
 * @fires {SiwErrorEvent} siw-error - Something keeps the wizard from going on.
 *
 * @slot header - Above everything: a logo.
 * @slot help - Below everything, in the same place on every page: how to reach the help desk (WCAG 2.2, 3.2.6).
 *
 * @csspart card - The whole widget.
 * @csspart page - One page, a form.
 * @csspart heading - The page's heading.
 * @csspart progress - "Method n of m" and its line.
 * @csspart body - What stands between heading and buttons.
 * @csspart field - Label, hint, control and problem of one field.
 * @csspart label - A field's label.
 * @csspart hint - A field's hint.
 * @csspart input - A text field or select.
 * @csspart code-input - The field of a one-time code.
 * @csspart problem - What is wrong, at its field or on its page.
 * @csspart buttons - The row of the page's buttons.
 * @csspart button - Every button.
 * @csspart primary-button - Next, Confirm, Done.
 * @csspart back-button - Back.
 * @csspart copy-button - Copies a key.
 * @csspart spinner - Turns while a call is under way.
 * @csspart links - The quiet links under the buttons.
 * @csspart link - One of them.
 * @csspart methods - The list of methods on the first and last page.
 * @csspart method - A registered method on the last page.
 * @csspart choice - One method of the chooser.
 * @csspart badge - A short mark on a method.
 * @csspart icon - Every icon.
 * @csspart qr - The white plate of a QR code.
 *
 * @cssprop --siw-surface - Behind everything; `transparent` where the host draws the card.
 * @cssprop --siw-text - Text.
 * @cssprop --siw-muted - Hints. Contrast of at least 4.5 to the surface.
 * @cssprop --siw-line - Borders of fields, so a contrast of at least 3 to the surface; hairlines are mixed from the text.
 * @cssprop --siw-field - Inside fields.
 * @cssprop --siw-accent - The primary button, links, the current step.
 * @cssprop --siw-on-accent - Text on the accent.
 * @cssprop --siw-danger - What is wrong.
 * @cssprop --siw-success - What is done.
 * @cssprop --siw-focus - The focus ring; default the accent.
 * @cssprop --siw-radius - Corners.
 * @cssprop --siw-padding - Inside the card; `0` where the host draws the card.
 *
 * @cssstate busy - A call is under way.
 * @cssstate left - The wizard has ended and draws nothing.
 *
 * @example
 * <security-info-wizard lang="en"></security-info-wizard>
 * <script type="module">
 *   import 'security-info-wizard/define';
 *   const wizard = document.querySelector('security-info-wizard');
 *   wizard.adapter = myAdapter;
 *   wizard.addEventListener('siw-complete', () => location.assign('/home'));
 * </script>
 */
export class SecurityInfoWizard extends LitElement {
  static override readonly styles = [tokens, base, buttons, layout];

  /** Written out instead of decorated: decorators would cost half a kilobyte of the first load. */
  static override readonly properties = {
    adapter: { attribute: false },
    methods: { attribute: false },
    strings: { attribute: false },
    noPrompt: { type: Boolean, attribute: 'no-prompt' },
    theme: { reflect: true },
  };

  readonly #internals = this.attachInternals();
  readonly #below = new Afresh();
  readonly #above = new Afresh();
  readonly #announcer = new Announcer();
  readonly #language = new Language(() => this.requestUpdate());
  readonly #table = new MethodTable(this.#language, (styles) => this.#adopt([unsafeCSS(styles)]));
  readonly #flow = new FlowController(this, {
    methods: this.#table,
    locale: () => this.#language.locale,
    tell: (news) => this.dispatchEvent(eventOf(news)),
    announce: (text, module) => this.#announcer.say(this.#language.method(module)(text)),
  });
  readonly #shell: Shell = {
    language: this.#language,
    card: (kind) => this.#table.card(kind),
    kinds: () => this.#table.kinds,
    has: (call) => this.#flow.run?.calls.has(call) ?? false,
    send: (event) => this.#flow.run?.send(event),
    answer: (answer) => this.#flow.run?.answer(answer),
    fire: (event) => this.dispatchEvent(event),
  };
  readonly #maker = new PageMaker(
    this.#shell,
    this.#flow,
    (styles) => this.#adopt(styles),
    () => this.requestUpdate(),
  );
  #pages: Pages = { below: undefined, above: undefined };
  #page: Page | undefined;
  /** The last page that focus was looked at for. */
  #settled: Page | undefined;
  #stepShown: Promise<unknown> = Promise.resolve();
  #pageTold = '';
  #styles: readonly CSSResult[] = SecurityInfoWizard.styles;
  readonly #languageObserver = new MutationObserver(() => this.#speak());

  /** The backend. May be set before or after connecting; setting another one starts over. */
  adapter: SecurityInfoAdapter | undefined;

  /** Methods of the host's own, beside the built-in ones; made by `defineMethod`. One of the same kind replaces ours. */
  methods: readonly MethodEntry[] = [];

  /** The host's own words, by method kind or `wizard`, then by key. Keys that are left out keep ours. */
  strings: StringOverrides = {};

  /** Goes straight to the first method. */
  noPrompt = false;

  /** `light` or `dark`; absent: the colour scheme of the page around it. */
  theme: 'light' | 'dark' | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#speak();
    for (const place of [this, document.documentElement])
      this.#languageObserver.observe(place, { attributeFilter: ['lang'] });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#languageObserver.disconnect();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('strings')) this.#language.setOverrides(this.strings);
    if (changed.has('methods')) this.#table.extend(this.methods);
    // The first values are there before the element connects, and the connection starts the flow.
    const isNew = changed.has('adapter') || (changed.has('methods') && this.hasUpdated);
    if (isNew && this.isConnected && this.#flow.adapter !== this.adapter) this.#flow.start();
    this.#pages = this.#language.isReady ? this.#maker.pages() : { below: undefined, above: undefined };
    const page = this.#pages.above ?? this.#pages.below;
    const before = this.#page;
    this.#page = page;
    if (page?.busy !== undefined && page.busy !== before?.busy) this.#announcer.say(page.busy);
    if (page?.problem && this.#maker.later?.hasNewProblem(before, page)) this.#announcer.alert(page.problem.text);
  }

  protected override updated(): void {
    const page = this.#page;
    this.#toggle('busy', page?.busy !== undefined);
    this.#toggle('left', this.#flow.run?.state.phase === 'left');
    this.#stepShown = this.#settle(page);
    if (!page || page.isPassing || this.#pageTold === identityOf(page)) return;
    this.#pageTold = identityOf(page);
    this.dispatchEvent(new SiwPageEvent(page));
    // The second chunk is fetched once the first page is painted.
    this.#flow.clock.afterPaint(() => void this.#maker.load());
  }

  /** The step draws after the shell; only then is there something to focus. */
  async #settle(page: Page | undefined): Promise<void> {
    await this.#maker.showStep(this.#pages.below);
    const before = this.#settled;
    if (!page || page === before) return;
    this.#settled = page;
    if (before) this.#maker.later?.moveFocus(before, page, this.renderRoot);
  }

  protected override async getUpdateComplete(): Promise<boolean> {
    const isSettled = await super.getUpdateComplete();
    await this.#stepShown;
    return isSettled;
  }

  /** Starts over with a fresh `load`, as after signing in again. What the backend holds is kept. */
  start(): void {
    this.#flow.start();
  }

  /** Leaves the wizard, unless the host prevents `siw-cancel`. What is registered stays; what is open stays open. */
  cancel(): void {
    if (this.dispatchEvent(new SiwCancelEvent())) this.#shell.send({ type: 'cancelled' });
  }

  /** Moves focus to the heading of the page that stands; for hosts that put the wizard where focus was. */
  override focus(): void {
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('form:not([inert]) h1')?.focus());
  }

  protected override render(): TemplateResult | typeof nothing {
    const { locale, say, isReady } = this.#language;
    if (!isReady || this.#flow.run?.state.phase === 'left') return nothing;
    const { below, above } = this.#pages;
    return html`<div class="siw-frame" lang=${locale} dir=${directionOf(locale)}>
      <section class="siw-card" part="card" aria-label=${say('name')}>
        <slot name="header"></slot>
        ${this.#renderAccount()}
        ${below ? this.#below.draw(identityOf(below), drawPage(below, 'siw-page', above !== undefined)) : html`<h1>${say(this.#maker.hasFailed ? 'failed' : 'loading')}</h1>`}
        ${above ? this.#above.draw(identityOf(above), drawPage(above, 'siw-above', false)) : nothing}
        ${this.#flow.run?.isSlow ? html`<p class="siw-hint">${say('slow')}</p>` : nothing}
        <slot name="help"></slot>
        ${this.#announcer.regions()}
      </section>
    </div>`;
  }

  #renderAccount(): TemplateResult {
    const state = this.#flow.run?.state;
    const account = state && 'info' in state ? state.info.account : undefined;
    return html`<p class="siw-account siw-hint">
      <span class="siw-strong">${this.#language.say('name')}</span>
      <span>${account?.organization}</span>
      <bdi>${account?.label}</bdi>
    </p>`;
  }

  #speak(): void {
    void this.#language.use(languageAround(this));
  }

  /** Parts of one shadow root: what is loaded later joins what is there. */
  #adopt(styles: readonly CSSResult[]): void {
    adoptStyles(this.renderRoot as ShadowRoot, [...this.#styles, ...styles]);
    this.#styles = [...this.#styles, ...styles];
  }

  #toggle(state: string, isOn: boolean): void {
    if (isOn) this.#internals.states.add(state);
    else this.#internals.states.delete(state);
  }
}

export interface SecurityInfoWizard {
  addEventListener<T extends keyof SecurityInfoWizardEventMap>(
    type: T,
    listener: (this: SecurityInfoWizard, event: SecurityInfoWizardEventMap[T]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
}

declare global {
  interface HTMLElementTagNameMap {
    'security-info-wizard': SecurityInfoWizard;
  }
}
