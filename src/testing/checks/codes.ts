/** What a typed code is worth: the right one once, another one nothing, and nobody a second method by a race (R20). */
import type { Enrollment } from '../../contract/enrollment.js';
import { faultOf } from '../../contract/enrollment-error.js';
import { assert } from '../assert.js';
import { type Check, table } from '../check.js';
import { begin, rightCode, typed, wrongCode } from '../ways.js';

const useless = ['invalid_code', 'code_expired', 'enrollment_gone'] as const;

export const codes: readonly Check[] = table(
  typed.flatMap((way): Check[] => [
    {
      id: `codes/wrong-${way}`,
      protectsFrom: 'any code that counts, and a slip of the finger that cannot be mended',
      needs: [way],
      run: async (person) => {
        const begun = await begin(person, way);
        const wrong = wrongCode(await rightCode(person, begun));
        await assert.refused(person.type(begun.id, wrong), ['invalid_code'], 'a wrong code is called one');
        const done = await person.type(begun.id, await rightCode(person, begun));
        assert.is(done.next.type, 'done', 'the right code still counts');
      },
    },
    {
      id: `codes/attempts-left-${way}`,
      protectsFrom: 'somebody who is locked out without having been warned',
      needs: [way],
      run: async (person) => {
        const begun = await begin(person, way);
        const left: (number | undefined)[] = [];
        for (let turn = 0; turn < 2; turn++) {
          const code = wrongCode(await rightCode(person, begun), turn);
          const fault = await assert.refused(
            person.type(begun.id, code),
            ['invalid_code'],
            'a wrong code is called one',
          );
          left.push('attemptsLeft' in fault ? fault.attemptsLeft : undefined);
        }
        const [first, second] = left;
        if (first === undefined || second === undefined) assert.skip('refusals say no attemptsLeft');
        assert.is(second, first - 1, 'each wrong code is counted');
      },
    },
    {
      id: `codes/replay-${way}`,
      protectsFrom: 'a code that somebody else read over a shoulder and uses again',
      needs: [way],
      run: async (person) => {
        const begun = await begin(person, way);
        const code = await rightCode(person, begun);
        const done = await person.type(begun.id, code);
        assert.is(done.next.type, 'done', 'it counts once');
        await assert.refused(person.type(begun.id, code), useless, 'a used code is refused under a new key');
        assert.is((await person.load()).methods.length, 1, 'one method is registered');
      },
    },
    {
      id: `codes/wrong-after-done-${way}`,
      protectsFrom: 'a finished enrolment that takes whatever is typed',
      needs: [way],
      run: async (person) => {
        const begun = await begin(person, way);
        const code = await rightCode(person, begun);
        await person.type(begun.id, code);
        await assert.refused(person.type(begun.id, wrongCode(code)), useless, 'a finished enrolment takes no code');
        assert.is((await person.load()).methods.length, 1, 'one method is registered');
      },
    },
    {
      id: `codes/twenty-at-once-${way}`,
      protectsFrom: 'one code that registers several methods in a race',
      needs: [way],
      run: async (person) => {
        const begun = await begin(person, way);
        const code = await rightCode(person, begun);
        const outcomes = await Promise.allSettled(Array.from({ length: 20 }, () => person.type(begun.id, code)));
        const done = outcomes.filter((one): one is PromiseFulfilledResult<Enrollment> => one.status === 'fulfilled');
        assert.is(done.length, 1, 'the code counts once');
        assert.is(done[0]?.value.next.type, 'done', 'and registers');
        const others = outcomes.flatMap((one) => (one.status === 'rejected' ? [faultOf(one.reason)?.code] : []));
        const typedOnes = others.every((code) => useless.some((one) => one === code));
        assert.that(typedOnes, 'all others are refused with a fault');
        assert.is((await person.load()).methods.length, 1, 'one method is registered');
      },
    },
  ]),
);
