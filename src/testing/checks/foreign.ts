/** Ids belong to one person: in other hands, or made up, they open nothing and change nothing (R5). */
import { assert } from '../assert.js';
import { type Check, type Way, table } from '../check.js';
import { noMethod, nobody } from '../tour.js';
import { begin, codeNext, provisionOf, register, rightCode, textsTo, typed } from '../ways.js';

const gone = ['enrollment_gone'] as const;
const noMethodHere = ['enrollment_gone', 'policy_denied', 'unsupported'] as const;
const everyWay: readonly Way[] = [...typed, 'push', 'passkey'];

const verifies = (way: Way): Check => ({
  id: `foreign/verify-${way}`,
  protectsFrom: 'somebody who finishes the enrolment of another person',
  needs: [way, 'stranger'],
  run: async (person) => {
    const stranger = await person.stranger();
    const begun = await begin(person, way);
    const code = await rightCode(person, begun);
    await assert.refused(stranger.type(begun.id, code), gone, 'a foreign enrolment is gone');
    assert.is((await stranger.load()).methods.length, 0, 'nothing is registered for the stranger');
    assert.is((await person.load()).methods.length, 0, 'and nothing for the person');
    const done = await person.type(begun.id, await rightCode(person, begun));
    assert.is(done.next.type, 'done', 'the person can go on');
  },
});

const reads = (way: Way): Check => ({
  id: `foreign/get-${way}`,
  protectsFrom: 'somebody who reads the secret of another person',
  needs: [way, 'stranger', 'get'],
  run: async (person) => {
    const stranger = await person.stranger();
    const { id } = await begin(person, way);
    await assert.refused(stranger.get(id), gone, 'a foreign enrolment is gone');
    assert.is((await stranger.load()).pending.length, 0, 'and is not listed');
  },
});

export const foreign: readonly Check[] = table([
  ...everyWay.map(reads),
  ...typed.map(verifies),
  {
    id: 'foreign/challenge',
    protectsFrom: 'somebody who has texts sent to another person',
    needs: ['sms', 'stranger', 'challenge', 'texts', 'clock'],
    run: async (person) => {
      const stranger = await person.stranger();
      const begun = await begin(person, 'sms');
      await person.pass((codeNext(begun).delivery?.resendIn ?? 0) + 1);
      await assert.refused(stranger.challenge(begun.id), gone, 'a foreign enrolment is gone');
      assert.is((await textsTo(person, person.hook('numbers').mobile)).length, 1, 'nothing was sent');
    },
  },
  {
    id: 'foreign/cancel',
    protectsFrom: 'somebody who ends the enrolment of another person',
    needs: ['totp', 'stranger', 'cancel'],
    run: async (person) => {
      const stranger = await person.stranger();
      const begun = await begin(person, 'totp');
      await stranger.cancel(begun.id);
      const done = await person.type(begun.id, await rightCode(person, begun));
      assert.is(done.next.type, 'done', 'the person can go on');
    },
  },
  {
    id: 'foreign/own-secrets',
    protectsFrom: 'two people who share an enrolment',
    needs: ['totp', 'stranger'],
    run: async (person) => {
      const stranger = await person.stranger();
      const [mine, theirs] = [await begin(person, 'totp'), await begin(stranger, 'totp')];
      assert.that(mine.id !== theirs.id, 'each has an enrolment of their own');
      assert.that(provisionOf(mine).uri !== provisionOf(theirs).uri, 'and a secret of their own');
    },
  },
  {
    id: 'foreign/remove',
    protectsFrom: 'somebody who removes the method of another person',
    needs: ['totp', 'stranger', 'remove'],
    run: async (person) => {
      const stranger = await person.stranger();
      const method = await register(person, 'totp');
      await assert.refused(stranger.remove(method.id), noMethodHere, 'a foreign method cannot be removed');
      assert.same((await person.load()).methods, [method], 'it stays');
    },
  },
  {
    id: 'foreign/unknown',
    protectsFrom: 'a crash, or a way in, by an id that nobody has',
    needs: [],
    run: async (person) => {
      await assert.refused(person.type(nobody, '123456'), gone, 'verify of an unknown enrolment is refused');
      if (person.can('get')) await assert.refused(person.get(nobody), gone, 'get of an unknown enrolment is refused');
      if (person.can('challenge')) {
        await assert.refused(person.challenge(nobody), gone, 'challenge of an unknown enrolment is refused');
      }
    },
  },
  {
    id: 'foreign/unknown-method',
    protectsFrom: 'a default that is no method',
    needs: ['totp', 'setDefault', 'remove'],
    run: async (person) => {
      await register(person, 'totp');
      const before = await person.load();
      await assert.refused(person.remove(noMethod), noMethodHere, 'an unknown method cannot be removed');
      const asDefault = person.setDefault({ methodId: noMethod });
      await assert.refused(asDefault, noMethodHere, 'an unknown method cannot be the default');
      const after = await person.load();
      assert.same(after.methods, before.methods, 'methods stay as they were');
      assert.same(after.defaultMethod, before.defaultMethod, 'and so does the default');
    },
  },
]);
