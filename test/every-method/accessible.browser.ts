/** No page of any method has a barrier that axe can find, in light and dark, in English and Japanese (R91). */
import { expect } from '@open-wc/testing';
import { newMain } from '../wizard/reading.js';
import { findings } from './axe.js';
import { Drawn } from './drawn.js';
import { lookOf } from '../../demo/gallery/methods/explore.js';
import { kinds, methodOf, representatives, type Method } from '../../demo/gallery/methods/every-method.js';

// Contrast depends on the theme alone, structure on the language alone: two looks show all that four would.
const looks = [
  { theme: 'light', lang: 'en' },
  { theme: 'dark', lang: 'ja' },
] as const;

for (const kind of kinds) {
  describe(`${kind}: pages without barriers`, () => {
    for (const look of looks)
      it(`has none in any look of its pages, ${look.theme} and in ${look.lang}`, async function () {
        this.timeout(60_000);
        expect(await allFindings(await methodOf(kind), look)).to.deep.equal([]);
      });
  });
}

/** What is wrong, with the looks in which it is. */
async function allFindings(method: Method, look: (typeof looks)[number]): Promise<unknown> {
  const stops = representatives(method.stops, (stop) => lookOf(stop, 'place'));
  const main = newMain();
  // The card is translucent at its edges: the page around it has the theme's own colour.
  main.style.background = look.theme === 'dark' ? '#111' : '#fff';
  const drawn = await Drawn.open(method, method.stops[0], { ...look, into: main });
  const found: string[] = [];
  for (const stop of stops) {
    await drawn.show(stop);
    drawn.page.skipAnimations();
    found.push(...(await findings(main)).map((finding) => `${stop.state.page} (${stop.way}): ${finding}`));
  }
  return found;
}
