/** Copying a key: under the person's own gesture, told in place, and by hand where the browser refuses (R50, R104). */
import { expect } from '@open-wc/testing';
import { en as shell } from '../../src/wizard/strings.js';
import { at, words } from '../wizard/harbor.js';
import { until } from '../wizard/patience.js';
import { present, textOf } from '../wizard/reading.js';
import type { WizardPage } from '../wizard/wizard-page.js';

const real = navigator.clipboard;

function clipboard(writeText: (text: string) => Promise<void>): void {
  Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText } });
}

async function atKey(): Promise<WizardPage> {
  const { page } = await at('app');
  await page.go('Next', words.scan);
  page.press(/Can’t scan/);
  await until(() => page.hasButton('Copy Secret key'), 'the key');
  return page;
}

/** The key as it is read, its groups run together. */
const shownKey = (page: WizardPage): string => textOf(page.root.getElementById('siw-manual-1')).replace(/\s/g, '');

describe('a key to type by hand', () => {
  afterEach(() => Object.defineProperty(navigator, 'clipboard', { configurable: true, value: real }));

  it('can be read in groups of four, and copied as one [F48, F71, F75, C32]', async () => {
    const written: string[] = [];
    clipboard(async (text) => void written.push(text));
    const page = await atKey();
    const groups = [...(page.root.getElementById('siw-manual-1')?.children ?? [])].map(textOf);
    expect(groups.every((group) => /^[A-Z2-7]{4}$/.test(group))).to.equal(true);
    page.press('Copy Secret key');
    await until(() => written.length > 0, 'a copy');
    expect(written).to.deep.equal([shownKey(page)]);
    expect(written[0]).to.match(/^[A-Z2-7]{32}$/);
  });

  it('says that it was copied, next to its button and not at the other one [F49]', async () => {
    clipboard(async () => undefined);
    const page = await atKey();
    page.press('Copy Secret key');
    await until(() => page.text().includes('Copied'), 'the words');
    const told = [...page.root.querySelectorAll('[role=status]')].filter((one) => textOf(one) === 'Copied');
    expect(told).to.have.length(1);
    expect(told[0]?.parentElement?.contains(page.button('Copy Secret key'))).to.equal(true);
  });

  it('has a region for that before there is anything to say', async () => {
    const page = await atKey();
    const regions = [...page.root.querySelectorAll('.siw-body [role=status]')];
    expect(regions.map(textOf)).to.deep.equal(['', '']);
  });

  const refusals: readonly [string, () => void][] = [
    ['refuses', () => clipboard(() => Promise.reject(new DOMException('no', 'NotAllowedError')))],
    [
      'has no clipboard, as on an insecure page',
      () => Object.defineProperty(navigator, 'clipboard', { configurable: true, value: undefined }),
    ],
  ];
  for (const [how, refuse] of refusals)
    it(`is selected, and said to be, when the browser ${how}`, async () => {
      refuse();
      const page = await atKey();
      page.press('Copy Secret key');
      await until(() => page.text().includes('Selected.'), 'the words');
      const shown = present(page.root.getElementById('siw-manual-1'), 'key');
      // Engines differ in what they tell of a selection in a shadow tree; its text they all tell.
      const selected = String(getSelection() ?? '').replace(/\s/g, '');
      expect(selected).to.equal(textOf(shown).replace(/\s/g, ''));
    });

  it('stands under its name where the language runs from right to left', async () => {
    const { page } = await at('app', { wizard: { lang: 'ar', strings: { wizard: shell } } });
    await page.go('Next', words.scan);
    page.press(/Can’t scan/);
    await until(() => page.hasButton('Copy Secret key'), 'the key');
    const [name, key] = ['siw-manual-1-name', 'siw-manual-1'].map((id) => {
      const range = document.createRange();
      range.selectNodeContents(present(page.root.getElementById(id), id));
      return range.getBoundingClientRect();
    });
    expect(Math.abs((name?.right ?? 0) - (key?.right ?? 99))).to.be.below(2);
  });

  it('is not copied without a press', async () => {
    let copies = 0;
    clipboard(async () => void (copies += 1));
    const page = await atKey();
    await page.go('Next', words.code);
    expect(copies).to.equal(0);
  });

  it('is forgotten as copied when its page comes again', async () => {
    clipboard(async () => undefined);
    const page = await atKey();
    page.press('Copy Secret key');
    await until(() => page.text().includes('Copied'), 'the words');
    page.press('Show the QR code');
    await until(() => page.hasButton(/Can’t scan/), 'the key hidden');
    await page.go('Next', words.code);
    await page.go('Back', words.scan);
    await until(() => page.hasButton(/Can’t scan/), 'the way to the key');
    page.press(/Can’t scan/);
    await until(() => page.hasButton('Copy Secret key'), 'the key');
    expect(page.text()).not.to.contain('Copied');
  });
});
