/** What is registered on another page: coming back proves nothing, and only that page's own word does. */
import type { EnrollmentId } from '../../contract/enrollment.js';
import { faultOf } from '../../contract/enrollment-error.js';
import { assert } from '../assert.js';
import { type Check, table } from '../check.js';
import type { Visit } from '../visit.js';
import { addressOf, begin, doneMethod, register } from '../ways.js';

const way = 'external';

/** Addresses at which somebody may find themselves who was never sent back. */
const plain: readonly string[] = [
  'https://login.example/',
  'https://login.example/?state=&ticket=&code=&error=',
  'https://login.example/?ticket=finished',
  'about:blank',
  'javascript:alert(1)',
  'https://[',
  '',
  `https://login.example/?ticket=${'a'.repeat(5000)}`,
];

/** Where it stands after somebody came back to this address, in one word. */
async function after(person: Visit, id: EnrollmentId, url: string): Promise<string> {
  const call = person.verify(id, { type: 'returned', url });
  return call.then(
    ({ next }) => next.type,
    (thrown: unknown) => faultOf(thrown)?.code ?? 'something raw',
  );
}

/** The same address with other letters in the last value of its query. */
const altered = (url: string): string => url.replace(/.{6}$/, (end) => (/^A+$/.test(end) ? 'BBBBBB' : 'AAAAAA'));

export const external: readonly Check[] = table([
  {
    id: 'external/finished',
    protectsFrom: 'a setup elsewhere that is not heard of',
    needs: [way],
    run: async (person) => {
      const method = await register(person, way);
      assert.same((await person.load()).methods, [method], 'what was finished there is registered');
    },
  },
  {
    id: 'external/same-address',
    protectsFrom: 'a setup elsewhere that is lost by going back and forth',
    needs: [way],
    run: async (person) => {
      const before = await begin(person, way);
      const again = await begin(person, way);
      assert.is(again.id, before.id, 'the open enrolment is found again');
      assert.is(addressOf(again), addressOf(before), 'and leads to the same address');
    },
  },
  {
    id: 'external/coming-back',
    protectsFrom: 'a method that is registered by coming back, whatever happened there',
    needs: [way],
    run: async (person) => {
      const begun = await begin(person, way);
      for (const url of plain) {
        const stands = await after(person, begun.id, url);
        assert.that(['redirect', 'invalid_input', 'protocol'].includes(stands), 'such a return proves nothing');
      }
      assert.is((await person.load()).methods.length, 0, 'nothing is registered');
      const back = await person.hook('elsewhere').finish(addressOf(begun));
      assert.is(await after(person, begun.id, back), 'done', 'and what is finished afterwards still counts');
    },
  },
  {
    id: 'external/forged',
    protectsFrom: 'a return that somebody wrote by hand',
    needs: [way],
    run: async (person) => {
      const begun = await begin(person, way);
      const back = await person.hook('elsewhere').finish(addressOf(begun));
      await after(person, begun.id, altered(back));
      assert.is((await person.load()).methods.length, 0, 'an altered return registers nothing');
    },
  },
  {
    id: 'external/other-enrollment',
    protectsFrom: "a return that belongs to somebody else's setup",
    needs: [way, 'stranger'],
    run: async (person) => {
      const stranger = await person.stranger();
      const begun = await begin(person, way);
      const theirs = await begin(stranger, way);
      const back = await person.hook('elsewhere').finish(addressOf(begun));
      await after(stranger, theirs.id, back);
      assert.is((await stranger.load()).methods.length, 0, 'it registers nothing for somebody else');
      assert.is(await after(person, begun.id, back), 'done', 'and is still good for whose it is');
    },
  },
  {
    id: 'external/refused',
    protectsFrom: 'a "no" on the other page that is not told',
    needs: [way],
    run: async (person) => {
      const begun = await begin(person, way);
      const back = await person.hook('elsewhere').refuse(addressOf(begun));
      assert.is(await after(person, begun.id, back), 'rejected', 'the wizard is told');
      const again = await person.begin({ kind: way, restart: true });
      assert.that(addressOf(again) !== addressOf(begun), 'starting over leads to a new address');
      const done = await person.hook('elsewhere').finish(addressOf(again));
      doneMethod(await person.verify(again.id, { type: 'returned', url: done }));
    },
  },
]);
