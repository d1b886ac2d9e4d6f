/** A person without a mouse: everything is reached with Tab, pressed with Enter and typed where the focus is. */
import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { Person } from './person.js';

/** More stops than the whole page has. */
const tooFar = 40;

export class Typist extends Person {
  /** On arriving, focus is on the heading, or in the first field of a page that is nothing but a field. */
  override async at(title: string): Promise<void> {
    const { words } = this;
    await this.heading(title).waitFor();
    // Where the page begins, focus is still the browser's.
    const field = { [words.enterCode]: words.code, 'Name your token': 'Name (optional)' }[title];
    if (title !== words.signIn) await this.comesTo(field ? this.field(field) : this.heading(title));
    await super.at(title);
  }

  /** Focus follows a page shortly after it stands. */
  async comesTo(target: Locator): Promise<void> {
    await target.and(this.page.locator(':focus')).waitFor();
  }

  override async press(name: string | RegExp): Promise<void> {
    await this.#tabTo(this.button(name));
    await this.button(name).and(this.page.locator(':not([aria-disabled=true])')).waitFor();
    await this.page.keyboard.press('Enter');
  }

  /** Radios are one stop; the arrows move between them. */
  override async choose(name: string): Promise<void> {
    const wanted = this.main.getByRole('radio', { name, exact: true });
    await this.#tabTo(this.main.getByRole('radio', { checked: true }));
    for (let n = 0; n < tooFar && !(await wanted.isChecked()); n++) await this.page.keyboard.press('ArrowDown');
    assert.ok(await wanted.isChecked(), name);
  }

  override async type(label: string, text: string): Promise<void> {
    await this.#tabTo(this.field(label));
    await this.page.keyboard.press('ControlOrMeta+A');
    await this.page.keyboard.type(text);
  }

  /** From where the focus is, with Tab alone, out of the wizard and back to its first control. */
  async leaveAndComeBack(): Promise<void> {
    // A heading has focus but no place in the order of Tab, so the first stop is the one after it.
    if ((await this.#focus()).startsWith('h1 ')) await this.page.keyboard.press('Tab');
    const first = await this.#focus();
    let stops = 0;
    while (await this.#isInWizard()) {
      assert.ok(++stops < tooFar, 'Tab leaves the wizard');
      await this.page.keyboard.press('Tab');
    }
    assert.ok(stops > 0, 'the wizard has something to stop at');
    for (; stops > 0; stops--) await this.page.keyboard.press('Shift+Tab');
    assert.equal(await this.#focus(), first, 'Shift and Tab come back the same way');
  }

  /** Where the keys go: what kind of thing it is, and its name or words. */
  #focus(): Promise<string> {
    return this.page.evaluate(() => {
      let at = document.activeElement;
      while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
      const labels = at instanceof HTMLInputElement || at instanceof HTMLSelectElement ? [...(at.labels ?? [])] : [];
      const words = labels.map(({ innerText }) => innerText).join(' ') || (at as HTMLElement | null)?.innerText;
      return `${at?.localName} ${words?.trim()}`;
    });
  }

  #isInWizard(): Promise<boolean> {
    return this.page.evaluate(() => document.activeElement?.localName === 'security-info-wizard');
  }

  async #tabTo(target: Locator): Promise<void> {
    await target.waitFor();
    for (let stops = 0; !(await hasFocus(target)); stops++) {
      assert.ok(stops < tooFar, `Tab comes to ${String(target)}`);
      await this.page.keyboard.press('Tab');
    }
  }
}

function hasFocus(target: Locator): Promise<boolean> {
  return target.evaluate((element) => (element.getRootNode() as Document | ShadowRoot).activeElement === element);
}
