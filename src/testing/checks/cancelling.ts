/** What is cancelled is over, with its codes; what is done stays done. */
import { assert } from '../assert.js';
import { type Check, type Way, table } from '../check.js';
import { askApp, begin, doneMethod, provisionOf, register, rightCode, textsTo, typed } from '../ways.js';
import { nobody } from '../tour.js';

const gone = ['enrollment_gone'] as const;
const everyWay: readonly Way[] = [...typed, 'push', 'passkey'];

const leavesNothing = (way: Way): Check => ({
  id: `cancel/leaves-nothing-${way}`,
  protectsFrom: 'an enrolment that comes back after it was given up',
  needs: [way, 'cancel'],
  run: async (person) => {
    const { id } = await begin(person, way);
    await person.cancel(id);
    const { pending, methods, requirements } = await person.load();
    assert.is(pending.length, 0, 'nothing is open');
    assert.is(methods.length, 0, 'nothing is registered');
    assert.same(requirements, person.info.requirements, 'nothing is satisfied');
    if (person.can('get')) await assert.refused(person.get(id), gone, 'the enrolment is gone');
  },
});

export const cancelling: readonly Check[] = table([
  {
    id: 'cancel/unknown',
    protectsFrom: 'an error on leaving a page whose enrolment is long gone',
    needs: ['cancel'],
    run: async (person) => {
      await person.cancel(nobody);
    },
  },
  {
    id: 'cancel/twice',
    protectsFrom: 'an error on leaving a page twice',
    needs: ['totp', 'cancel'],
    run: async (person) => {
      const { id } = await begin(person, 'totp');
      await person.cancel(id);
      await person.cancel(id);
    },
  },
  ...everyWay.map(leavesNothing),
  ...typed.map((way): Check => ({
    id: `cancel/code-dies-${way}`,
    protectsFrom: 'a code that registers what the person has given up',
    needs: [way, 'cancel'],
    run: async (person) => {
      const begun = await begin(person, way);
      const code = await rightCode(person, begun);
      await person.cancel(begun.id);
      await assert.refused(person.type(begun.id, code), gone, 'its code is worth nothing');
      assert.is((await person.load()).methods.length, 0, 'nothing is registered');
    },
  })),
  {
    id: 'cancel/new-secret',
    protectsFrom: 'a secret that was given up and is shown again',
    needs: ['totp', 'cancel'],
    run: async (person) => {
      const before = await begin(person, 'totp');
      await person.cancel(before.id);
      const after = await begin(person, 'totp');
      assert.that(after.id !== before.id, 'another enrolment is opened');
      assert.that(provisionOf(after).uri !== provisionOf(before).uri, 'with another secret');
    },
  },
  {
    id: 'cancel/no-resend',
    protectsFrom: 'a text about something that was given up',
    needs: ['sms', 'cancel', 'challenge', 'clock', 'texts'],
    run: async (person) => {
      const { id, expiresIn = 0 } = await begin(person, 'sms');
      await person.cancel(id);
      await person.pass(Math.min(expiresIn, 120_000));
      await assert.refused(person.challenge(id), gone, 'nothing is sent for what is cancelled');
      assert.is((await textsTo(person, person.hook('numbers').mobile)).length, 1, 'and nothing was');
    },
  },
  {
    id: 'cancel/keeps-done',
    protectsFrom: 'losing a method by leaving the page on which it was confirmed',
    needs: ['totp', 'cancel'],
    run: async (person) => {
      const begun = await begin(person, 'totp');
      const method = doneMethod(await person.type(begun.id, await rightCode(person, begun)));
      await person.cancel(begun.id).catch(() => undefined);
      assert.same((await person.load()).methods, [method], 'what is registered stays');
    },
  },
  {
    id: 'cancel/keeps-others',
    protectsFrom: 'losing one method by giving up another',
    needs: ['totp', 'sms', 'cancel'],
    run: async (person) => {
      const method = await register(person, 'totp');
      const { id } = await begin(person, 'sms');
      await person.cancel(id);
      assert.same((await person.load()).methods, [method], 'the other method stays');
    },
  },
  {
    id: 'cancel/withdraws-request',
    protectsFrom: 'a question on the phone about something that was given up',
    needs: ['push', 'cancel'],
    run: async (person) => {
      const device = person.hook('device');
      const begun = await begin(person, 'push');
      const { request, number } = await askApp(person, begun);
      await person.cancel(begun.id);
      assert.that(!(await device.requests()).some(({ id }) => id === request), 'the phone asks no more');
      await Promise.resolve(device.approve(request, number)).catch(() => undefined);
      assert.is((await person.load()).methods.length, 0, 'a late approval registers nothing');
    },
  },
]);
