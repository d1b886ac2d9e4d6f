/** What is shown once: it counts when the person says that it is kept, and what stood before stands until then (R38, R39). */
import type { BeginRequest, Enrollment, MethodId } from '../../contract/enrollment.js';
import { assert } from '../assert.js';
import { type Check, table, type Way } from '../check.js';
import { begin, register, requestFor } from '../ways.js';
import type { Visit } from '../visit.js';

/** How many make a set, and how hard each is to guess (R38). */
const codesInSet = 10;
const bits = 64;

function shownIn({ next }: Enrollment): readonly string[] {
  assert.that(next.type === 'acknowledge', `something is shown (acknowledge, not ${next.type})`);
  return next.codes;
}

const idsOf = async (person: Visit): Promise<readonly MethodId[]> => (await person.load()).methods.map(({ id }) => id);

/** How many values a code of this form can have, as a power of two; what parts its groups does not count. */
function strengthOf(code: string): number {
  const bare = code.replace(/[^\p{L}\p{N}]/gu, '');
  const sizes: readonly (readonly [RegExp, number])[] = [
    [/^\d*$/, 10],
    [/^[\da-f]*$/i, 16],
    [/^[\dA-Z]*$|^[\da-z]*$/, 32],
  ];
  const [, size] = sizes.find(([form]) => form.test(bare)) ?? [undefined, 62];
  return bare.length * Math.log2(size);
}

const untilAcknowledged = (way: Way): Check => ({
  id: `acknowledged/${way}`,
  protectsFrom: 'something that was written down, and is not what counts',
  needs: [way, 'get'],
  run: async (person) => {
    const begun = await begin(person, way);
    const shown = shownIn(begun);
    assert.same(shownIn(await begin(person, way)), shown, 'beginning again shows the same');
    assert.same(shownIn(await person.get(begun.id)), shown, 'and so does a reload');
    assert.is((await idsOf(person)).length, 0, 'nothing is registered that was only shown');
    const typed = { type: 'code', code: shown[0] ?? '' } as const;
    await assert.typed(person.verify(begun.id, typed), 'what was shown, typed back, is no acknowledgement');
    assert.is((await idsOf(person)).length, 0, 'and registers nothing');
    const { next } = await person.verify(begun.id, { type: 'acknowledged' });
    assert.that(next.type === 'done', 'the acknowledgement registers');
    const { next: later } = await person.get(begun.id);
    assert.that(later.type === 'done', 'and it is shown no more');
  },
});

export const acknowledged: readonly Check[] = table([
  untilAcknowledged('recovery-codes'),
  untilAcknowledged('app-password'),
  {
    id: 'acknowledged/strong-codes',
    protectsFrom: 'a code that somebody else finds by trying',
    needs: ['recovery-codes'],
    run: async (person) => {
      const codes = shownIn(await begin(person, 'recovery-codes'));
      assert.is(new Set(codes).size, codesInSet, 'so many codes make a set, and no two are the same');
      assert.that(
        codes.every((code) => strengthOf(code) >= bits),
        `each has ${String(bits)} bits or more`,
      );
    },
  },
  {
    id: 'acknowledged/old-set',
    protectsFrom: 'codes on paper that are void because somebody had a look at new ones',
    needs: ['recovery-codes', 'cancel'],
    run: async (person) => {
      const { id: old } = await register(person, 'recovery-codes');
      const looked = await person.begin({ ...requestFor(person, 'recovery-codes'), restart: true });
      assert.same(await idsOf(person), [old], 'the old set stands while the new one is looked at');
      await person.cancel(looked.id);
      assert.same(await idsOf(person), [old], 'and after the new one was given up');
      const fresh = await register(person, 'recovery-codes');
      assert.same(await idsOf(person), [fresh.id], 'the new set takes its place when it is acknowledged');
    },
  },
  {
    id: 'acknowledged/one-name',
    protectsFrom: 'two app passwords of one name, the wrong one of which is deleted',
    needs: ['app-password'],
    run: async (person) => {
      await register(person, 'app-password');
      const again = person.begin(requestFor(person, 'app-password'));
      const fault = await assert.refused(again, ['invalid_input'], 'a name is taken once');
      assert.is(fault.code === 'invalid_input' ? fault.field : undefined, 'label', 'and the refusal is about the name');
    },
  },
  {
    id: 'acknowledged/other-name',
    protectsFrom: 'one password in two apps, which cannot be taken from one of them',
    needs: ['app-password'],
    run: async (person) => {
      const request = requestFor(person, 'app-password');
      const before = shownIn(await person.begin(request));
      const other = { ...request, name: 'Another app' } as BeginRequest;
      const after = shownIn(await person.begin(other));
      assert.that(before[0] !== after[0], 'another name gets another password');
    },
  },
]);
