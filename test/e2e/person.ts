/** A person at the demo page: reads headings, presses what has a name, types, scans. Knows roles and words, no markup. */
import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';
import { demoNumber } from '../../demo/demo-account.js';
import { codeOf, scan } from './authenticator.js';
import type { Words } from './words.js';

/** Sets up one method, from its first page to the one that says it is added. */
export type Way = () => Promise<unknown>;

export class Person {
  readonly page: Page;
  readonly words: Words;
  /** Called on every page that the person comes to, by its heading. */
  onPage: ((title: string) => Promise<void>) | undefined;

  constructor(page: Page, words: Words) {
    this.page = page;
    this.words = words;
  }

  /** Where the person works; the phone and the controls of the demonstration are elsewhere. */
  get main(): Locator {
    return this.page.getByRole('main');
  }

  heading(title: string): Locator {
    return this.page.getByRole('heading', { level: 1, name: title, exact: true });
  }

  button(name: string | RegExp): Locator {
    return this.main.getByRole('button', { name, exact: true });
  }

  field(label: string): Locator {
    return this.main.getByLabel(label, { exact: true });
  }

  /** Comes to the page of this heading, waits until it is complete, and looks around. */
  async at(title: string): Promise<void> {
    await this.heading(title).waitFor();
    await this.main.locator('[aria-busy=true]').filter({ visible: true }).waitFor({ state: 'detached' });
    await this.onPage?.(title);
  }

  async sees(text: string | RegExp): Promise<void> {
    // What is only announced is not seen.
    await this.main.getByText(text).and(this.page.locator(':not([aria-live])')).first().waitFor();
  }

  async press(name: string | RegExp): Promise<void> {
    await this.button(name).click();
  }

  /** Over what stands in the field. */
  async type(label: string, text: string): Promise<void> {
    await this.field(label).fill('');
    await this.field(label).pressSequentially(text);
  }

  async signIn(): Promise<void> {
    await this.at(this.words.signIn);
    await this.press(this.words.signIn);
  }

  /** The plate of the QR code, as the phone's camera sees it. */
  async lookAtQr(): Promise<Buffer> {
    const plate = this.page.locator('[part=qr]');
    await plate.getByRole('img').waitFor();
    return plate.screenshot({ animations: 'disabled' });
  }

  /** Every text that the simulated phone got. */
  texts(): Promise<readonly { readonly to: string; readonly text: string }[]> {
    return this.page.evaluate(() => window.demo.phone.messages());
  }

  /** The code in the newest text. */
  async textedCode(): Promise<string> {
    // A text takes its time, and a mail may come after it.
    await this.page.waitForFunction(() => window.demo.phone.messages().some(({ to }) => !to.includes('@')));
    const texts = (await this.texts()).filter(({ to }) => !to.includes('@'));
    const code = /\d{6}/.exec(texts.at(-1)?.text ?? '')?.[0];
    assert.ok(code, 'the phone got a code');
    return code;
  }

  /** From the authenticator's first page to the one with the QR code. Answers what that says. */
  async comeToQr(): Promise<string> {
    const { words } = this;
    await this.at(words.setUp);
    await this.press(words.next);
    await this.at(words.scan);
    return scan(await this.lookAtQr());
  }

  /** From the authenticator's first page to the one that says it is added. Answers what the QR code said. */
  async setUpApp(): Promise<string> {
    const { words } = this;
    const uri = await this.comeToQr();
    await this.press(words.next);
    await this.at(words.enterCode);
    await this.type(words.code, codeOf(uri));
    await this.press(words.next);
    await this.at(words.appAdded);
    return uri;
  }

  /** The number that the wizard shows, to be entered in the company's app. */
  async matchNumber(): Promise<string> {
    await this.at(this.words.test);
    return (await this.main.locator('[part=match-number]').innerText()).trim();
  }

  /** The request that the company's app shows, once it has come. */
  async request(): Promise<string> {
    await this.page.waitForFunction(() => window.demo.phone.requests().length > 0);
    return this.page.evaluate(() => window.demo.phone.requests()[0]?.id ?? '');
  }

  async approve(number: string): Promise<void> {
    const id = await this.request();
    await this.page.evaluate(([id, number]) => window.demo.phone.approve(id, number), [id, number] as const);
  }

  /** Scans with the company's app, and waits until the page has heard of it: what stands there goes then. */
  async pair(uri: string): Promise<void> {
    await this.page.evaluate((seen) => window.demo.phone.scan(seen), uri);
    await this.heading(this.words.connected).waitFor();
  }

  /** From the page to get the company's app to the one that says the test was approved. */
  async setUpPass(): Promise<void> {
    const { words } = this;
    await this.at(words.getApp);
    await this.press(words.next);
    await this.at(words.setUp);
    await this.press(words.next);
    await this.at(words.scan);
    await this.pair(scan(await this.lookAtQr()));
    await this.press(words.next);
    await this.approve(await this.matchNumber());
    await this.at(words.approved);
  }

  /** From the phone's first page to the one that says it is added: a call, answered with #. */
  async setUpPhoneByCall(number: string): Promise<void> {
    const { words, page } = this;
    await this.at(words.phone);
    await this.type(words.phoneNumber, number);
    await this.choose(words.callMe);
    await this.press(words.next);
    await this.at(words.answer);
    await page.waitForFunction(() => window.demo.phone.calls().at(-1)?.state === 'ringing');
    const id = await page.evaluate(() => window.demo.phone.calls().at(-1)?.id ?? '');
    await page.evaluate((id) => window.demo.phone.answer(id), id);
    await page.waitForFunction(() => window.demo.phone.calls().at(-1)?.state !== 'ringing');
    await page.evaluate((id) => window.demo.phone.pressHash(id), id);
    await this.at(words.phoneAdded);
  }

  async choose(name: string): Promise<void> {
    await this.main.getByRole('radio', { name, exact: true }).check();
  }

  /** From the phone's first page to the one that says it is added. */
  async setUpPhone(number: string): Promise<void> {
    const { words } = this;
    await this.at(words.phone);
    await this.type(words.phoneNumber, number);
    await this.press(words.next);
    await this.at(words.enterCode);
    await this.type(words.code, await this.textedCode());
    await this.press(words.next);
    await this.at(words.phoneAdded);
  }

  /** The whole way, from signing in to the start page; by app and phone where nothing else is said. */
  async passThrough(...ways: readonly Way[]): Promise<void> {
    await this.signIn();
    await this.setUpAll(...(ways.length ? ways : this.#appAndPhone));
    await this.at(this.words.start);
  }

  /** The wizard's part of the way, from its prompt to Done. */
  async setUpAll(...ways: readonly Way[]): Promise<void> {
    const { words } = this;
    await this.at(words.prompt);
    for (const setUp of ways) {
      await this.press(words.next);
      await setUp();
    }
    await this.press(words.next);
    await this.at(words.success);
    await this.press(words.done);
  }

  readonly #appAndPhone: readonly Way[] = [() => this.setUpApp(), () => this.setUpPhone(demoNumber)];
}
