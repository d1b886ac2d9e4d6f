/** Every method × every code × every call that may be refused with it: what is seen, where focus is, which way leads on. */
import { expect } from '@open-wc/testing';
import { methodFaults } from '../../demo/gallery/methods/every-fault.js';
import { kinds, methodOf, representatives, type Method } from '../../demo/gallery/methods/every-method.js';
import { after, type Stop } from '../../demo/gallery/methods/explore.js';
import type { Call } from '../../src/contract/method.js';
import { nameOfButton, textOf } from '../wizard/reading.js';
import type { WizardPage } from '../wizard/wizard-page.js';
import { Drawn } from './drawn.js';

/** One refusal, and where it leads. */
interface Row {
  readonly call: Call;
  readonly code: string;
  readonly stop: Stop;
}

/** From one waiting page for each call and page, each fault once. */
function rowsOf({ module, stops }: Method): readonly Row[] {
  const waiting = stops.filter(({ wish }) => wish !== undefined);
  return representatives(waiting, ({ wish, state }) => `${String(wish)} ${state.page}`).flatMap((stop) =>
    methodFaults.map((fault) => {
      const call = stop.wish as Call;
      const led = after(module.logic, stop, { type: 'refused', during: call, fault });
      return { call, code: fault.code, stop: led };
    }),
  );
}

/** What would leave somebody stranded, who may not see the screen. */
function oddities(page: WizardPage, told: string, { frame }: Stop): readonly string[] {
  const form = page.form();
  const ways = [...(form?.querySelectorAll('button, a[href], input, select') ?? [])].filter(
    (control) => control.getAttribute('aria-disabled') !== 'true',
  );
  const focused = page.focused();
  return [
    told.length > 2 ? '' : 'nothing is said',
    focused && form?.contains(focused) ? '' : 'focus is lost',
    // Where a new start was asked for at once, its answer is on the way.
    ways.length > 0 || frame.busy !== undefined ? '' : 'no way on',
  ].filter(Boolean);
}

for (const kind of kinds) {
  describe(`${kind}: whatever a call is refused with`, function () {
    this.timeout(60_000);

    it('is said, keeps focus, and leaves a way on', async () => {
      const method = await methodOf(kind);
      const rows = rowsOf(method);
      expect(new Set(rows.map(({ code }) => code))).to.deep.equal(new Set(methodFaults.map(({ code }) => code)));
      const drawn = await Drawn.open(method, method.stops[0]);
      const odd: string[] = [];
      const ways = new Set<string>();
      for (const { call, code, stop } of rows) {
        if (stop.before) await drawn.show(stop.before);
        await drawn.show(stop);
        const { page } = drawn;
        const told = page.problem() || textOf(page.form()?.querySelector('h1'));
        for (const what of oddities(page, told, stop))
          odd.push(`${call} refused with ${code} on ${stop.state.page}: ${what}`);
        for (const button of page.form()?.querySelectorAll('button') ?? []) ways.add(nameOfButton(button));
      }
      console.log(`${kind}: ${String(rows.length)} refusals, ways on: ${[...ways].join(' · ')}`);
      expect(odd).to.deep.equal([]);
    });
  });
}
