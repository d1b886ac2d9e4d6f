/** Whose focus it is: the host's until the person is inside, then never lost (R99). */
import { expect } from '@open-wc/testing';
import { addApp, at, atHarbor, needsApp, words } from './harbor.js';
import { turn, until } from './patience.js';
import { newMain, textOf } from './reading.js';

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
