/** Recovery codes: shown once, taken away by copy, file or paper, and registered when the person says that they are kept (R38–R41). */
import { expect } from '@open-wc/testing';
import { emulateMedia } from '@web/test-runner-commands';
import type { RequirementOption } from '../../src/adapters/memory/index.js';
import { addApp, atHarbor, needsApp, words, type HarborOptions, type Stage } from './harbor.js';
import { until } from './patience.js';
import { present, textOf } from './reading.js';
import { WizardPage } from './wizard-page.js';

const needsCodes: RequirementOption = { id: 'codes', anyOf: [{ kind: 'recovery-codes', usage: ['recovery'] }] };
const titles = {
  setUp: 'Get recovery codes',
  codes: 'Save your recovery codes',
  saved: 'Recovery codes saved',
} as const;
const box = 'I have saved these codes';
const form = /^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/;

const shownOn = (page: WizardPage): readonly string[] =>
  [...page.root.querySelectorAll('#siw-codes li')].map((item) => textOf(item));

async function atSetUp(options: HarborOptions = {}): Promise<Stage> {
  const stage = await atHarbor({ requirements: [needsCodes], wizard: { noPrompt: true }, ...options });
  await stage.page.arrives(titles.setUp);
  return stage;
}

async function atCodes(options: HarborOptions = {}): Promise<Stage> {
  const stage = await atSetUp(options);
  await stage.page.go('Show the codes', titles.codes);
  return stage;
}

describe('recovery codes', () => {
  it('are explained, shown, kept, and registered', async () => {
    const { page, harbor } = await atSetUp();
    expect(page.text()).to.contain('Each code works once.');
    await page.go('Show the codes', titles.codes);
    const codes = shownOn(page);
    expect(new Set(codes).size).to.equal(10);
    for (const code of codes) expect(code).to.match(form);
    expect(page.has('siw-registered')).to.equal(false);
    page.field(box).click();
    await page.go('Next', titles.saved);
    expect(page.of('siw-registered')).to.have.length(1);
    expect(
      (await harbor.backend.adapter.load({ signal: new AbortController().signal, locale: 'en' })).methods,
    ).to.have.length(1);
    await page.go('Next', words.summary);
    for (const code of codes) expect(document.documentElement.outerHTML + page.text()).not.to.contain(code);
  });

  it('are taken away by buttons whose rows are full where there is little room, in English and Japanese', async () => {
    const { page } = await atCodes();
    page.element.style.inlineSize = '320px';
    for (const lang of ['en', 'ja']) {
      page.element.lang = lang;
      await until(() => page.root.querySelector('.siw-frame')?.getAttribute('lang') === lang, lang);
      await page.settles();
      const row = present(page.root.querySelector('.siw-recovery-codes-actions'), 'row').getBoundingClientRect();
      const buttons = [...page.root.querySelectorAll('.siw-recovery-codes-actions button')];
      const ends = new Map(buttons.map((one) => one.getBoundingClientRect()).map(({ top, right }) => [top, right]));
      for (const end of ends.values()) expect(end, lang).to.be.closeTo(row.right, 1);
    }
  });

  it('have a box that looks wrong once it was passed over, and not before', async () => {
    const { page } = await atCodes();
    const line = (): string => getComputedStyle(present(page.field(box).closest('.siw-choice'), 'a box')).borderColor;
    const untouched = line();
    expect(page.field(box).getAttribute('aria-invalid')).to.equal('false');
    page.press('Next');
    await page.complains();
    const wrong = line();
    expect(wrong).not.to.equal(untouched);
    expect(page.field(box).getAttribute('aria-invalid')).to.equal('true');
  });

  it('say that the download has started, and say it again, in a region that stood there before', async () => {
    const { page } = await atCodes();
    const regions = [...page.root.querySelectorAll('.siw-recovery-codes-actions [role=status]')];
    const told = (): readonly string[] => regions.map((one) => textOf(one)).filter(Boolean);
    expect(told()).to.deep.equal([]);
    const click = HTMLAnchorElement.prototype.click;
    HTMLAnchorElement.prototype.click = () => undefined;
    try {
      page.press('Download');
      await until(() => told().length > 0, 'the words');
      expect(told()).to.deep.equal(['Download started']);
      const first = regions.map(({ textContent }) => textContent).join();
      page.press('Download');
      await until(() => regions.map(({ textContent }) => textContent).join() !== first, 'the words once more');
      expect(told()).to.deep.equal(['Download started']);
    } finally {
      HTMLAnchorElement.prototype.click = click;
    }
  });

  it('ask kindly for the tick, at the box, and register nothing without it', async () => {
    const { page, harbor } = await atCodes();
    const codes = shownOn(page);
    page.press('Next');
    expect(await page.complains()).to.contain('Save the codes first');
    expect(page.hasFocus(page.field(box)), 'focus').to.equal(true);
    expect(page.description(box)).to.contain('Save the codes first');
    expect(page.field(box).getAttribute('aria-invalid')).to.equal('true');
    expect(shownOn(page)).to.deep.equal(codes);
    expect(harbor.calls.of('verify')).to.have.length(0);
  });

  it('are the same after going back and forth', async () => {
    const { page } = await atCodes();
    const codes = shownOn(page);
    await page.go('Back', titles.setUp);
    await page.go('Show the codes', titles.codes);
    expect(shownOn(page)).to.deep.equal(codes);
    expect((page.field(box) as HTMLInputElement).checked).to.equal(false);
  });

  it('keep the tick when the backend refuses, and show what it said', async () => {
    const { page, harbor } = await atCodes();
    const codes = shownOn(page);
    harbor.backend.refuse('verify', { code: 'server' });
    page.field(box).click();
    page.press('Next');
    await page.complains();
    expect(shownOn(page)).to.deep.equal(codes);
    expect((page.field(box) as HTMLInputElement).checked).to.equal(true);
    await page.go('Next', titles.saved);
  });

  it('that have died meanwhile are said to be worthless, and others come in their place', async () => {
    const { page, harbor } = await atCodes();
    const codes = shownOn(page);
    harbor.backend.refuse('verify', { code: 'enrollment_gone', reason: 'expired' });
    page.field(box).click();
    page.press('Next');
    await page.arrives(titles.setUp);
    expect(page.problem()).to.contain('those codes will not work');
    for (const code of codes) expect(page.text()).not.to.contain(code);
  });

  it('are not for a translator, and read from left to right', async () => {
    const { page } = await atCodes();
    const list = present(page.root.getElementById('siw-codes'), 'list');
    expect(list.getAttribute('translate')).to.equal('no');
    expect(getComputedStyle(list).direction).to.equal('ltr');
    expect(getComputedStyle(list).userSelect).not.to.equal('none');
  });
});

describe('recovery codes are taken away', () => {
  const real = navigator.clipboard;
  afterEach(() => Object.defineProperty(navigator, 'clipboard', { configurable: true, value: real }));

  it('by copy, as bare lines', async () => {
    const written: string[] = [];
    const writeText = async (text: string): Promise<void> => void written.push(text);
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText } });
    const { page } = await atCodes();
    page.press('Copy Your recovery codes');
    await until(() => page.text().includes('Copied'), 'the words');
    expect(written).to.deep.equal([shownOn(page).join('\n')]);
  });

  it('as a file that says whose they are without telling, and whose address dies with the page', async () => {
    const { page } = await atCodes();
    const codes = shownOn(page);
    const { made, revoked, names, restore } = watchedFiles();
    try {
      page.press('Download');
      page.press('Download');
      expect(made).to.have.length(2);
      expect(revoked, 'the one before').to.deep.equal([made[0]?.url]);
      expect(names).to.deep.equal(['codes.txt', 'codes.txt']);
      const text = await present(made[1], 'file').blob.text();
      const today = new Intl.DateTimeFormat('en', { dateStyle: 'long' }).format();
      expect(text.split('\n')).to.deep.equal([
        'Recovery codes for Harbor',
        `Account a***@harbor.example, ${today}`,
        '',
        ...codes,
        '',
        'Each code works once. Cross it out after use. Do not show these codes to anyone.',
        '',
      ]);
      await page.go('Back', titles.setUp);
      expect(revoked).to.deep.equal(made.map(({ url }) => url));
    } finally {
      restore();
    }
  });

  it('on paper, with nothing of the page around them', async function () {
    if (!canShowPaper) return this.skip();
    const { page } = await atCodes();
    const before = document.adoptedStyleSheets.length;
    const printed = await printing(() => page.press('Print'));
    expect(printed.visible).to.deep.equal(['siw-recovery-codes-sheet']);
    expect(printed.onScreen).to.equal('none');
    window.dispatchEvent(new Event('afterprint'));
    expect(document.querySelector('.siw-recovery-codes-sheet')).to.equal(null);
    expect(document.adoptedStyleSheets).to.have.length(before);
  });

  it('and no sheet stays behind when the wizard is taken out of the page', async function () {
    if (!canShowPaper) return this.skip();
    const { page } = await atCodes();
    await printing(() => page.press('Print'));
    page.element.remove();
    await page.isWiped();
    expect(document.querySelector('.siw-recovery-codes-sheet')).to.equal(null);
  });
});

describe('recovery codes that a backend opens by itself after another method', () => {
  const following: HarborOptions = {
    requirements: [needsApp],
    followers: [{ after: ['totp'], offer: { kind: 'recovery-codes', usage: ['recovery'] } }],
    wizard: { noPrompt: true },
  };

  async function atFollower(options: HarborOptions = {}): Promise<Stage> {
    const stage = await atHarbor({ ...following, ...options });
    await stage.page.arrives(words.setUp);
    await addApp(stage);
    await stage.page.go('Next', titles.codes);
    return stage;
  }

  it('are shown after it, though no requirement speaks of them, and stand on the last page', async () => {
    const { page } = await atFollower();
    expect(page.buttons().filter((name) => /different/i.test(name))).to.deep.equal([]);
    page.field(box).click();
    await page.go('Next', titles.saved);
    expect(page.of('siw-registered')).to.have.length(2);
    await page.go('Next', words.summary);
    expect(page.text()).to.contain('Recovery codes');
  });

  it('are shown again after a reload, although nothing that is required is open', async () => {
    const { page, harbor } = await atFollower();
    const codes = shownOn(page);
    page.element.remove();
    const again = await WizardPage.open({ adapter: harbor.adapter });
    await again.arrives(titles.codes);
    expect(shownOn(again)).to.deep.equal(codes);
    again.field(box).click();
    await again.go('Next', titles.saved);
    await again.go('Next', words.summary);
  });

  it('may be left: what stands already stays, and nobody asks for them again', async () => {
    const { page, harbor } = await atFollower();
    await page.go('Skip setup', words.summary);
    expect(page.text()).to.contain('Authenticator app').and.not.to.contain('Recovery codes');
    await until(() => harbor.calls.of('cancel').length > 0, 'the end of what was left');
    const { pending, methods } = await harbor.adapter.load({ signal: new AbortController().signal, locale: 'en' });
    expect(pending).to.deep.equal([]);
    expect(methods).to.have.length(1);
  });

  it('hold nobody up where they cannot be had at all', async () => {
    const { page, harbor } = await atFollower();
    harbor.backend.refuse('get', { code: 'enrollment_gone', reason: 'expired' }, 3);
    harbor.backend.refuse('begin', { code: 'policy_denied' }, 100);
    page.element.remove();
    const again = await WizardPage.open({ adapter: harbor.adapter });
    await again.arrives(titles.setUp);
    again.press('Show the codes');
    expect(await again.complains()).to.contain('does not allow this');
    again.press('Skip setup');
    await until(() => again.has('siw-complete'), 'the end');
  });
});

/** What was made into a file, under which name, and which addresses are given back. */
function watchedFiles() {
  const { createObjectURL, revokeObjectURL } = URL;
  const { click } = HTMLAnchorElement.prototype;
  const made: { readonly blob: Blob; readonly url: string }[] = [];
  const revoked: string[] = [];
  const names: string[] = [];
  URL.createObjectURL = (blob) => {
    const url = createObjectURL.call(URL, blob);
    made.push({ blob: blob as Blob, url });
    return url;
  };
  URL.revokeObjectURL = (url) => {
    revoked.push(url);
    revokeObjectURL.call(URL, url);
  };
  HTMLAnchorElement.prototype.click = function () {
    names.push(this.download);
  };
  const restore = (): void => {
    Object.assign(URL, { createObjectURL, revokeObjectURL });
    HTMLAnchorElement.prototype.click = click;
  };
  return { made, revoked, names, restore };
}

/** Only Chromium lets the page of the tests be seen as paper. */
const canShowPaper = navigator.userAgent.includes('Chrome');

/** What would be on paper, and on the screen meanwhile, while the browser prints. */
async function printing(press: () => void): Promise<{ readonly visible: string[]; readonly onScreen: string }> {
  const { print } = window;
  let calls = 0;
  window.print = () => void calls++;
  try {
    press();
  } finally {
    window.print = print;
  }
  expect(calls).to.equal(1);
  const sheet = present(document.querySelector('.siw-recovery-codes-sheet'), 'sheet');
  const onScreen = getComputedStyle(sheet).display;
  await emulateMedia({ media: 'print' });
  const visible = [...document.body.children]
    .filter((one) => getComputedStyle(one).display !== 'none')
    .map(({ className }) => className);
  await emulateMedia({ media: 'screen' });
  return { visible, onScreen };
}
