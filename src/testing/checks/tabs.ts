/** Two tabs, one person (R4, R76): both see the same enrolment, the first confirmation wins, and nobody is locked out. */
import { faultOf } from '../../contract/enrollment-error.js';
import { assert } from '../assert.js';
import { type Check, table } from '../check.js';
import { begin, provisionOf, requestFor, rightCode, textsTo } from '../ways.js';

const over = ['enrollment_gone', 'invalid_code', 'code_expired'] as const;

export const tabs: readonly Check[] = table([
  {
    id: 'tabs/same-secret',
    protectsFrom: 'an app that was set up in one tab and is refused in the other',
    needs: ['totp', 'another'],
    run: async (person) => {
      const tab = await person.tab();
      const [one, other] = await Promise.all([begin(person, 'totp'), begin(tab, 'totp')]);
      assert.is(other.id, one.id, 'both tabs are in the same enrolment');
      assert.same(provisionOf(other), provisionOf(one), 'and show the same secret');
    },
  },
  {
    id: 'tabs/one-text',
    protectsFrom: 'a text per tab',
    needs: ['sms', 'another', 'texts'],
    run: async (person) => {
      const tab = await person.tab();
      await Promise.all([begin(person, 'sms'), begin(tab, 'sms')]);
      assert.is((await textsTo(person, person.hook('numbers').mobile)).length, 1, 'one text was sent');
    },
  },
  {
    id: 'tabs/seen-in-both',
    protectsFrom: 'a tab that goes on asking for what is done',
    needs: ['totp', 'another', 'get'],
    run: async (person) => {
      const tab = await person.tab();
      const begun = await begin(person, 'totp');
      const code = await rightCode(person, begun);
      await person.type(begun.id, code);
      const seen = await tab.get(begun.id).then(
        ({ next }) => next.type,
        (thrown: unknown) => faultOf(thrown)?.code,
      );
      assert.that(seen === 'done' || seen === 'enrollment_gone', 'the other tab learns that it is over');
      await assert.refused(tab.type(begun.id, code), over, 'and takes no code any more');
      const [here, there] = [await person.load(), await tab.load()];
      assert.same(there.methods, here.methods, 'both tabs list the same methods');
      assert.same(there.requirements, here.requirements, 'and the same requirements');
    },
  },
  {
    id: 'tabs/race',
    protectsFrom: 'two methods by one code',
    needs: ['sms', 'another'],
    run: async (person) => {
      const tab = await person.tab();
      const begun = await begin(person, 'sms');
      const code = await rightCode(person, begun);
      const outcomes = await Promise.allSettled([person.type(begun.id, code), tab.type(begun.id, code)]);
      assert.is(outcomes.filter(({ status }) => status === 'fulfilled').length, 1, 'one tab wins');
      assert.is((await person.load()).methods.length, 1, 'one method is registered');
    },
  },
  {
    id: 'tabs/restarted',
    protectsFrom: 'a tab that shows a secret that was thrown away, and takes its codes',
    needs: ['totp', 'another'],
    run: async (person) => {
      const tab = await person.tab();
      const before = await begin(person, 'totp');
      const old = await rightCode(person, before);
      await tab.begin({ ...requestFor(tab, 'totp'), restart: true });
      await assert.typed(person.type(before.id, old), 'the thrown-away secret counts for nothing');
      assert.is((await person.load()).methods.length, 0, 'nothing was registered');
    },
  },
]);
