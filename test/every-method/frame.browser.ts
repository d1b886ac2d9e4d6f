/** What holds on every page of every method: a frame, its links and ids, its width, its busy time. */
import { expect } from '@open-wc/testing';
import { newMain, textOf } from '../wizard/reading.js';
import type { WizardPage } from '../wizard/wizard-page.js';
import { Drawn } from './drawn.js';
import { lookOf, type Stop } from '../../demo/gallery/methods/explore.js';
import { brokenReferences, sharedIds, styleAttributes, tooWide } from './inspect.js';
import { kinds, methodOf, representatives, type Method } from '../../demo/gallery/methods/every-method.js';

const looksOf = ({ stops }: Method): readonly Stop[] => representatives(stops, (stop) => lookOf(stop, 'place'));

for (const kind of kinds) {
  describe(`${kind}: pages`, function () {
    this.timeout(30_000);

    it('have a title, and a way on unless they only bridge a wait', async () => {
      const { stops } = await methodOf(kind);
      const bare = stops.filter(({ frame: { title, submit, back, busy } }) => !title || !(submit ?? back ?? busy));
      expect(bare.map(({ state, way }) => `${state.page}: ${way}`)).to.deep.equal([]);
    });

    it('show one heading each, which names the page', async () => {
      const found = await oddities(kind, (page) => {
        const headings = page.root.querySelectorAll('form:not([hidden]) h1');
        return headings.length === 1 && textOf(headings[0]) !== '' ? [] : [`${String(headings.length)} headings`];
      });
      expect(found).to.deep.equal([]);
    });

    it('have ids of their own, and every reference finds its target in the same tree (R101)', async () => {
      const found = await oddities(kind, ({ root }) => [...sharedIds(root), ...brokenReferences(root)]);
      expect(found).to.deep.equal([]);
    });

    it('fit into 320 px without scrolling sideways (R106), in English and Japanese [C36]', async () => {
      for (const lang of ['en', 'ja']) {
        const main = newMain();
        main.style.inlineSize = '320px';
        const found = await oddities(kind, (page) => tooWide(page.element), { lang, into: main });
        expect(found).to.deep.equal([]);
      }
    });

    it('lead nowhere but on once the method is registered: not back, not past it, not to another [F19]', async () => {
      const method = await methodOf(kind);
      const drawn = await Drawn.open(method, method.stops[0]);
      for (const stop of looksOf(method).filter(({ frame }) => frame.stage === 'registered')) {
        await drawn.show(stop);
        const buttons = [...(drawn.page.form()?.querySelectorAll('button') ?? [])].filter(isOfFrame);
        expect(buttons.map(textOf), stop.way).to.have.length(1);
      }
    });

    it('carry no style attribute, which a strict content policy would refuse (R54)', async () => {
      expect(await oddities(kind, ({ root }) => styleAttributes(root))).to.deep.equal([]);
    });
  });

  describe(`${kind}: while a call is under way`, () => {
    const busy = (method: Method): readonly Stop[] => looksOf(method).filter(({ frame }) => frame.busy !== undefined);

    it('every button is held but can be focused, and pressing does nothing', async () => {
      const method = await methodOf(kind);
      const drawn = await Drawn.open(method, method.stops[0]);
      for (const stop of busy(method)) {
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
      const method = await methodOf(kind);
      const drawn = await Drawn.open(method, method.stops[0]);
      for (const stop of busy(method)) {
        await drawn.show(stop);
        for (const field of drawn.page.form()?.querySelectorAll('input:not([type=radio], [type=checkbox])') ?? [])
          expect(field, stop.way).to.have.property('readOnly', true);
        // These know no read-only: they say that they are held, and do not move.
        for (const field of drawn.page.form()?.querySelectorAll('select, input:is([type=radio], [type=checkbox])') ??
          [])
          expect(field.getAttribute('aria-disabled'), stop.way).to.equal('true');
        const other = drawn.page
          .form()
          ?.querySelector<HTMLInputElement>('input:is([type=radio], [type=checkbox]):not(:checked)');
        other?.click();
        expect(other?.checked ?? false, stop.way).to.equal(false);
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
  kind: string,
  look: (page: WizardPage) => readonly string[],
  options: Parameters<typeof Drawn.open>[2] = {},
): Promise<readonly string[]> {
  const method = await methodOf(kind);
  const drawn = await Drawn.open(method, method.stops[0], options);
  const found = new Set<string>();
  for (const stop of looksOf(method)) {
    await drawn.show(stop);
    for (const what of look(drawn.page)) found.add(`${stop.state.page}: ${what}`);
  }
  return [...found];
}
