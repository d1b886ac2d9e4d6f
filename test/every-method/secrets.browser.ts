/** A secret stands on its own page and nowhere else: in no attribute, no event, no other page, and nowhere afterwards (R44). */
import { expect } from '@open-wc/testing';
import { present } from '../wizard/reading.js';
import { Drawn } from './drawn.js';
import { attributesOf, readable } from './inspect.js';
import { lookOf, type Stop } from '../../demo/gallery/methods/explore.js';
import { kinds, methodOf, representatives, type Method } from '../../demo/gallery/methods/every-method.js';

/** Groups of a key are elements of their own: what is read is compared without what lies between them. */
const bare = (text: string): string => text.replace(/[\s\-]/g, '');

function leaks(text: string, { samples }: Method, page?: string): readonly string[] {
  const hidden = samples.secrets.filter(({ pages }) => page === undefined || !pages.includes(page));
  return hidden.map(({ value }) => value).filter((value) => bare(text).includes(bare(value)));
}

/** All that a script on the page could read without being told. */
const everything = (): string =>
  [readable(document.documentElement), document.title, location.href, JSON.stringify(history.state)].join('\n');

describe('the search for secrets itself', () => {
  it('finds one in a text, split by elements, in an attribute and in a field', () => {
    const host = document.createElement('div');
    const root = host.attachShadow({ mode: 'open' });
    const field = document.createElement('input');
    field.value = 'IN-A-FIELD';
    const split = document.createElement('p');
    split.append('SPL', document.createElement('b'), 'IT');
    root.append(field, split);
    host.title = 'IN-AN-ATTRIBUTE';
    expect(bare(readable(host)))
      .to.contain('INAFIELD')
      .and.to.contain('INANATTRIBUTE')
      .and.to.contain('SPLIT');
    const outer = document.createElement('div');
    outer.append(host);
    expect(attributesOf(outer)).to.contain('IN-AN-ATTRIBUTE').and.not.to.contain('SPLIT');
  });
});

/** The method, and a page that shows its secret; a method without secrets has nothing to show, and is skipped. */
async function showingOf(
  kind: string,
  test: Mocha.Context,
): Promise<{ readonly method: Method; readonly showing: Stop }> {
  const method = await methodOf(kind);
  if (method.samples.secrets.length === 0) test.skip();
  const showing = method.stops.find((stop) => leaks(JSON.stringify(stop.state), method).length > 0);
  return { method, showing: present(showing, `page of ${kind} that holds a secret, though its samples name some`) };
}

for (const kind of kinds) {
  describe(`${kind}: secrets`, () => {
    it('stand in no state but that of their page', async function () {
      const { method } = await showingOf(kind, this);
      const leaky = method.stops.filter(({ state }) => leaks(JSON.stringify(state), method, state.page).length > 0);
      expect(leaky.map(({ way }) => way)).to.deep.equal([]);
    });

    it('stand on no page but their own, and in no attribute anywhere', async function () {
      this.timeout(30_000);
      const { method } = await showingOf(kind, this);
      const drawn = await Drawn.open(method, method.stops[0]);
      const found = new Set<string>();
      for (const stop of representatives(method.stops, (one) => lookOf(one, 'fault'))) {
        await drawn.show(stop);
        const { page } = stop.state;
        for (const _ of leaks(everything(), method, page)) found.add(`readable on ${page}`);
        for (const _ of leaks(attributesOf(document), method)) found.add(`in an attribute on ${page}`);
      }
      expect([...found]).to.deep.equal([]);
    });

    it('are gone from the tree, picture included, once their page is left', async function () {
      const { method, showing } = await showingOf(kind, this);
      const drawn = await Drawn.open(method, showing);
      const other = present(
        method.stops.find(({ state }) => state.page !== showing.state.page),
        'other page',
      );
      await drawn.show(other);
      expect(leaks(everything(), method)).to.deep.equal([]);
      expect(drawn.page.root.querySelector('svg[role=img]')).to.equal(null);
    });

    it('are gone once the wizard is taken out of the page', async function () {
      const { method, showing } = await showingOf(kind, this);
      const drawn = await Drawn.open(method, showing);
      const { element } = drawn.page;
      element.remove();
      await drawn.page.isWiped();
      expect(leaks(readable(element), method)).to.deep.equal([]);
    });

    it('are gone when the page is put away, as into the back/forward cache (R51)', async function () {
      const { method, showing } = await showingOf(kind, this);
      const drawn = await Drawn.open(method, showing);
      window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
      await drawn.page.isWiped();
      expect(leaks(everything(), method)).to.deep.equal([]);
    });

    it('stand in no public event', async function () {
      const { method, showing } = await showingOf(kind, this);
      const drawn = await Drawn.open(method, showing);
      const told = drawn.page.events.map((event) => JSON.stringify({ ...event }));
      expect(leaks(told.join(), method)).to.deep.equal([]);
    });
  });
}
