/** The whole way with keys alone, by real Tab, Space and Enter: no trap, no mouse, no dead end (R110). */
import { expect } from '@open-wc/testing';
import { atHarbor, mobile, words } from './harbor.js';
import { until } from './patience.js';
import { nameOfButton } from './reading.js';
import type { WizardPage } from './wizard-page.js';

/** Tabs forward until the button with this name has focus. */
async function tabTo(page: WizardPage, name: string): Promise<void> {
  for (let n = 0; n < 15; n++) {
    const focused = page.focused();
    if (focused instanceof HTMLButtonElement && nameOfButton(focused) === name) return;
    await page.key('Tab');
  }
  throw new Error(`Tab never came to ${name} under “${page.heading()}”`);
}

async function pressByKey(page: WizardPage, name: string, key: 'Enter' | ' ', heading: string): Promise<void> {
  await tabTo(page, name);
  await page.key(key);
  await page.arrives(heading);
}

describe('with keys alone', () => {
  it('an app and a phone can be set up', async function () {
    this.timeout(15_000);
    const { page, harbor } = await atHarbor();
    page.element.focus();
    await until(() => page.focused(), 'focus');
    await pressByKey(page, 'Next', 'Enter', words.setUp);
    await pressByKey(page, 'Next', ' ', words.scan);
    await pressByKey(page, 'Next', 'Enter', words.code);
    await page.type('Code', await harbor.shown());
    await page.key('Enter');
    await page.arrives(words.appAdded);
    await pressByKey(page, 'Next', 'Enter', words.number);
    await page.type('Phone number', mobile);
    await page.key('Enter');
    await page.arrives(words.code);
    await page.type('Code', harbor.texted());
    await page.key('Enter');
    await page.arrives(words.phoneAdded);
    await pressByKey(page, 'Next', ' ', words.summary);
    await tabTo(page, 'Done');
    await page.key('Enter');
    await until(() => page.has('siw-complete'), 'siw-complete');
  });

  it('Escape closes nothing and loses nothing', async () => {
    const { page } = await atHarbor();
    await page.go('Next', words.setUp);
    await page.key('Escape');
    expect(page.heading()).to.equal(words.setUp);
  });
});
