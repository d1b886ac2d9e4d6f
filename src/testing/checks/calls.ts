/** Calls: a number is confirmed by whoever picks up and presses the key, and by nobody else. */
import type { Enrollment } from '../../contract/enrollment.js';
import { assert } from '../assert.js';
import { type Check, table } from '../check.js';
import type { Visit } from '../visit.js';
import { begin, doneMethod, register } from '../ways.js';

/** Begins a call that waits for a key; skips where calls speak a code. */
async function ring(person: Visit): Promise<{ begun: Enrollment; call: string }> {
  const begun = await begin(person, 'voice');
  if (begun.next.type !== 'wait') assert.skip('calls here speak a code');
  const call = (await person.hook('line').calls()).at(-1);
  assert.that(call?.to === person.hook('numbers').mobile, 'the phone rings when begin answers');
  return { begun, call: call.id };
}

export const calls: readonly Check[] = table([
  {
    id: 'call/key',
    protectsFrom: 'a call that was confirmed and is waited for all the same',
    needs: ['voice', 'get'],
    run: async (person) => {
      const method = await register(person, 'voice');
      assert.same((await person.load()).methods, [method], 'whoever presses # has registered the number');
    },
  },
  {
    id: 'call/answering-is-not-enough',
    protectsFrom: 'a number that is confirmed by an answering machine',
    needs: ['voice', 'get'],
    run: async (person) => {
      const { begun, call } = await ring(person);
      assert.is((await person.load()).methods.length, 0, 'ringing registers nothing');
      await person.hook('line').answer(call);
      const { next } = await person.get(begun.id);
      assert.is(next.type, 'wait', 'it waits for the key');
      assert.is((await person.load()).methods.length, 0, 'picking up registers nothing');
    },
  },
  {
    id: 'call/wrong-key',
    protectsFrom: 'a number that is confirmed by whatever is pressed',
    needs: ['voice', 'get'],
    run: async (person) => {
      const { begun, call } = await ring(person);
      const line = person.hook('line');
      await line.answer(call);
      await line.press(call, '5');
      const { next } = await person.get(begun.id);
      const reason = next.type === 'rejected' ? next.reason : next.type;
      assert.is(reason, 'wrong-key', 'the wrong key is told as such');
      await Promise.resolve(line.press(call, '#')).catch(() => undefined);
      assert.is((await person.load()).methods.length, 0, 'and the right one comes too late');
    },
  },
  {
    id: 'call/key-twice',
    protectsFrom: 'two methods by one call',
    needs: ['voice', 'get'],
    run: async (person) => {
      const { begun, call } = await ring(person);
      const line = person.hook('line');
      await line.answer(call);
      await line.press(call, '#');
      await Promise.resolve(line.press(call, '#')).catch(() => undefined);
      const method = doneMethod(await person.get(begun.id));
      assert.same((await person.load()).methods, [method], 'one method is registered');
    },
  },
  {
    id: 'call/cancelled',
    protectsFrom: 'a number that is confirmed after it was given up',
    needs: ['voice', 'cancel'],
    run: async (person) => {
      const { begun, call } = await ring(person);
      const line = person.hook('line');
      await person.cancel(begun.id);
      await Promise.resolve(line.answer(call)).catch(() => undefined);
      await Promise.resolve(line.press(call, '#')).catch(() => undefined);
      assert.is((await person.load()).methods.length, 0, 'nothing is registered');
    },
  },
  {
    id: 'call/nothing-to-type',
    protectsFrom: 'a code that is guessed where none was given',
    needs: ['voice', 'get'],
    run: async (person) => {
      const { begun } = await ring(person);
      await assert.typed(person.type(begun.id, '123456'), 'a call that waits for a key takes no code');
      assert.is((await person.load()).methods.length, 0, 'nothing is registered');
    },
  },
]);
