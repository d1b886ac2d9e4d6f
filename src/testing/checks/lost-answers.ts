/** An answer that gets lost on its way is no harm (R69): `get` says where it stands, and the old key the same again. */
import { assert } from '../assert.js';
import { type Check, table } from '../check.js';
import { maySkip } from '../needs.js';
import { begin, doneMethod, requestFor, rightCode, textsTo } from '../ways.js';

export const lostAnswers: readonly Check[] = table([
  {
    id: 'lost/begin',
    protectsFrom: 'a second text, or a second secret, after a moment without a network',
    needs: ['sms', 'texts', 'loseNextAnswer'],
    run: async (person) => {
      const options = person.options();
      await person.lab.loseNextAnswer?.('begin');
      await assert.refused(person.begin(requestFor(person, 'sms'), options), ['network'], 'the answer is lost');
      const { pending } = await person.load();
      const again = await person.begin(requestFor(person, 'sms'), options);
      assert.that(pending.length === 1 && pending[0]?.id === again.id, 'load lists what was opened');
      assert.is((await textsTo(person, person.hook('numbers').mobile)).length, 1, 'one text was sent');
      const done = await person.type(again.id, await rightCode(person, again));
      assert.is(done.next.type, 'done', 'and its code is right');
    },
  },
  {
    id: 'lost/verify-get',
    protectsFrom: '"wrong code" for a code that was right',
    needs: ['totp', 'get', 'loseNextAnswer'],
    run: async (person) => {
      const begun = await begin(person, 'totp');
      await person.lab.loseNextAnswer?.('verify');
      const lost = person.type(begun.id, await rightCode(person, begun));
      await assert.refused(lost, ['network'], 'the answer is lost');
      const method = doneMethod(await person.get(begun.id));
      assert.same((await person.load()).methods, [method], 'what get says is registered');
    },
  },
  {
    id: 'lost/verify-again',
    protectsFrom: 'a code that is used up by an answer that nobody heard',
    needs: ['totp', 'loseNextAnswer'],
    run: async (person) => {
      const begun = await begin(person, 'totp');
      const code = await rightCode(person, begun);
      const options = person.options();
      await person.lab.loseNextAnswer?.('verify');
      await assert.refused(person.type(begun.id, code, options), ['network'], 'the answer is lost');
      const method = doneMethod(await person.type(begun.id, code, options));
      assert.same((await person.load()).methods, [method], 'under its old key it is registered, once');
    },
  },
  {
    id: 'lost/skip',
    protectsFrom: 'a right to skip that is used up by an answer that nobody heard',
    needs: ['skip', 'skippable', 'loseNextAnswer'],
    run: async (person) => {
      const wish = person.info.requirements.find((one) => one.status === 'open' && maySkip(one));
      const options = person.options();
      await person.lab.loseNextAnswer?.('skip');
      await assert.refused(person.skip(wish?.id ?? '', options), ['network'], 'the answer is lost');
      const before = await person.load();
      const after = await person.skip(wish?.id ?? '', options);
      assert.same(after.requirements, before.requirements, 'under its old key it is put off once');
    },
  },
]);
