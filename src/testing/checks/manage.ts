/** What is registered can be made the default and removed, and nothing else changes by it. */
import type { MethodRef } from '../../contract/security-info.js';
import { assert } from '../assert.js';
import { type Check, table } from '../check.js';
import { register } from '../ways.js';

export const manage: readonly Check[] = table([
  {
    id: 'manage/default',
    protectsFrom: 'a choice of the default that is not kept, or that costs a method',
    needs: ['totp', 'sms', 'setDefault'],
    run: async (person) => {
      const methods = [await register(person, 'totp'), await register(person, 'sms')];
      const before = await person.load();
      const chosen = methods.find(({ id, canBeDefault }) => canBeDefault && id !== before.defaultMethod?.methodId);
      if (chosen === undefined) assert.skip('no second method here can be the default');
      const channel = chosen.channels?.at(-1);
      const ref: MethodRef = { methodId: chosen.id, ...(channel !== undefined && { channel }) };
      const answer = await person.setDefault(ref);
      assert.same(answer.defaultMethod, ref, 'the answer says what was chosen');
      const after = await person.load();
      assert.same(after.defaultMethod, ref, 'and so does load');
      assert.same(answer.methods, before.methods, 'the answer keeps every method');
      assert.same(after.methods, before.methods, 'and so does load');
      assert.same(after.requirements, before.requirements, 'requirements stay as they were');
    },
  },
  {
    id: 'manage/unknown-channel',
    protectsFrom: 'a default that cannot be used',
    needs: ['sms', 'setDefault'],
    run: async (person) => {
      const { id } = await register(person, 'sms');
      const before = await person.load();
      const call = person.setDefault({ methodId: id, channel: 'smoke' });
      await assert.typed(call, 'a channel that the method does not have is refused');
      assert.same((await person.load()).defaultMethod, before.defaultMethod, 'the default stays');
    },
  },
  {
    id: 'manage/remove',
    protectsFrom: 'a method that is removed and still works, or is still counted',
    needs: ['totp', 'remove'],
    run: async (person) => {
      const { id, removable } = await register(person, 'totp');
      if (!removable) assert.skip('what is registered may not be removed here');
      const answer = await person.remove(id);
      const after = await person.load();
      assert.is(answer.methods.length, 0, 'the answer lists it no more');
      assert.is(after.methods.length, 0, 'nor does load');
      assert.same(after.requirements, person.info.requirements, 'its requirement is open again');
      assert.that(after.defaultMethod?.methodId !== id, 'it is the default no more');
    },
  },
  {
    id: 'manage/remove-one',
    protectsFrom: 'removing more than was meant',
    needs: ['totp', 'sms', 'remove'],
    run: async (person) => {
      const app = await register(person, 'totp');
      const phone = await register(person, 'sms');
      if (!app.removable) assert.skip('what is registered may not be removed here');
      await person.remove(app.id);
      const { methods, defaultMethod } = await person.load();
      assert.same(methods, [phone], 'the other method stays');
      assert.that(defaultMethod?.methodId !== app.id, 'and what is removed is no default');
    },
  },
  {
    id: 'manage/usage',
    protectsFrom: 'a method for recovery that opens the front door',
    needs: ['sms'],
    run: async (person) => {
      const { usage, canBeDefault, kind } = await register(person, 'sms');
      const offers = person.info.requirements.flatMap(({ anyOf }) => anyOf).filter((offer) => offer.kind === kind);
      const allowed = offers.flatMap((offer) => offer.usage);
      assert.that(
        usage.every((one) => allowed.includes(one)),
        'it is good for what it was offered for',
      );
      assert.that(!canBeDefault || usage.includes('sign-in'), 'only a method for signing in can be the default');
    },
  },
]);
