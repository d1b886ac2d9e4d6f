/** Guessing ends: tries are counted over resends and over new beginnings, and the end of them is told (R26). */
import type { BeginRequest } from '../../contract/enrollment.js';
import type { EnrollmentFault } from '../../contract/fault.js';
import { assert } from '../assert.js';
import { type Check, type Way, table } from '../check.js';
import type { Visit } from '../visit.js';
import { begin, codeNext, requestFor, rightCode, typed, wrongCode } from '../ways.js';

/** More than any policy allows, fewer than a guesser needs. */
const most = 1000;
/** NIST SP 800-63B allows no more wrong tries in a row on one account. */
const mostPerAccount = 100;

/** Guesses until it is refused for good; waits as long as it is told to, where the lab has a clock. */
async function guess(person: Visit, way: Way): Promise<{ judged: number; end: EnrollmentFault | undefined }> {
  const begun = await begin(person, way);
  const right = await rightCode(person, begun);
  let judged = 0;
  for (let turn = 0; turn < most; turn++) {
    const fault = await assert.typed(person.type(begun.id, wrongCode(right, turn)), 'a wrong code never counts');
    if (fault.code === 'rate_limited' && person.lab.clock !== undefined) {
      await person.pass((fault.retryAfter ?? 0) + 1);
    } else if (fault.code !== 'invalid_code') {
      // The last try may be judged and end it in one answer; one that had to wait was not looked at.
      return { judged: judged + (fault.code === 'rate_limited' ? 0 : 1), end: fault };
    } else judged += 1;
  }
  return { judged, end: undefined };
}

const exhausted = ['attempts_exhausted', 'locked', 'rate_limited'] as const;

export const guessing: readonly Check[] = table([
  ...typed.flatMap((way): Check[] => [
    {
      id: `guessing/ends-${way}`,
      protectsFrom: 'somebody who guesses until it fits',
      needs: [way],
      run: async (person) => {
        const { end } = await guess(person, way);
        assert.that(end !== undefined, `fewer than ${most} wrong codes are judged`);
        assert.that(
          exhausted.some((code) => code === end.code),
          `the end is told as such (not as ${end.code})`,
        );
        assert.is((await person.load()).methods.length, 0, 'nothing was registered');
      },
    },
    {
      id: `guessing/right-too-late-${way}`,
      protectsFrom: 'a guesser who hits it after the last try',
      needs: [way],
      run: async (person) => {
        const begun = await begin(person, way);
        const { end } = await guess(person, way);
        assert.that(end !== undefined, `fewer than ${most} wrong codes are judged`);
        const late = await rightCode(person, begun);
        await assert.refused(
          person.type(begun.id, late),
          [...exhausted, 'enrollment_gone', 'code_expired'],
          'after the last try the right code comes too late',
        );
        assert.is((await person.load()).methods.length, 0, 'nothing was registered');
      },
    },
    {
      id: `guessing/restarts-${way}`,
      protectsFrom: 'a count of tries that starts anew with each new beginning',
      needs: [way],
      run: async (person) => {
        let judged = 0;
        for (let round = 0; round < mostPerAccount && judged <= mostPerAccount; round++) {
          const more = await guess(person, way);
          judged += more.judged;
          const restart = { ...requestFor(person, way), restart: true } as BeginRequest;
          const begun = await person.begin(restart).catch(() => undefined);
          if (begun === undefined || more.end?.code === 'locked') return;
        }
        assert.that(
          judged <= mostPerAccount,
          `no more than ${mostPerAccount} wrong codes are judged without a long wait`,
        );
      },
    },
  ]),
  {
    id: 'guessing/resend-keeps-count',
    protectsFrom: 'a guesser who gets new tries with each new text',
    needs: ['sms', 'challenge', 'clock'],
    run: async (person) => {
      const begun = await begin(person, 'sms');
      const leftAfterWrong = async (turn: number): Promise<number | undefined> => {
        const code = wrongCode(await rightCode(person, begun), turn);
        const fault = await assert.refused(person.type(begun.id, code), ['invalid_code'], 'a wrong code is called one');
        return 'attemptsLeft' in fault ? fault.attemptsLeft : undefined;
      };
      await leftAfterWrong(0);
      const before = await leftAfterWrong(1);
      await person.pass((codeNext(begun).delivery?.resendIn ?? 0) + 1);
      const again = await person.challenge(begun.id);
      const after = await leftAfterWrong(2);
      if (before === undefined || after === undefined) assert.skip('refusals say no attemptsLeft');
      assert.is(after, before - 1, 'a new text brings no tries back');
      assert.that((codeNext(again).attemptsLeft ?? 0) <= before, 'and promises none');
    },
  },
]);
