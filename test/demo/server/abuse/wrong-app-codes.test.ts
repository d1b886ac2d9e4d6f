/**
 * Wrong codes of an app, a hundred and more: none is taken, and nothing that somebody does between them (starting over,
 * another session, another instance) brings a single try back. Only the lock's own end does.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codeAt, House, seconds, secretIn, toApp } from '../person.js';
import { elsewhere, guesses, Guesser, insist } from './guesser.js';

const house = await House.shared();

test(`${String(guesses.app)} wrong codes of an app, with new secrets, old secrets and old steps among them`, async (context) => {
  const person = await house.person();
  const guesser = new Guesser(person);
  const stranger = secretIn((await (await house.person()).begin(toApp)).next);
  let { id, next } = await person.begin(toApp);
  let before = secretIn(next);
  for (let count = 0; count < guesses.app; count++) {
    const secret = secretIn(next);
    const { at } = house.clock;
    const right = [-30, 0, 30].map((offset) => codeAt(secret, at + seconds(offset)));
    // The next-best thing to a right code: one of another secret, another person, or another time.
    const near = [codeAt(before, at), codeAt(stranger, at), codeAt(secret, at - seconds(60)), guesser.wrong(...right)];
    const code = near[guesser.draw(near.length)] ?? assert.fail();
    const isRight = right.includes(code);
    const fault = await guesser.guess(id, isRight ? guesser.wrong(...right) : code);
    guesser.pause(fault);
    if (guesser.draw(6) === 0) elsewhere(person);
    const isOver = fault.code === 'attempts_exhausted' || fault.code === 'enrollment_gone';
    const begins = isOver || guesser.draw(5) === 0;
    if (!begins) continue;
    const restart = guesser.draw(2) === 0;
    // Old enrolments run out in half an hour; whatever is found, a wrong code in it is one more.
    const found = await insist(person, () => person.begin(restart ? { ...toApp, restart: true } : toApp));
    if (found.id !== id) before = secret;
    ({ id, next } = found);
  }
  context.diagnostic(`${String(guesser.counted)} were looked at, ${String(guesser.locks)} locks`);
  assert.ok(guesser.locks > guesses.app / 60 && guesser.counted > guesses.app / 3);
  assert.deepEqual((await person.load()).methods, []);
});
