/** One code, twenty requests: it is worth one registration, and nothing ever after. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codeAt, House, methodIn, seconds, secretIn, toApp, toMobile } from '../person.js';
import { answerIn, handlerOf, requestOf } from '../over-http.js';
import type { Person } from '../person.js';

const copies = 20;

const house = await House.shared();

/** Hands the code in by so many requests at once, each at an instance of its own; returns what each was told. */
async function handIn(person: Person, id: string, code: string): Promise<readonly string[]> {
  const who = { accountId: person.id, sessionId: person.session };
  const body = { type: 'code', code };
  const responses = await Promise.all(
    Array.from({ length: copies }, () =>
      handlerOf(house.backend({ provider: person.telephone }), who)(requestOf('verify', { id, body })),
    ),
  );
  const answers = await Promise.all(responses.map(answerIn));
  return answers.map((answer) => ('fault' in answer ? reasonOf(answer.fault) : answer.next.type));
}

function reasonOf(fault: { readonly code: string; readonly reason?: string }): string {
  return [fault.code, fault.reason].filter((part) => part !== undefined).join(' ');
}

const once = ['done', ...Array.from({ length: copies - 1 }, () => 'invalid_code replayed')];
const never = Array.from({ length: copies }, () => 'invalid_code replayed');

test("an app's code registers it once over twenty requests at once, and is never good again", async () => {
  const person = await house.person();
  const { id, next } = await person.begin(toApp);
  const code = person.appCode(next);
  assert.deepEqual([...(await handIn(person, id, code))].sort(), once);
  const { methods } = await person.load();
  assert.equal(methods.length, 1);
  // For as long as the window of that code is open, and a while longer.
  for (const wait of [0, 20, 15, 30, 600]) {
    house.pass(seconds(wait));
    for (const told of await handIn(person, id, code)) assert.notEqual(told, 'done');
    const methodId = methods[0]?.id ?? assert.fail();
    const signIns = Array.from({ length: copies }, () => person.backend.acceptCode(person.id, methodId, code));
    // Refused, or not even looked at any more.
    for (const told of await Promise.all(signIns)) assert.notEqual(told, 'accepted');
  }
  assert.equal((await person.load()).methods.length, 1);
});

test('a code of the step before does not sign in after the one that registered the app', async () => {
  const person = await house.person();
  const { id, next } = await person.begin(toApp);
  const methodId = methodIn(await person.type(id, person.appCode(next)));
  const before = codeAt(secretIn(next), house.clock.at - seconds(30));
  assert.equal(await person.backend.acceptCode(person.id, methodId, before), 'refused');
});

test('a sign-in with one code at twenty instances at once works once', async () => {
  const person = await house.person();
  const { id, next } = await person.begin(toApp);
  const methodId = methodIn(await person.type(id, person.appCode(next)));
  house.pass(seconds(60));
  const code = person.appCode(next);
  const signIn = (): ReturnType<typeof person.backend.acceptCode> =>
    house.backend().acceptCode(person.id, methodId, code);
  const told = await Promise.all(Array.from({ length: copies }, signIn));
  assert.equal(told.filter((outcome) => outcome === 'accepted').length, 1);
  for (const again of await Promise.all([signIn(), signIn()])) assert.notEqual(again, 'accepted');
});

test('a texted code registers its number once over twenty requests at once', async () => {
  const person = await house.person();
  const { id } = await person.begin(toMobile);
  const code = await person.textedCode();
  assert.deepEqual([...(await handIn(person, id, code))].sort(), once);
  assert.deepEqual(await handIn(person, id, code), never);
  assert.equal((await person.load()).methods.length, 1);
});
