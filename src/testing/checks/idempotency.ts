/** One wish, one key: one effect and one verdict, however often it arrives (R69). */
import type { EnrollmentFault } from '../../contract/fault.js';
import { assert } from '../assert.js';
import { type Check, table } from '../check.js';
import { maySkip } from '../needs.js';
import { begin, codeNext, register, requestFor, rightCode, textsTo, typed, wrongCode } from '../ways.js';

const left = (fault: EnrollmentFault): number | undefined => ('attemptsLeft' in fault ? fault.attemptsLeft : undefined);

export const idempotency: readonly Check[] = table([
  {
    id: 'idempotency/begin',
    protectsFrom: 'a second text because the first answer was slow',
    needs: ['sms', 'texts'],
    run: async (person) => {
      const options = person.options();
      const request = { ...requestFor(person, 'sms'), restart: true } as const;
      const answers = await Promise.all([person.begin(request, options), person.begin(request, options)]);
      const late = await person.begin(request, options);
      assert.is(new Set([...answers, late].map(({ id }) => id)).size, 1, 'one key opens one enrolment');
      assert.is((await textsTo(person, person.hook('numbers').mobile)).length, 1, 'one text was sent');
    },
  },
  ...typed.flatMap((way): Check[] => [
    {
      id: `idempotency/wrong-code-${way}`,
      protectsFrom: 'a wrong code that counts twice because it was sent twice',
      needs: [way],
      run: async (person) => {
        const begun = await begin(person, way);
        const wrong = wrongCode(await rightCode(person, begun));
        const options = person.options();
        const once = await assert.refused(person.type(begun.id, wrong, options), ['invalid_code'], 'it is wrong');
        const twice = await assert.refused(person.type(begun.id, wrong, options), ['invalid_code'], 'and stays wrong');
        assert.same(left(twice), left(once), 'under one key a wrong code counts once');
        const next = await assert.refused(
          person.type(begun.id, wrongCode(await rightCode(person, begun), 1)),
          ['invalid_code'],
          'another one is wrong too',
        );
        const [before, after] = [left(once), left(next)];
        const counted = before === undefined || after === undefined || after === before - 1;
        assert.that(counted, 'and counts once');
      },
    },
    {
      id: `idempotency/right-code-${way}`,
      protectsFrom: '"wrong code" for a code that was right, because the first answer got lost',
      needs: [way],
      run: async (person) => {
        const begun = await begin(person, way);
        const code = await rightCode(person, begun);
        const options = person.options();
        const once = await person.type(begun.id, code, options);
        const twice = await person.type(begun.id, code, options);
        assert.is(once.next.type, 'done', 'it is right');
        assert.is(twice.next.type, 'done', 'and stays right under its key');
        assert.is((await person.load()).methods.length, 1, 'one method is registered');
      },
    },
  ]),
  {
    id: 'idempotency/challenge',
    protectsFrom: 'two texts for one click on "send again"',
    needs: ['sms', 'texts', 'challenge', 'clock'],
    run: async (person) => {
      const begun = await begin(person, 'sms');
      await person.pass((codeNext(begun).delivery?.resendIn ?? 0) + 1);
      const options = person.options();
      await person.challenge(begun.id, {}, options);
      await person.challenge(begun.id, {}, options);
      assert.is((await textsTo(person, person.hook('numbers').mobile)).length, 2, 'one more text was sent');
    },
  },
  {
    id: 'idempotency/refused-resend',
    protectsFrom: 'a wait that never ends, because the refusal was kept under the key',
    needs: ['sms', 'challenge', 'clock'],
    run: async (person) => {
      const begun = await begin(person, 'sms');
      const wait = codeNext(begun).delivery?.resendIn ?? 0;
      if (wait === 0) assert.skip('a text may follow at once here');
      const options = person.options();
      await assert.refused(person.challenge(begun.id, {}, options), ['rate_limited'], 'it is too early');
      await person.pass(wait + 1);
      const again = await person.challenge(begun.id, {}, options);
      assert.is(again.next.type, 'code', 'the same key works when the time has come');
    },
  },
  {
    id: 'idempotency/skip',
    protectsFrom: 'a right to skip that is used up twice by one click',
    needs: ['skip', 'skippable'],
    run: async (person) => {
      const wish = person.info.requirements.find((one) => one.status === 'open' && maySkip(one));
      const id = wish?.id ?? '';
      const options = person.options();
      const once = await person.skip(id, options);
      const twice = await person.skip(id, options);
      assert.same(twice.requirements, once.requirements, 'under one key it is put off once');
    },
  },
  {
    id: 'idempotency/remove',
    protectsFrom: 'an error about a method that was removed as wished',
    needs: ['totp', 'remove'],
    run: async (person) => {
      const { id, removable } = await register(person, 'totp');
      if (!removable) assert.skip('what is registered may not be removed here');
      const options = person.options();
      await person.remove(id, options);
      const { methods } = await person.remove(id, options);
      assert.is(methods.length, 0, 'it is removed, and stays so under its key');
    },
  },
  {
    id: 'idempotency/key-of-another-call',
    protectsFrom: 'an answer that belongs to another call',
    needs: ['totp', 'cancel'],
    run: async (person) => {
      const options = person.options();
      const { id } = await person.begin(requestFor(person, 'totp'), options);
      await person.cancel(id, options);
      assert.is((await person.load()).pending.length, 0, 'the same key in another call is another wish');
    },
  },
]);
