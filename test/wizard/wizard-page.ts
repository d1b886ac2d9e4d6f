/** The wizard as a person meets it: headings, buttons and fields, found by role and visible name. */
import { sendKeys } from '@web/test-runner-commands';
import '../../src/define.js';
import type { SecurityInfoWizard } from '../../src/index.js';
import type { SecurityInfoAdapter } from '../../src/contract/adapter.js';
import { turn, until } from './patience.js';
import { fits, nameOfButton, newMain, present, spaced, textOf } from './reading.js';

export type Wizard = SecurityInfoWizard;
type Property = 'methods' | 'strings' | 'lang' | 'endpoint';

export interface WizardOptions extends Partial<Pick<Wizard, Property>> {
  readonly adapter?: SecurityInfoAdapter;
  readonly theme?: 'light' | 'dark';
  readonly noPrompt?: boolean;
  /** Where it is put; default: a `<main>` of its own, gone after the test. */
  readonly into?: ParentNode & Element;
  /** Slotted content, or listeners that must be there before anything happens. */
  readonly prepare?: (element: Wizard) => void;
}

export const eventNames = [
  'siw-ready',
  'siw-page',
  'siw-registered',
  'siw-complete',
  'siw-skip',
  'siw-cancel',
  'siw-switch-account',
  'siw-reauth',
  'siw-human-check',
  'siw-redirect',
  'siw-error',
] as const;

type Name = string | RegExp;
type Field = HTMLInputElement | HTMLSelectElement;

export class WizardPage {
  readonly element: Wizard;
  /** Every public event so far. */
  readonly events: Event[] = [];
  /** Every text that a live region held so far, in order. */
  readonly spoken: { readonly politely: string[]; readonly urgently: string[] } = { politely: [], urgently: [] };
  #isListening = false;

  constructor(element: Wizard = document.createElement('security-info-wizard')) {
    this.element = element;
    for (const name of eventNames) element.addEventListener(name, (event) => this.events.push(event));
  }

  /** Puts a wizard on the page and waits for its first page, or for the end where nothing is drawn. */
  static async open({ into, prepare, ...properties }: WizardOptions = {}): Promise<WizardPage> {
    const page = WizardPage.place({ ...properties, ...(into && { into }), ...(prepare && { prepare }) });
    await page.first();
    return page;
  }

  /** The same without waiting. */
  static place({ into = newMain(), prepare, theme, noPrompt = false, ...properties }: WizardOptions = {}): WizardPage {
    const page = new WizardPage();
    Object.assign(page.element, { lang: 'en', ...properties });
    page.element.toggleAttribute('no-prompt', noPrompt);
    if (theme) page.element.setAttribute('theme', theme);
    prepare?.(page.element);
    into.append(page.element);
    return page;
  }

  async first(): Promise<void> {
    await until(() => this.form() ?? (this.has('siw-complete') || undefined), 'a first page');
    await this.element.updateComplete;
    this.#listen();
  }

  get root(): ShadowRoot {
    return present(this.element.shadowRoot, 'an open shadow root');
  }

  // ── what stands there ────────────────────────────────────────────────────────────────────────────

  /** The page that can be used; one that is covered does not count. */
  form(): HTMLFormElement | undefined {
    return this.element.shadowRoot?.querySelector<HTMLFormElement>('form:not([hidden])') ?? undefined;
  }

  heading(): string {
    return textOf(this.form()?.querySelector('h1'));
  }

  /** All that can be read on the page, the shell's frame included. */
  text(): string {
    return spaced(this.root.querySelector<HTMLElement>('section')?.innerText ?? '');
  }

  /** Names of the buttons, in order. */
  buttons(): readonly string[] {
    return this.#all<HTMLButtonElement>('button').map(nameOfButton);
  }

  button(name: Name): HTMLButtonElement {
    const found = this.#all<HTMLButtonElement>('button').find((button) => fits(nameOfButton(button), name));
    return present(
      found,
      `a button ${String(name)}; there are ${this.buttons().join(' | ')} under “${this.heading()}”`,
    );
  }

  hasButton(name: Name): boolean {
    return this.buttons().some((button) => fits(button, name));
  }

  field(label: Name): Field {
    const found = this.#all<HTMLLabelElement>('label').find((one) => fits(textOf(one), label));
    return present(found?.control as Field | null | undefined, `a field ${String(label)} under “${this.heading()}”`);
  }

  /** A choice by what its label starts with. */
  radio(label: string): HTMLInputElement {
    const found = this.#all<HTMLLabelElement>('label').find((one) => textOf(one).startsWith(label));
    return present(found?.querySelector<HTMLInputElement>('input[type=radio]'), `a choice ${label}`);
  }

  value(label: Name): string {
    return this.field(label).value;
  }

  /** What a field is described with, hint and problem, as assistive technology reads it. */
  description(label: Name): string {
    const ids = this.field(label).getAttribute('aria-describedby')?.split(' ') ?? [];
    return ids.map((id) => textOf(present(this.root.getElementById(id), `an element #${id}`))).join(' ');
  }

  /** What is wrong: at a field, or with the page as a whole. */
  problem(): string {
    return textOf(this.form()?.querySelector('.siw-problem, .siw-alert'));
  }

  isBusy(): boolean {
    return this.form()?.getAttribute('aria-busy') === 'true';
  }

  /** Ends what fades in; colours are those of the page from then on. */
  skipAnimations(): void {
    const ending = this.root.getAnimations().filter((one) => one.effect?.getComputedTiming().endTime !== Infinity);
    for (const animation of ending) animation.finish();
  }

  /** Asked like this, and not by comparing elements: a failure that prints one of them takes minutes. */
  hasFocus(element: Element): boolean {
    return this.focused() === element;
  }

  focused(): Element | undefined {
    return this.root.activeElement ?? undefined;
  }

  // ── what a person does ───────────────────────────────────────────────────────────────────────────

  press(name: Name): void {
    this.button(name).click();
  }

  /** Presses, and waits for the page with this heading. */
  async go(name: Name, heading: Name): Promise<void> {
    this.press(name);
    await this.arrives(heading);
  }

  async arrives(heading: Name): Promise<void> {
    await until(() => fits(this.heading(), heading), `heading ${String(heading)}; it is “${this.heading()}”`);
    await this.settles();
  }

  /** Waits until nothing is under way. */
  async settles(): Promise<void> {
    await until(() => this.form() !== undefined && !this.isBusy(), `an end of waiting under “${this.heading()}”`);
    await this.element.updateComplete;
    await turn();
    await this.element.updateComplete;
  }

  /** Waits until no page stands any more. */
  async isWiped(): Promise<void> {
    await until(() => !this.form(), 'an end of the page');
    await this.element.updateComplete;
    await turn();
  }

  /** Waits for words about what is wrong. */
  async complains(): Promise<string> {
    await until(() => !this.isBusy() && this.problem() !== '', `a problem under “${this.heading()}”`);
    await this.settles();
    return this.problem();
  }

  /** Types with real keys, over what stands there. */
  async type(label: Name, text: string): Promise<void> {
    const field = this.field(label);
    field.focus();
    if (field instanceof HTMLInputElement) field.select();
    if (text === '') await sendKeys({ press: 'Delete' });
    // One by one: WebDriver presses the keys of a text together, and a key that is down cannot be pressed.
    for (const key of text) await sendKeys({ type: key });
  }

  /** Puts a value in as a password manager does. */
  fill(label: Name, value: string): void {
    const field = this.field(label);
    field.focus();
    field.value = value;
    field.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    field.dispatchEvent(new Event('change', { bubbles: true }));
  }

  key(press: string): Promise<void> {
    return sendKeys({ press });
  }

  // ── events ───────────────────────────────────────────────────────────────────────────────────────

  has(type: string): boolean {
    return this.events.some((event) => event.type === type);
  }

  of<E extends Event>(type: E['type']): readonly E[] {
    // The type of an event tells its class.
    return this.events.filter((event): event is E => event.type === type);
  }

  types(): readonly string[] {
    return this.events.map(({ type }) => type);
  }

  #all<E extends HTMLElement>(selector: string): E[] {
    return [...(this.form()?.querySelectorAll<E>(selector) ?? [])];
  }

  #listen(): void {
    const politely = this.element.shadowRoot?.querySelector('section > [aria-live=polite]');
    const urgently = this.element.shadowRoot?.querySelector('section > [aria-live=assertive]');
    if (this.#isListening || !politely || !urgently) return;
    this.#isListening = true;
    const options = { childList: true, characterData: true, subtree: true };
    const heard = (region: Element, into: string[]) =>
      new MutationObserver(() => into.push(region.textContent ?? '')).observe(region, options);
    heard(politely, this.spoken.politely);
    heard(urgently, this.spoken.urgently);
  }
}
