/** The organisation's app approves by the number that the wizard shows (R33): a tap alone proves nothing. */
import { faultOf } from '../../contract/enrollment-error.js';
import { assert } from '../assert.js';
import { type Check, table } from '../check.js';
import type { Visit } from '../visit.js';
import { askApp, begin, doneMethod, provisionOf } from '../ways.js';

const minute = 60_000;

/** What the wizard shows, in one word. */
async function shown(person: Visit, id: Parameters<Visit['get']>[0]): Promise<string> {
  const { next } = await person.get(id);
  return next.type === 'rejected' ? next.reason : next.type;
}

/** A tap on the phone that may come too late, which an app may ignore or say. */
async function tap(deed: unknown): Promise<void> {
  await Promise.resolve(deed).catch(() => undefined);
}

/** A number that the wizard does not show. */
const otherThan = (number: string): string => number.replace(/./, (digit) => String((Number(digit) + 1) % 10));

const approvals = (what: string, id: string, given: (number: string) => string | undefined): Check => ({
  id: `push/${id}`,
  protectsFrom: `an app that is registered by a tap with ${what}`,
  needs: ['push'],
  run: async (person) => {
    const device = person.hook('device');
    const begun = await begin(person, 'push');
    const { request, number } = await askApp(person, begun);
    await tap(device.approve(request, given(number)));
    assert.that((await shown(person, begun.id)) !== 'done', 'that is no approval');
    assert.is((await person.load()).methods.length, 0, 'nothing is registered');
  },
});

export const push: readonly Check[] = table([
  {
    id: 'push/right-number',
    protectsFrom: 'an approval that is not heard',
    needs: ['push'],
    run: async (person) => {
      const begun = await begin(person, 'push');
      const { request, number } = await askApp(person, begun);
      await person.hook('device').approve(request, number);
      const method = doneMethod(await person.get(begun.id));
      assert.same((await person.load()).methods, [method], 'the right number registers the app');
    },
  },
  approvals('no number', 'no-number', () => undefined),
  approvals('an empty number', 'empty-number', () => ''),
  approvals('another number', 'other-number', otherThan),
  {
    id: 'push/wrong-number-ends',
    protectsFrom: 'somebody who tries all numbers on a stolen phone',
    needs: ['push'],
    run: async (person) => {
      const device = person.hook('device');
      const begun = await begin(person, 'push');
      const { request, number } = await askApp(person, begun);
      await tap(device.approve(request, otherThan(number)));
      assert.is(await shown(person, begun.id), 'wrong-number', 'the wizard is told');
      await tap(device.approve(request, number));
      assert.is((await person.load()).methods.length, 0, 'the right number comes too late');
    },
  },
  {
    id: 'push/deny',
    protectsFrom: 'a "no" that is not heard',
    needs: ['push'],
    run: async (person) => {
      const device = person.hook('device');
      const begun = await begin(person, 'push');
      const { request, number } = await askApp(person, begun);
      await device.deny(request);
      assert.is(await shown(person, begun.id), 'denied', 'the wizard is told');
      await tap(device.approve(request, number));
      assert.is((await person.load()).methods.length, 0, 'a "yes" after the "no" registers nothing');
    },
  },
  {
    id: 'push/approved-twice',
    protectsFrom: 'two methods by one request',
    needs: ['push'],
    run: async (person) => {
      const device = person.hook('device');
      const begun = await begin(person, 'push');
      const { request, number } = await askApp(person, begun);
      await device.approve(request, number);
      await tap(device.approve(request, number));
      const method = doneMethod(await person.get(begun.id));
      assert.same((await person.load()).methods, [method], 'a second approval is nothing');
    },
  },
  {
    id: 'push/request-ends',
    protectsFrom: 'a question on the phone that still counts an hour later',
    needs: ['push', 'clock'],
    run: async (person) => {
      const device = person.hook('device');
      const begun = await begin(person, 'push');
      const { request, number } = await askApp(person, begun);
      let seen = 'wait';
      for (let passed = 0; passed < 10 && seen === 'wait'; passed++) {
        await person.pass(minute);
        seen = await shown(person, begun.id).catch((thrown: unknown) => faultOf(thrown)?.code ?? 'something raw');
      }
      assert.that(['timed-out', 'enrollment_gone'].includes(seen), 'after ten minutes nobody is asked any more');
      assert.that(!(await device.requests()).some(({ id }) => id === request), 'nor on the phone');
      await tap(device.approve(request, number));
      assert.is((await person.load()).methods.length, 0, 'a late approval registers nothing');
    },
  },
  {
    id: 'push/asked-again',
    protectsFrom: 'an older question on the phone that is taken for the new one',
    needs: ['push', 'clock'],
    run: async (person) => {
      const device = person.hook('device');
      const begun = await begin(person, 'push');
      const first = await askApp(person, begun);
      await device.deny(first.request);
      await person.pass(minute);
      await person.challenge(begun.id);
      await tap(device.approve(first.request, first.number));
      assert.is((await person.load()).methods.length, 0, 'an answer to the first request counts for nothing');
      const second = (await device.requests()).at(-1)?.id;
      assert.that(second !== undefined && second !== first.request, 'the app is asked again');
    },
  },
  {
    id: 'push/pairs-once',
    protectsFrom: 'somebody who photographs the QR code and pairs a second phone',
    needs: ['push'],
    run: async (person) => {
      const device = person.hook('device');
      const begun = await begin(person, 'push');
      const { uri } = provisionOf(begun);
      await device.pair(uri);
      assert.is(await shown(person, begun.id), 'ready', 'the wizard is told that the app is paired');
      const again = await Promise.resolve()
        .then(() => device.pair(uri))
        .then(
          () => 'paired',
          () => 'refused',
        );
      assert.is(again, 'refused', 'a code pairs once');
      const answer = await person.get(begun.id);
      assert.that(!('provision' in answer.next), 'and is not shown any more');
    },
  },
  {
    id: 'push/nothing-to-type',
    protectsFrom: 'an app that is registered by typing in the wizard what it shows',
    needs: ['push'],
    run: async (person) => {
      const begun = await begin(person, 'push');
      const { number } = await askApp(person, begun);
      await assert.typed(person.type(begun.id, number), 'the number is no code');
      assert.is((await person.load()).methods.length, 0, 'nothing is registered');
    },
  },
]);
