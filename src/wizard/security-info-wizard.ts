/** The element: draws what the flow says, and carries what the person does back to it. Decides nothing. */
import { LitElement, adoptStyles, nothing } from 'lit';
import type { CSSResultOrNative, PropertyValues, TemplateResult } from 'lit';
import type { SecurityInfoAdapter } from '../contract/adapter.js';
import type { MethodEntry } from '../contract/step.js';
import { languageAround } from '../i18n/locale.js';
import { first } from '../ui/styles/first.js';
import { Afresh } from './afresh.js';
import { drawCard } from './card.js';
import { SiwCancelEvent, SiwPageEvent, eventOf, type WizardEvents } from './events.js';
import { FlowController } from './flow-controller.js';
import { Language } from './language.js';
import { MethodTable } from './method-table.js';
import { PageMaker } from './page-maker.js';
import { identityOf, type Page, type Pages } from './page.js';
import type { Shell } from './shell.js';
import type { StringOverrides } from './string-overrides.js';

/**
 * Walks a person who has just signed in through the methods that their organisation requires.
 *
 * @attr {string} endpoint - Where no adapter is set: address of a server that mounts `createHandler`.
 * @attr {boolean} no-prompt - Goes straight to the first method.
 * @attr {'light' | 'dark'} theme - Absent: the colour scheme of the page around it.
 * @attr {string} lang - Absent: the language of the page around it, of the browser, English.
 * @fires {SiwReadyEvent} siw-ready - The backend's first answer is drawn.
 * @fires {SiwPageEvent} siw-page - Another page stands in the tree.
 * @fires {SiwRegisteredEvent} siw-registered - The backend has registered a method.
 * @fires {SiwCompleteEvent} siw-complete - The wizard is done: let the person through.
 * @fires {SiwSkipEvent} siw-skip - The other end: the person put everything off. Let them through.
 * @fires {SiwCancelEvent} siw-cancel - `cancel()` was called; cancelable.
 * @fires {SiwSwitchAccountEvent} siw-switch-account - The person asked for another account.
 * @fires {SiwReauthEvent} siw-reauth - The host must sign the person in again, then call `resume()`.
 * @fires {SiwHumanCheckEvent} siw-human-check - The host must make a check, then call `resume(token)`.
 * @fires {SiwRedirectEvent} siw-redirect - The person is about to leave the page; cancelable.
 * @fires {SiwErrorEvent} siw-error - Something keeps the wizard from going on.
 * @slot header - Above everything: a logo.
 * @slot help - Below everything on every page: how to reach the help desk (WCAG 2.2, 3.2.6).
 * @csspart card - The whole widget.
 * @csspart page - One page, a form.
 * @csspart heading - The page's heading.
 * @csspart progress - "Method n of m" and its line.
 * @csspart session - Says that the session is about to end.
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
 * @csspart choice - One of several ways: chooser, text or call, default method.
 * @csspart match-number - The number to enter in the organisation's app.
 * @csspart store-link - Where the app can be had; also `button`.
 * @csspart badge - A short mark on a method.
 * @csspart icon - Every icon.
 * @csspart qr - The white plate of a QR code.
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
 * @cssprop --siw-width - The widest that the card gets; default 27.5rem.
 * @cssprop --siw-padding - Inside the card; `0` where the host draws it.
 * @cssstate busy - A call is under way.
 * @cssstate left - The wizard has ended and draws nothing.
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
  static override readonly styles = first;

  /** Written out instead of decorated: decorators would cost half a kilobyte of the first load. */
  static override readonly properties = {
    adapter: { attribute: false },
    endpoint: {},
    methods: { attribute: false },
    strings: { attribute: false },
  };

  readonly #internals = this.attachInternals();
  readonly #places = { below: new Afresh(), above: new Afresh() };
  readonly #changed = (): void => this.requestUpdate();
  readonly #language = new Language(this.#changed);
  readonly #table = new MethodTable(this.#language, (styles) => this.#adopt([styles]));
  readonly #flow = new FlowController(this, {
    methods: this.#table,
    locale: () => this.#language.locale,
    tell: (news) => this.dispatchEvent(eventOf(news)),
    announce: (text, module) => this.#maker.later?.attention.say(this.#language.method(module)(text)),
  });
  readonly #shell: Shell = {
    language: this.#language,
    card: (kind) => this.#table.card(kind),
    kinds: () => this.#table.kinds,
    has: (call) => this.#flow.run?.calls.has(call) ?? false,
    send: (event) => this.#flow.run?.send(event),
    fire: (event) => this.dispatchEvent(event),
  };
  readonly #maker = new PageMaker(this.#shell, this.#flow, (styles) => this.#adopt(styles), this.#changed);
  #pages: Pages = {};
  #settled: Promise<void> | undefined;
  #told = ''; // The page that the host was told of last.
  #styles: readonly CSSResultOrNative[] = SecurityInfoWizard.styles;
  readonly #speak = (): void => void this.#language.use(languageAround(this));
  readonly #languageObserver = new MutationObserver(this.#speak);

  /** The backend. May be set before or after connecting; setting another one starts over. */
  adapter: SecurityInfoAdapter | undefined;

  /** Looked at when the wizard starts without an adapter: where `createHandler` is mounted, `/api/security-info`. */
  endpoint: string | undefined;

  /** Methods of the host's own, beside the built-in ones; made by `defineMethod`. One of the same kind replaces ours. */
  methods: readonly MethodEntry[] | undefined;

  /** The host's own words, by method kind or `wizard`, then by key. Keys that are left out keep ours. */
  strings: StringOverrides | undefined;

  get #page(): Page | undefined {
    return this.#pages.above ?? this.#pages.below;
  }

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

  protected override async scheduleUpdate(): Promise<void> {
    await this.#maker.later?.lull();
    await super.scheduleUpdate();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('strings')) {
      this.#language.setOverrides(this.strings ?? {});
      this.#speak();
    }
    if (changed.has('methods')) this.#table.extend(this.methods ?? []);
    // Set before the first drawing they are there when the connection starts the flow.
    const isOther = this.#flow.adapter !== this.adapter || (changed.has('methods') && this.hasUpdated);
    if (isOther && this.isConnected) this.#flow.start();
    this.#pages = this.#language.isReady ? this.#maker.pages() : {};
    const slow = this.#flow.run?.isSlow ? this.#language.say('slow') : undefined;
    this.#maker.later?.attention.beforeDrawing(this.#page, slow);
  }

  protected override updated(): void {
    const page = this.#page;
    this.#show('busy', page?.busy !== undefined);
    this.#show('left', this.#flow.run?.state.phase === 'left');
    this.#settled = this.#settle();
    // Whatever comes after nothing is another page.
    if (!page) this.#told = '';
    if (!page || page.isPassing || this.#told === identityOf(page)) return;
    this.#told = identityOf(page);
    this.dispatchEvent(new SiwPageEvent(page));
    // The second chunk is fetched once the first page is painted.
    this.#flow.clock.afterPaint(() => void this.#maker.load());
  }

  /** The step draws after the shell; only then is there something to focus. */
  async #settle(): Promise<void> {
    const { later } = this.#maker;
    await later?.showStep(this.#pages.below);
    later?.attention.afterDrawing(this.#page, this.renderRoot);
  }

  protected override async getUpdateComplete(): Promise<boolean> {
    const isSettled = await super.getUpdateComplete();
    await this.#settled;
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

  /** Moves focus to the heading of the page that stands, or else comes; for hosts that put the wizard where focus was. */
  override focus(): void {
    void this.updateComplete.then(() => {
      const heading = this.renderRoot.querySelector<HTMLElement>('form:not([inert]) h1');
      if (heading) heading.focus();
      else this.addEventListener('siw-page', this.focus, { once: true });
    });
  }

  protected override render(): TemplateResult | typeof nothing {
    const state = this.#flow.run?.state;
    if (!this.#language.isReady || state?.phase === 'left') return nothing;
    return drawCard({
      language: this.#language,
      account: state && 'info' in state ? state.info.account : undefined,
      pages: this.#pages,
      places: this.#places,
      waitingFor: this.#maker.hasFailed ? 'failed' : 'loading',
      isSlow: this.#flow.run?.isSlow ?? false,
      spoken: this.#maker.later?.attention,
    });
  }

  #show(state: string, isOn: boolean): void {
    this.#internals.states[isOn ? 'add' : 'delete'](state);
  }

  /** Parts of one shadow root: what is loaded later joins what is there. */
  #adopt(styles: readonly CSSResultOrNative[]): void {
    adoptStyles(this.renderRoot as ShadowRoot, [...this.#styles, ...styles]);
    this.#styles = [...this.#styles, ...styles];
  }
}

export interface SecurityInfoWizard {
  addEventListener: WizardEvents['addEventListener'];
  removeEventListener: WizardEvents['removeEventListener'];
}
