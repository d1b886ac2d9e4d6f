/** Whose focus it is: the host's until the person is inside, then never lost (R99). */
import { expect } from '@open-wc/testing';
import badgeModule from '../../demo/badge/index.js';
import { badgeWith, wantsBadge } from './badge.js';
import { addApp, at, atHarbor, Harbor, needsApp, words } from './harbor.js';
import { turn, until } from './patience.js';
import { newMain, textOf } from './reading.js';
import { WizardPage } from './wizard-page.js';

describe('focus', () => {
  it('stays where the host has it while the first page comes', async () => {
    const main = newMain();
    const search = document.createElement('input');
    search.setAttribute('aria-label', 'Search');
    main.append(search);
    search.focus();
    await atHarbor({ wizard: { into: main } });
    await turn();
    expect(document.activeElement === search).to.equal(true);
  });

  it('stays on the page when there was none', async () => {
    const { page } = await atHarbor();
    expect(page.focused()).to.equal(undefined);
  });

  it('goes to the heading when the host calls focus()', async () => {
    const { page } = await atHarbor();
    page.element.focus();
    await until(() => page.focused() !== undefined, 'focus');
    expect(textOf(page.focused())).to.equal(words.prompt);
  });

  for (const noPrompt of [false, true])
    it(`goes to the first heading when focus() was called before ${noPrompt ? 'a method' : 'the prompt'} stood`, async () => {
      const { adapter } = new Harbor();
      let answer = (): void => undefined;
      const held = new Promise<void>((resolve) => (answer = resolve));
      const load = async (...args: Parameters<typeof adapter.load>) => held.then(() => adapter.load(...args));
      const page = WizardPage.place({ adapter: { ...adapter, load }, noPrompt, prepare: (element) => element.focus() });
      await until(() => page.element.shadowRoot?.querySelector('h1'), 'the wait');
      page.element.focus();
      await turn();
      expect(page.focused()).to.equal(undefined);
      answer();
      await page.arrives(noPrompt ? words.setUp : words.prompt);
      expect(textOf(page.focused())).to.equal(page.heading());
    });

  it('is asked for once: whoever has gone elsewhere is not fetched back', async () => {
    const main = newMain();
    const search = document.createElement('input');
    search.setAttribute('aria-label', 'Search');
    main.append(search);
    const { page } = await atHarbor({ wizard: { into: main, prepare: (element) => element.focus() } });
    await until(() => page.focused() !== undefined, 'focus');
    search.focus();
    page.element.start();
    await page.arrives(words.prompt);
    expect(document.activeElement === search).to.equal(true);
  });

  it('goes to the heading of each page that follows, and to the field of a page for a code', async () => {
    const { page } = await atHarbor();
    await page.go('Next', words.setUp);
    expect(textOf(page.focused())).to.equal(words.setUp);
    await page.go('Next', words.scan);
    expect(textOf(page.focused())).to.equal(words.scan);
    await page.go('Next', words.code);
    expect(page.hasFocus(page.field('Code')), 'focus').to.equal(true);
  });

  it('goes to the heading of the last page', async () => {
    const stage = await atHarbor({ requirements: [needsApp] });
    await stage.page.go('Next', words.setUp);
    await addApp(stage);
    expect(textOf(stage.page.focused())).to.equal(words.appAdded);
    await stage.page.go('Next', words.summary);
    expect(textOf(stage.page.focused())).to.equal(words.summary);
  });

  it('goes to the heading of the key to type by hand, and to that of the picture again', async () => {
    const { page } = await at('app');
    await page.go('Next', words.scan);
    page.button(/Can’t scan/).focus();
    await page.key('Enter');
    await page.arrives('Enter the key by hand');
    expect(textOf(page.focused())).to.equal('Enter the key by hand');
    await page.go('Show the QR code', words.scan);
    expect(textOf(page.focused())).to.equal(words.scan);
  });

  it('stays where the person has gone after a problem, whatever is drawn anew', async () => {
    const { page } = await at('phone');
    page.field('Phone number').focus();
    await page.key('1');
    await page.key('Enter');
    await page.complains();
    const country = page.field('Country or region');
    country.focus();
    await page.key('f');
    await page.settles();
    await turn();
    expect(page.hasFocus(country), 'focus still').to.equal(true);
  });

  it('is on the heading while the code of a method is on its way, and goes on from there', async () => {
    let arrive = (): void => undefined;
    const held = new Promise<void>((resolve) => (arrive = resolve));
    const slow = badgeWith(() => held.then(() => ({ default: badgeModule })));
    const { page } = await atHarbor({ ...wantsBadge, wizard: { methods: [slow] } });
    page.button('Next').focus();
    await page.key('Enter');
    await until(() => page.heading() === 'Badge', 'the wait');
    await until(() => textOf(page.focused()) === 'Badge', 'focus on it');
    arrive();
    await until(() => page.hasButton('Next'), 'the method');
    await page.settles();
    const field = page.form()?.querySelector('input');
    expect(field && page.hasFocus(field), 'focus on the first field').to.equal(true);
  });

  it('of a heading shows no ring, that of a button does', async () => {
    const { page } = await atHarbor();
    page.element.focus();
    await until(() => page.focused() !== undefined, 'focus');
    expect(getComputedStyle(page.focused() as Element).outlineStyle).to.equal('none');
    await page.key('Tab');
    const ring = getComputedStyle(page.focused() as Element);
    expect([ring.outlineStyle === 'none', Number.parseFloat(ring.outlineWidth) >= 2]).to.deep.equal([false, true]);
  });
});
