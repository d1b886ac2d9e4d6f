/** `begin` finds what is open (R3): a reload, a wrong code or a second click gives nobody a new secret or a second text. */
import type { BeginRequest, Enrollment } from '../../contract/enrollment.js';
import { assert } from '../assert.js';
import { type Check, table } from '../check.js';
import { begin, codeNext, provisionOf, requestFor, rightCode, textsTo, wrongCode } from '../ways.js';

const fifty = Array.from({ length: 50 });

const restarting = (request: BeginRequest): BeginRequest => ({ ...request, restart: true });

export const beginning: readonly Check[] = table([
  {
    id: 'begin/fifty-at-once',
    protectsFrom: 'an app that was set up with a secret that no longer counts',
    needs: ['totp'],
    run: async (person) => {
      const begun = await Promise.all(fifty.map(() => begin(person, 'totp')));
      assert.is(new Set(begun.map(({ id }) => id)).size, 1, 'fifty keys open one enrolment');
      assert.is(new Set(begun.map((one) => provisionOf(one).uri)).size, 1, 'and all get the same secret');
      assert.is((await person.load()).pending.length, 1, 'one is open');
    },
  },
  {
    id: 'begin/fifty-at-once-one-text',
    protectsFrom: 'fifty texts for fifty clicks',
    needs: ['sms', 'texts'],
    run: async (person) => {
      const begun = await Promise.all(fifty.map(() => begin(person, 'sms')));
      assert.is(new Set(begun.map(({ id }) => id)).size, 1, 'fifty keys open one enrolment');
      assert.is((await textsTo(person, person.hook('numbers').mobile)).length, 1, 'one text was sent');
    },
  },
  {
    id: 'begin/after-reload',
    protectsFrom: 'a QR code that changes when the page is loaded again',
    needs: ['totp'],
    run: async (person) => {
      const before = await begin(person, 'totp');
      await person.load();
      const after = await begin(person, 'totp');
      assert.is(after.id, before.id, 'it is the same enrolment');
      assert.same(provisionOf(after), provisionOf(before), 'with the same secret');
      const done = await person.type(after.id, await rightCode(person, before));
      assert.is(done.next.type, 'done', 'and the app that was set up before works');
    },
  },
  {
    id: 'begin/after-wrong-code',
    protectsFrom: 'a QR code that changes because of a slip of the finger',
    needs: ['totp'],
    run: async (person) => {
      const before = await begin(person, 'totp');
      const wrong = wrongCode(await rightCode(person, before));
      await assert.typed(person.type(before.id, wrong), 'a wrong code is refused');
      const after = await begin(person, 'totp');
      assert.is(after.id, before.id, 'it is the same enrolment');
      assert.same(provisionOf(after), provisionOf(before), 'with the same secret');
    },
  },
  {
    id: 'begin/again-no-text',
    protectsFrom: 'a text for each click of Back and Next',
    needs: ['sms', 'texts'],
    run: async (person) => {
      const before = await begin(person, 'sms');
      if ((codeNext(before).delivery?.resendIn ?? 0) === 0) assert.skip('a text may follow at once here');
      const after = await begin(person, 'sms');
      assert.is(after.id, before.id, 'it is the same enrolment');
      assert.is((await textsTo(person, person.hook('numbers').mobile)).length, 1, 'one text was sent');
    },
  },
  {
    id: 'begin/restart',
    protectsFrom: 'a secret that somebody saw and that cannot be got rid of',
    needs: ['totp'],
    run: async (person) => {
      const before = await begin(person, 'totp');
      const old = await rightCode(person, before);
      const after = await person.begin(restarting(requestFor(person, 'totp')));
      assert.that(provisionOf(after).uri !== provisionOf(before).uri, 'the secret is a new one');
      await assert.typed(person.type(before.id, old), 'the old enrolment takes no code any more');
      assert.is((await person.load()).methods.length, 0, 'nothing was registered');
      assert.is((await person.load()).pending.length, 1, 'only the new one is open');
      const done = await person.type(after.id, await rightCode(person, after));
      assert.is(done.next.type, 'done', 'the new secret works');
    },
  },
  {
    id: 'begin/restart-twice',
    protectsFrom: 'a QR code that changes once more because an answer was slow',
    needs: ['totp'],
    run: async (person) => {
      await begin(person, 'totp');
      const request = restarting(requestFor(person, 'totp'));
      const options = person.options();
      const answers: Enrollment[] = [await person.begin(request, options), await person.begin(request, options)];
      const [first, second] = answers.map((answer) => provisionOf(answer).uri);
      assert.that(first === second, 'under one key a restart happens once');
    },
  },
]);
