/** Focus is never lost: each page of each method takes it to its heading, its first field or what is wrong (R99). */
import { expect } from '@open-wc/testing';
import { textOf } from '../wizard/wizard-page.js';
import { Drawn } from './drawn.js';
import { lookOf, type Stop } from './explore.js';
import { methods, representatives, type Method } from './methods.js';

for (const method of methods) {
  const looks = representatives(method.stops, (stop) => lookOf(stop, 'place'));

  describe(`${method.kind}: focus`, () => {
    for (const stop of representatives(method.stops, ({ state }) => state.page))
      it(`goes to the ${stop.frame.focus ?? 'heading'} when “${stop.state.page}” appears`, async () => {
        const drawn = await Drawn.open(method, otherPage(method, stop));
        await drawn.show(stop);
        const focused = drawn.page.focused();
        if (stop.frame.focus === 'first-field') expect(focused).to.equal(drawn.page.form()?.querySelector('input, select'));
        else expect(focused?.localName).to.equal('h1');
        expect(document.activeElement).to.equal(drawn.page.element);
      });

    it('goes to what is wrong once there is something wrong', async () => {
      for (const stop of looks.filter(({ frame }) => frame.problem && frame.busy === undefined)) {
        const calm = looks.find(({ state, frame }) => state.page === stop.state.page && !frame.problem && frame.busy === undefined);
        if (!calm) continue;
        const drawn = await Drawn.open(method, calm);
        await drawn.show(stop);
        const focused = drawn.page.focused();
        const field = stop.frame.problem?.field;
        if (field === undefined) expect(textOf(focused), stop.way).to.equal(drawn.page.problem());
        else expect(focused?.getAttribute('name'), stop.way).to.equal(field);
      }
    });

    it('stays in the wizard over every step from one look to the next', async () => {
      const drawn = await Drawn.open(method, method.stops[0]);
      for (const stop of looks) {
        if (!stop.before) continue;
        await drawn.show(stop.before);
        // What the person did, they did with a button; an answer comes without them.
        drawn.page.form()?.querySelector('button')?.focus();
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
