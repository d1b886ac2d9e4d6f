/** What holds on every page of every method: a frame, its links and ids, its width, its busy time. */
import { expect } from '@open-wc/testing';
import { newMain, textOf, type WizardPage } from '../wizard/wizard-page.js';
import { Drawn } from './drawn.js';
import { lookOf, type Stop } from './explore.js';
import { brokenReferences, sharedIds, styleAttributes, tooWide } from './inspect.js';
import { methods, representatives, type Method } from './methods.js';

for (const method of methods) {
  const { stops } = method;
  const looks = representatives(stops, (stop) => lookOf(stop, 'place'));

  describe(`${method.kind}: pages`, () => {
    it('have a title, and a way on unless they only bridge a wait', () => {
      const bare = stops.filter(({ frame }) => !frame.title || (!frame.submit && frame.busy === undefined));
      expect(bare.map(({ state, way }) => `${state.page}: ${way}`)).to.deep.equal([]);
    });

    it('show one heading each, which names the page', async () => {
      const found = await oddities(method, looks, (page) => {
        const headings = page.root.querySelectorAll('form:not([hidden]) h1');
        return headings.length === 1 && textOf(headings[0]) !== '' ? [] : [`${String(headings.length)} headings`];
      });
      expect(found).to.deep.equal([]);
    });

    it('have ids of their own, and every reference finds its target in the same tree (R101)', async () => {
      const found = await oddities(method, looks, ({ root }) => [...sharedIds(root), ...brokenReferences(root)]);
      expect(found).to.deep.equal([]);
    });

    it('fit into 320 px without scrolling sideways (R106), in English and Japanese', async () => {
      for (const lang of ['en', 'ja']) {
        const main = newMain();
        main.style.inlineSize = '320px';
        const found = await oddities(method, looks, (page) => tooWide(page.element), { lang, into: main });
        expect(found).to.deep.equal([]);
      }
    });

    it('carry no style attribute, which a strict content policy would refuse (R54)', async () => {
      expect(await oddities(method, looks, ({ root }) => styleAttributes(root))).to.deep.equal([]);
    });
  });

  describe(`${method.kind}: while a call is under way`, () => {
    const busy = looks.filter(({ frame }) => frame.busy !== undefined);

    it('every button is held but can be focused, and pressing does nothing', async () => {
      const drawn = await Drawn.open(method, method.stops[0]);
      for (const stop of busy) {
        await drawn.show(stop);
        const buttons = [...(drawn.page.form()?.querySelectorAll('button') ?? [])].filter(isOfFrame);
        expect(buttons, stop.way).not.to.be.empty;
        for (const button of buttons) {
          expect(button.getAttribute('aria-disabled'), textOf(button)).to.equal('true');
          expect(button.disabled, textOf(button)).to.equal(false);
          // A step may tell of things by itself: only what comes of the press counts.
          const before = drawn.sent.length;
          button.click();
          expect(drawn.sent.slice(before), textOf(button)).to.deep.equal([]);
        }
      }
    });

    it('fields keep what was typed and cannot be changed', async () => {
      const drawn = await Drawn.open(method, method.stops[0]);
      for (const stop of busy) {
        await drawn.show(stop);
        for (const field of drawn.page.form()?.querySelectorAll('input') ?? []) expect(field.readOnly, field.name).to.equal(true);
        for (const select of drawn.page.form()?.querySelectorAll('select') ?? [])
          expect(select.getAttribute('aria-disabled'), select.name).to.equal('true');
        expect(drawn.page.form()?.querySelector(':disabled')).to.equal(null);
      }
    });
  });
}

/** Copying and the like stays possible: only what the shell drew is held. */
function isOfFrame(button: HTMLButtonElement): boolean {
  return button.closest('.siw-body') === null;
}

async function oddities(
  method: Method,
  stops: readonly Stop[],
  look: (page: WizardPage) => readonly string[],
  options: Parameters<typeof Drawn.open>[2] = {},
): Promise<readonly string[]> {
  const drawn = await Drawn.open(method, method.stops[0], options);
  const found = new Set<string>();
  for (const stop of stops) {
    await drawn.show(stop);
    for (const what of look(drawn.page)) found.add(`${stop.state.page}: ${what}`);
  }
  return [...found];
}
