/** The element: draws what the flow says, and carries what the person does back to it. Decides nothing. */
import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import type { SecurityInfoAdapter } from '../contract/adapter.js';
import type { MethodEntry } from '../contract/step.js';
import { directionOf, languageAround } from '../i18n/locale.js';
import { base } from '../ui/styles/base.js';
import { controls } from '../ui/styles/controls.js';
import { layout } from '../ui/styles/layout.js';
import { tokens } from '../ui/styles/tokens.js';
import { Announcer } from './announcer.js';
import { SiwCancelEvent, SiwPageEvent, eventOf, type SecurityInfoWizardEventMap } from './events.js';
import { FlowController } from './flow-controller.js';
import { FocusMover, heading } from './focus.js';
import { Language, type StringOverrides } from './language.js';
import { MethodTable } from './method-table.js';
import { PageMaker, type Pages } from './page-maker.js';
import { drawPage, identityOf } from './page.js';
import type { Shell } from './shell.js';
import { shellStyles } from './styles.js';

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
 * @cssprop --siw-line - Borders of fields. Contrast of at least 3 to the surface.
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
  static override readonly styles = [tokens, base, controls, layout, shellStyles];

  readonly #internals = this.attachInternals();
  readonly #announcer = new Announcer();
  readonly #focus = new FocusMover();
  readonly #language = new Language(() => this.requestUpdate());
  readonly #table = new MethodTable(this.#language, (styles) => this.#adopt(styles));
  readonly #flow = new FlowController(this, {
    methods: () => this.#table.loader,
    locale: () => this.#language.locale,
    tell: (news) => this.dispatchEvent(eventOf(news)),
    announce: (text, module) => this.#announcer.say(this.#language.method(module)(text)),
  });
  readonly #shell: Shell = {
    language: this.#language,
    card: (kind) => this.#table.card(kind),
    has: (call) => this.#flow.run?.calls.has(call) ?? false,
    send: (event) => this.#flow.run?.send(event),
    answer: (answer) => this.#flow.run?.answer(answer),
    fire: (event) => this.dispatchEvent(event),
  };
  readonly #maker = new PageMaker(this.#shell, this.#flow, this.#table, () => this.requestUpdate());
  #pages: Pages = { below: undefined, above: undefined };
  #stepShown: Promise<unknown> = Promise.resolve();
  #pageTold = '';
  #languageObserver: MutationObserver | undefined;

  /** The backend. May be set before or after connecting; setting another one starts over. */
  @property({ attribute: false }) adapter: SecurityInfoAdapter | undefined;

  /** Methods of the host's own, beside the built-in ones; made by `defineMethod`. One of the same kind replaces ours. */
  @property({ attribute: false }) methods: readonly MethodEntry[] = [];

  /** The host's own words, by method kind or `wizard`, then by key. Keys that are left out keep ours. */
  @property({ attribute: false }) strings: StringOverrides = {};

  /** Goes straight to the first method. */
  @property({ type: Boolean, attribute: 'no-prompt' }) noPrompt = false;

  /** `light` or `dark`; absent: the colour scheme of the page around it. */
  @property({ reflect: true }) theme: 'light' | 'dark' | undefined;

  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, 'lang'];
  }

  override attributeChangedCallback(name: string, before: string | null, now: string | null): void {
    super.attributeChangedCallback(name, before, now);
    if (name === 'lang' && this.isConnected) this.#speak();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#speak();
    this.#languageObserver = new MutationObserver(() => this.#speak());
    this.#languageObserver.observe(this.ownerDocument.documentElement, { attributeFilter: ['lang'] });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#languageObserver?.disconnect();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('strings')) this.#language.setOverrides(this.strings);
    if (changed.has('methods')) this.#table.extend(this.methods);
    // The first values are there before the element connects, and the connection starts the flow.
    const isNew = changed.has('adapter') || (changed.has('methods') && this.hasUpdated);
    if (isNew && this.isConnected && this.#flow.adapter !== this.adapter) this.#flow.start();
    this.#pages = this.#language.isReady ? this.#maker.pages() : { below: undefined, above: undefined };
    const { busy, problem } = this.#maker.news(this.#pages);
    if (busy !== undefined) this.#announcer.say(busy);
    if (problem !== undefined) this.#announcer.alert(problem);
  }

  protected override updated(): void {
    const page = this.#pages.above ?? this.#pages.below;
    this.#toggle('busy', page?.busy !== undefined);
    this.#toggle('left', this.#flow.run?.state.phase === 'left');
    this.#stepShown = this.#maker.showStep().then(() => this.#focus.follow(page, this.renderRoot));
    if (!page || page.isPassing || this.#pageTold === identityOf(page)) return;
    this.#pageTold = identityOf(page);
    this.dispatchEvent(new SiwPageEvent(page));
    // The second chunk is fetched once the first page is painted.
    this.#flow.clock.whenIdle(() => void this.#maker.loadLater());
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
    void this.updateComplete.then(() => heading(this.renderRoot)?.focus());
  }

  protected override render(): TemplateResult | typeof nothing {
    const { locale, say, isReady } = this.#language;
    if (!isReady || this.#flow.run?.state.phase === 'left') return nothing;
    const { below, above } = this.#pages;
    return html`<div class="siw-frame" lang=${locale} dir=${directionOf(locale)}>
      <section class="siw-card" part="card" aria-label=${say('name')}>
        <slot name="header"></slot>
        ${this.#renderAccount()}
        ${below ? keyed(identityOf(below), drawPage(below, 'siw-page', above !== undefined)) : this.#renderWaiting()}
        ${above ? keyed(identityOf(above), drawPage(above, 'siw-above', false)) : nothing}
        ${this.#flow.run?.isSlow ? html`<p class="siw-hint">${say('slow')}</p>` : nothing}
        <slot name="help"></slot>
        ${this.#announcer.regions()}
      </section>
    </div>`;
  }

  #renderAccount(): TemplateResult {
    const state = this.#flow.run?.state;
    const account = state && 'info' in state ? state.info.account : undefined;
    return html`<p class="siw-account siw-small">
      <span class="siw-name">${this.#language.say('name')}</span>
      ${account?.organization === undefined ? nothing : html`<span>${account.organization}</span>`}
      ${account ? html`<bdi>${account.label}</bdi>` : nothing}
    </p>`;
  }

  #renderWaiting(): TemplateResult {
    return html`<div class="siw-waiting">
      <span class="siw-spinner" part="spinner" aria-hidden="true"></span>
      <span class="siw-unseen">${this.#language.say('loading')}</span>
    </div>`;
  }

  #speak(): void {
    void this.#language.use(languageAround(this));
  }

  #adopt(styles: CSSStyleSheet): void {
    const root = this.renderRoot;
    if (root instanceof ShadowRoot) root.adoptedStyleSheets = [...root.adoptedStyleSheets, styles];
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
