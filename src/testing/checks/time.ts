/** Time: what is old counts for nothing, and waits are as long as they were told (R25, R79). Needs a clock that moves. */
import { assert } from '../assert.js';
import { type Check, type Way, table } from '../check.js';
import { begin, codeNext, provisionOf, rightCode, textsTo, typed } from '../ways.js';

const minute = 60_000;
const late = ['enrollment_gone', 'code_expired', 'invalid_code'] as const;
const everyWay: readonly Way[] = [...typed, 'push'];

const lapses = (way: Way): Check => ({
  id: `time/enrollment-ends-${way}`,
  protectsFrom: 'an enrolment from yesterday that somebody else finishes today',
  needs: [way, 'clock'],
  run: async (person) => {
    const { id, expiresIn } = await begin(person, way);
    if (expiresIn === undefined) assert.skip('enrolments here never end');
    await person.pass(expiresIn + 1);
    await assert.refused(person.type(id, '123456'), ['enrollment_gone'], 'an enrolment ends when it said it would');
    const { pending, methods } = await person.load();
    assert.is(pending.length, 0, 'load does not list it any more');
    assert.is(methods.length, 0, 'nothing was registered');
    const again = await begin(person, way);
    assert.that(again.id !== id, 'and another one can be begun');
  },
});

export const time: readonly Check[] = table([
  ...everyWay.map(lapses),
  {
    id: 'time/text-too-late',
    protectsFrom: 'a code in an old text that still opens something',
    needs: ['sms', 'clock'],
    run: async (person) => {
      const begun = await begin(person, 'sms');
      const code = await rightCode(person, begun);
      // Ten minutes are what the standards allow a texted code.
      await person.pass(10 * minute + 1000);
      await assert.refused(person.type(begun.id, code), late, 'a texted code is worth nothing after ten minutes');
      assert.is((await person.load()).methods.length, 0, 'nothing was registered');
    },
  },
  {
    id: 'time/app-code-too-late',
    protectsFrom: 'a code that was read from somebody\u2019s app a while ago',
    needs: ['totp', 'clock'],
    run: async (person) => {
      const begun = await begin(person, 'totp');
      const code = await rightCode(person, begun);
      await person.pass(3 * minute);
      if (code === (await rightCode(person, begun))) assert.skip('the app of this lab does not go by its clock');
      await assert.refused(person.type(begun.id, code), late, 'a code of an app is worth nothing after three minutes');
      assert.is((await person.load()).methods.length, 0, 'nothing was registered');
    },
  },
  {
    id: 'time/new-secret',
    protectsFrom: 'a QR code that is shown again after it ended',
    needs: ['totp', 'clock'],
    run: async (person) => {
      const before = await begin(person, 'totp');
      if (before.expiresIn === undefined) assert.skip('enrolments here never end');
      await person.pass(before.expiresIn + 1);
      const after = await begin(person, 'totp');
      assert.that(provisionOf(after).uri !== provisionOf(before).uri, 'a new enrolment has a new secret');
    },
  },
  {
    id: 'time/counts-down',
    protectsFrom: 'a clock on the page that starts anew with each reload',
    needs: ['sms', 'get', 'clock'],
    run: async (person) => {
      const begun = await begin(person, 'sms');
      await person.pass(10_000);
      const later = await person.get(begun.id);
      const pairs = [
        [begun.expiresIn, later.expiresIn],
        [codeNext(begun).delivery?.resendIn, codeNext(later).delivery?.resendIn],
      ];
      for (const [before = 0, after = 0] of pairs) {
        // Time also passes by itself, and nothing is less than nothing.
        assert.that(after <= Math.max(0, before - 10_000), 'durations are counted from the moment of the answer');
      }
    },
  },
  {
    id: 'time/resend',
    protectsFrom: 'a flood of texts, and a button that says "now" and does not mean it',
    needs: ['sms', 'texts', 'challenge', 'clock'],
    run: async (person) => {
      const { mobile } = person.hook('numbers');
      const begun = await begin(person, 'sms');
      const wait = codeNext(begun).delivery?.resendIn ?? 0;
      assert.that(wait > 0, 'the answer says when another text may follow');
      await assert.refused(person.challenge(begun.id), ['rate_limited'], 'it is too early for another text');
      assert.is((await textsTo(person, mobile)).length, 1, 'and none was sent');
      await person.pass(wait + 1);
      const again = await person.challenge(begun.id);
      assert.is((await textsTo(person, mobile)).length, 2, 'when the time has come another one is sent');
      const done = await person.type(begun.id, await rightCode(person, again));
      assert.is(done.next.type, 'done', 'and its code is right');
    },
  },
]);
