/** Two tabs and a phone at once: however their calls fall between each other, only the right proof registers (R1, R4). */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { drawCode } from '../../../src/adapters/memory/sent-codes.js';
import type { SecurityInfo } from '../../../src/contract/security-info.js';
import { repeatable, toCall, toPush } from './person.js';
import { type Deed, inTheWizard, noNumber, onThePhone, Visit } from './visit.js';

/** Randomness that never draws the number 00, which is therefore wrong for sure. */
function withoutNoughts(random: (length: number) => Uint8Array): (length: number) => Uint8Array {
  return (length) => {
    const drawn = random(length);
    return drawCode(() => drawn, 2) === '00' ? drawn.fill(1) : drawn;
  };
}

/** As many calls at a time as there are tabs, in an order that the property chooses; the state once all is over. */
async function together(
  scheduler: fc.Scheduler,
  tabs: readonly (readonly Deed[])[],
): Promise<{ readonly visit: Visit; readonly info: SecurityInfo; readonly everRegistered: number }> {
  let isOver = false;
  const latency = (): Promise<unknown> => (isOver ? Promise.resolve() : scheduler.schedule(Promise.resolve()));
  const visit = new Visit(
    { latency: async () => void (await latency()), random: withoutNoughts(repeatable()) },
    tabs.length,
  );
  const methods = new Set<string>();
  const inOrder = async (deeds: readonly Deed[]): Promise<void> => {
    for (const one of deeds) {
      await scheduler.schedule(Promise.resolve());
      await one(visit);
      const info = await visit.call(visit.person.load());
      info?.methods.forEach(({ id }) => methods.add(id));
    }
  };
  await scheduler.waitFor(Promise.all(tabs.map(inOrder)));
  isOver = true;
  const info = await visit.person.load();
  info.methods.forEach(({ id }) => methods.add(id));
  return { visit, info, everRegistered: methods.size };
}

const pairs: Deed = async ({ pairingCodes, person }) => {
  await person.backend.app.pair(pairingCodes.at(-1) ?? '').catch(() => undefined);
};
const asks: Deed = (visit) => visit.see(visit.person.sendAgain(visit.ids.at(-1) ?? assert.fail('nothing was begun')));
const looks: Deed = (visit) => visit.see(visit.person.get(visit.ids.at(-1) ?? assert.fail('nothing was begun')));

/** A tab that sets up the app, starts over or not, and asks and looks as it likes. */
const setsUpPush: fc.Arbitrary<readonly Deed[]> = fc
  .array(fc.constantFrom<Deed>(pairs, asks, asks, looks), { minLength: 3, maxLength: 8 })
  .chain((deeds) =>
    fc
      .constantFrom({}, { restart: true } as const)
      .map((again): readonly Deed[] => [(visit) => visit.begin({ ...toPush, ...again }), pairs, ...deeds]),
  );

test('with two tabs and an app that approves without the number, or with a wrong one, nothing is ever registered', async () => {
  let asked = 0;
  const hasty: fc.Arbitrary<Deed> = noNumber.map((given): Deed => ({ requests, person }) => {
    for (const { id } of requests) person.backend.app.approve(id, given);
  });
  const guesses: Deed = ({ requests, person }) => {
    for (const { id } of requests) person.backend.app.approve(id, '00');
  };
  const phone = fc.array(fc.oneof(hasty, fc.constant(guesses)), { minLength: 1, maxLength: 10 });
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), setsUpPush, setsUpPush, phone, async (scheduler, one, other, taps) => {
      const { visit, info } = await together(scheduler, [one, other, taps]);
      asked += visit.requests.length;
      assert.deepEqual(info.methods, []);
      assert.equal(info.requirements[0]?.status, 'open');
    }),
    { numRuns: 300 },
  );

  assert.ok(asked > 100, `the app was asked (${asked} times)`);
});

test('with two tabs and a phone that answers as it likes, there is a proof for each method', async () => {
  let registered = 0;
  const begins = fc.constantFrom<Deed>(
    (visit) => visit.begin(toPush),
    (visit) => visit.begin(toCall),
  );
  const tab = fc
    .tuple(begins, fc.array(fc.oneof(inTheWizard, fc.constantFrom(asks, looks)), { maxLength: 12 }))
    .map(([first, deeds]) => [first, ...deeds]);
  const phone = fc.array(onThePhone, { minLength: 5, maxLength: 25 });
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), tab, tab, phone, async (scheduler, one, other, taps) => {
      const { visit, info, everRegistered } = await together(scheduler, [one, other, taps]);
      assert.ok(everRegistered <= visit.proofs, `${everRegistered} methods, ${visit.proofs} proofs`);
      assert.ok(info.pending.length <= 3, 'one enrolment per offer');
      assert.ok(visit.person.backend.app.requests().length <= 1, 'one request for one enrolment');
      registered += everRegistered;
    }),
    { numRuns: 300 },
  );

  assert.ok(registered > 30, `the interleavings reach registration (${registered} times)`);
});
