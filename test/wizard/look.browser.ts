/** How it looks on a host's page: parts, themes, forced colours, stillness, and nothing that a strict policy would refuse. */
import { expect } from '@open-wc/testing';
import { executeServerCommand } from '@web/test-runner-commands';
import { at, atHarbor, toPhoneCode, words } from './harbor.js';
import { until } from './patience.js';
import { newMain, present } from './reading.js';
import type { WizardPage } from './wizard-page.js';

/** Emulates a media feature; skips the test, visibly, where the engine cannot. */
async function media(test: Mocha.Context, features: Readonly<Record<string, string>>): Promise<void> {
  const { supported } = await executeServerCommand<{ supported: boolean }, unknown>('media', features);
  if (!supported) test.skip();
}

const usual = async (): Promise<void> => {
  await executeServerCommand('media', {});
};

/** A host's style sheet, gone after the test. */
function withStyles(css: string): () => void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  return () => (document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet));
}

const moving = (page: WizardPage): readonly Animation[] =>
  page.root.getAnimations().filter(({ playState }) => playState === 'running');

async function atPicture(): Promise<WizardPage> {
  const { page } = await at('app');
  await page.go('Next', words.scan);
  await until(() => page.root.querySelector('svg[role=img]'), 'a picture');
  return page;
}

describe('parts', () => {
  it('reach what a step draws, and what the shell draws', async () => {
    const undo = withStyles(`
      security-info-wizard::part(input) { border-top-color: rgb(1, 2, 3) }
      security-info-wizard::part(code-input) { letter-spacing: 7px }
      security-info-wizard::part(heading) { color: rgb(4, 5, 6) }
      security-info-wizard::part(primary-button) { border-radius: 9px }`);
    const { page } = await at('phone');
    expect(getComputedStyle(page.field('Phone number')).borderTopColor).to.equal('rgb(1, 2, 3)');
    await toPhoneCode(page);
    expect(getComputedStyle(page.field('Code')).letterSpacing).to.equal('7px');
    expect(getComputedStyle(present(page.form()?.querySelector('h1'), 'heading')).color).to.equal('rgb(4, 5, 6)');
    expect(getComputedStyle(page.button('Next')).borderTopLeftRadius).to.equal('9px');
    undo();
  });

  it('are the documented ones and no others [C3, C32]', async () => {
    const documented = new Set(
      'card page heading progress body field label hint input code-input problem buttons button primary-button back-button copy-button spinner links link methods method choice badge icon qr'.split(
        ' ',
      ),
    );
    const page = await atPicture();
    page.press(/Can’t scan/);
    await page.settles();
    const used = [...page.root.querySelectorAll('[part]')].flatMap((element) => [...element.part]);
    expect(used.filter((part) => !documented.has(part))).to.deep.equal([]);
  });
});

describe('themes', () => {
  it('follow the attribute', async () => {
    const { page } = await atHarbor({ wizard: { theme: 'light' } });
    const colour = (): string => getComputedStyle(present(page.form()?.querySelector('h1'), 'heading')).color;
    const light = colour();
    page.element.setAttribute('theme', 'dark');
    expect(colour()).not.to.equal(light);
    page.element.setAttribute('theme', 'light');
    expect(colour()).to.equal(light);
  });

  it('follow the colour scheme of the page around it where nothing is said', async () => {
    const main = newMain();
    main.style.colorScheme = 'dark';
    const { page } = await atHarbor({ wizard: { into: main } });
    const dark = getComputedStyle(present(page.form()?.querySelector('h1'), 'heading')).color;
    main.style.colorScheme = 'light';
    expect(getComputedStyle(present(page.form()?.querySelector('h1'), 'heading')).color).not.to.equal(dark);
  });

  it("take the host's accent", async () => {
    const { page } = await atHarbor();
    page.element.style.setProperty('--siw-accent', 'rgb(10, 20, 30)');
    page.skipAnimations();
    expect(getComputedStyle(page.button('Next')).backgroundColor).to.equal('rgb(10, 20, 30)');
  });
});

describe('a QR code', () => {
  const colours = (page: WizardPage): readonly string[] => {
    const plate = present(page.root.querySelector('[part=qr]'), 'plate');
    const path = present(plate.querySelector('path'), 'path');
    return [getComputedStyle(plate).backgroundColor, getComputedStyle(path).fill];
  };
  const blackOnWhite = ['rgb(255, 255, 255)', 'rgb(0, 0, 0)'];

  it('is black on white in the dark too, with a quiet zone around it', async () => {
    const page = await atPicture();
    page.element.setAttribute('theme', 'dark');
    expect(colours(page)).to.deep.equal(blackOnWhite);
    const size = Number(page.root.querySelector('svg[role=img]')?.getAttribute('viewBox')?.split(' ')[2]);
    expect(page.root.querySelector('svg[role=img] path')?.getAttribute('d')).to.match(/^M4 4h/);
    expect(size).to.be.greaterThan(29);
  });

  it('is black on white when the person forces colours', async function () {
    await media(this, { 'forced-colors': 'active' });
    try {
      const page = await atPicture();
      expect(colours(page)).to.deep.equal(blackOnWhite);
    } finally {
      await usual();
    }
  });

  it('has a name that tells of the other way, which is on the same page [C26]', async () => {
    const page = await atPicture();
    const label = page.root.querySelector('svg[role=img]')?.getAttribute('aria-label') ?? '';
    expect(label).to.contain('QR code').and.to.contain('Can’t scan the QR code?');
    expect(page.hasButton('Can’t scan the QR code?')).to.equal(true);
  });

  it('has at least two pixels a module [C7]', async () => {
    const page = await atPicture();
    const svg = present(page.root.querySelector('svg[role=img]'), 'picture');
    const modules = Number(svg.getAttribute('viewBox')?.split(' ')[2]);
    expect(svg.getBoundingClientRect().width / modules).to.be.at.least(2);
  });
});

describe('those who want no motion', () => {
  it('see none', async function () {
    await media(this, { 'prefers-reduced-motion': 'reduce' });
    try {
      const { page } = await atHarbor({ latency: () => new Promise((resolve) => setTimeout(resolve, 30)) });
      await page.go('Next', words.setUp);
      page.press('Next');
      await page.element.updateComplete;
      expect(moving(page).map((animation) => (animation as CSSAnimation).animationName)).to.deep.equal([]);
      await page.arrives(words.scan);
      expect(moving(page)).to.have.length(0);
    } finally {
      await usual();
    }
  });
});

describe('those who force colours', () => {
  it('see the borders of buttons and fields, and which step is current', async function () {
    await media(this, { 'forced-colors': 'active' });
    try {
      const { page } = await at('phone');
      for (const element of [page.button('Next'), page.field('Phone number')]) {
        const { borderTopStyle, borderTopWidth } = getComputedStyle(element);
        expect([borderTopStyle, Number.parseFloat(borderTopWidth) >= 1]).to.deep.equal(['solid', true]);
      }
    } finally {
      await usual();
    }
  });
});
