/**
 * Wrong codes for texts, dozens of them: none is taken, and no text that is sent again, no other number and no waiting
 * brings a single try back. Only the lock's own end does.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Enrollment } from '../../../../src/contract/enrollment.js';
import { House, minutes, type Person, seconds, toMobile } from '../person.js';
import { elsewhere, generous, guesses, Guesser, insist, tried } from './guesser.js';

const house = await House.shared();

test(`${String(guesses.text)} wrong codes for texts, with texts sent again and numbers begun again between them`, async (context) => {
  const person = await house.person({ limits: generous });
  const guesser = new Guesser(person);
  const numbers = Array.from({ length: 40 }, (_, count) => `+81901234${String(5000 + count)}`);
  let number = numbers[0] ?? assert.fail();
  const begin = (restart: boolean): Promise<Enrollment> =>
    person.begin({ ...toMobile, number, ...(restart && { restart: true }) });
  let { id } = await begin(false);
  let texts = 0;
  let known = await codesOf(person);
  for (let count = 0; count < guesses.text; count++) {
    const fault = await guesser.guess(id, guesser.wrong(...known));
    guesser.pause(fault);
    if (guesser.draw(6) === 0) elsewhere(person);
    const isOver = fault.code === 'attempts_exhausted' || fault.code === 'enrollment_gone';
    const deed = isOver ? 3 : guesser.draw(6);
    if (deed <= 1) {
      const again = await tried(person.sendAgain(id));
      if (!('code' in again)) texts++;
    } else if (deed === 2 || deed === 3) {
      if (deed === 2 || isOver) number = numbers[guesser.draw(numbers.length)] ?? assert.fail();
      ({ id } = await insist(person, () => begin(isOver)));
    }
    if (deed <= 3) known = await codesOf(person);
    house.pass(deed === 4 ? seconds(30) : 0);
  }
  context.diagnostic(
    `${String(guesser.counted)} were looked at, ${String(guesser.locks)} locks, ${String(texts)} resends`,
  );
  assert.ok(guesser.locks > guesses.text / 40 && texts > guesses.text / 20);
  assert.deepEqual((await person.load()).methods, []);
});

/** Every code that was ever texted to the person and can be read on the telephone. */
async function codesOf(person: Person): Promise<readonly string[]> {
  return (await person.messages('sms')).flatMap(({ text }) => /\d{6}/.exec(text) ?? []);
}

test('sending again gives a new code and takes no wrong try back, up to the lock', async () => {
  const person = await house.person();
  const guesser = new Guesser(person);
  const { id } = await person.begin({ ...toMobile, number: '+819087650000' });
  for (let count = 0; count < 10; count++) {
    const fault = await guesser.guess(id, guesser.wrong(...(await codesOf(person))));
    // The longer of both waits, so that each time another text goes out, as far as the number's window lets it.
    house.pass(Math.max(minutes(2), ('retryAfter' in fault && fault.retryAfter) || 0));
    await tried(person.sendAgain(id));
  }
  assert.equal(guesser.locks, 1);
  assert.equal(guesser.counted, 10);
});
