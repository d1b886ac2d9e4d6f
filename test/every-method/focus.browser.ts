/** Focus is never lost: each page of each method takes it to its heading, its first field or what is wrong (R99). */
import { expect } from '@open-wc/testing';
import { textOf } from '../wizard/reading.js';
import { Drawn } from './drawn.js';
import { lookOf, type Stop } from '../../demo/gallery/methods/explore.js';
import { kinds, methodOf, representatives, type Method } from '../../demo/gallery/methods/every-method.js';

const looksOf = ({ stops }: Method): readonly Stop[] => representatives(stops, (stop) => lookOf(stop, 'place'));

for (const kind of kinds) {
  describe(`${kind}: focus`, function () {
    this.timeout(30_000);

    it('goes to the heading of each page that appears, or to its first field', async () => {
      const method = await methodOf(kind);
      for (const stop of representatives(method.stops, ({ state }) => state.page)) {
        const drawn = await Drawn.open(method, otherPage(method, stop));
        await drawn.show(stop);
        const field = drawn.page.form()?.querySelector('.siw-body :is(input, select)');
        const heading = drawn.page.form()?.querySelector('h1');
        const wanted = stop.frame.focus === 'first-field' ? field : heading;
        expect(drawn.page.focused() === wanted, stop.state.page).to.equal(true);
        expect(document.activeElement === drawn.page.element, stop.state.page).to.equal(true);
      }
    });

    it('goes to what is wrong once there is something wrong', async () => {
      const method = await methodOf(kind);
      const calm = looksOf(method).filter(({ frame }) => !frame.problem && frame.busy === undefined);
      for (const stop of looksOf(method).filter(({ frame }) => frame.problem && frame.busy === undefined)) {
        const before = calm.find(({ state }) => state.page === stop.state.page);
        if (!before) continue;
        const drawn = await Drawn.open(method, before);
        await drawn.show(stop);
        const focused = drawn.page.focused();
        const field = stop.frame.problem?.field;
        if (field === undefined) expect(textOf(focused), stop.way).to.equal(drawn.page.problem());
        else expect(focused?.getAttribute('name'), stop.way).to.equal(field);
      }
    });

    it('stays in the wizard over every step from one look to the next', async () => {
      const method = await methodOf(kind);
      const drawn = await Drawn.open(method, method.stops[0]);
      for (const stop of looksOf(method)) {
        if (!stop.before) continue;
        await drawn.show(stop.before);
        // What the person did, they did with a button; an answer comes without them.
        drawn.page.form()?.querySelector<HTMLElement>('.siw-primary')?.focus();
        await drawn.show(stop);
        expect(drawn.page.focused(), stop.way).to.be.instanceOf(HTMLElement);
      }
    });
  });
}

/** A stop on another page, so that coming to this one is a change. */
function otherPage({ stops }: Method, { state }: Stop): Stop {
  return stops.find((stop) => stop.state.page !== state.page && stop.frame.busy === undefined) ?? stops[0];
}
