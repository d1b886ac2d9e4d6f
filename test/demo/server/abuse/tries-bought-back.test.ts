/** Registering what nobody can get wrong, or what one has drawn up oneself, buys no wrong try back (R26). */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Enrollment } from '../../../../src/contract/enrollment.js';
import { everything, House, minutes, type Person, refusal, toApp, toMobile } from '../person.js';

const house = await House.shared();

const requirements = [
  ...everything,
  { id: 'codes', anyOf: [{ kind: 'recovery-codes', usage: ['recovery'] }] },
] as const;

const somebody = (): Promise<Person> => house.person({ limits: { waits: [] }, requirements });

const leftIn = ({ next }: Enrollment): number | undefined =>
  'attemptsLeft' in next ? next.attemptsLeft : assert.fail(`nothing to type but ${next.type}`);

async function guessWrong(person: Person, { id }: Enrollment, times: number): Promise<void> {
  const wrong = (await person.textedCode()) === '000000' ? '111111' : '000000';
  for (let i = 0; i < times; i++) assert.equal((await refusal(person.type(id, wrong))).code, 'invalid_code');
}

const ways: Readonly<Record<string, (person: Person) => Promise<unknown>>> = {
  'recovery codes, which are only acknowledged': async (person) => {
    const { id } = await person.begin({ kind: 'recovery-codes' });
    return await person.adapter.verify(id, { type: 'acknowledged' }, person.options());
  },
  'an app whose key was on the page': (person) => person.registerApp(toApp),
};

for (const [what, register] of Object.entries(ways)) {
  test(`wrong codes for a number stay counted after the registration of ${what}`, async () => {
    const person = await somebody();
    const texted = await person.begin(toMobile);
    await guessWrong(person, texted, 6);
    await register(person);
    assert.equal(leftIn(await person.begin({ ...toMobile, restart: true })), 4);
  });
}

test('whoever gets it right in the end has the wrong tries of that enrolment forgiven', async () => {
  const person = await somebody();
  const { id } = await person.begin(toMobile);
  await guessWrong(person, await person.get(id), 6);
  await person.type(id, await person.textedCode());
  assert.equal(leftIn(await person.begin({ ...toMobile, number: '+819055550002' })), 10);
});

test('a lock that has run out leaves no rest behind', async () => {
  const limits = { waits: [], enrollmentLife: minutes(30) };
  const person = await house.person({ limits, requirements });
  const app = await person.begin(toApp);
  const first = await person.begin({ ...toMobile, number: '+819055550001' });
  await refusal(person.type(app.id, '000000'));
  await guessWrong(person, first, 8);
  assert.equal((await refusal(person.type(app.id, '000000'))).code, 'attempts_exhausted');
  house.pass(minutes(10));
  await person.type(app.id, person.appCode(app.next));
  assert.equal(leftIn(await person.begin({ ...toMobile, number: '+819055550003' })), 10);
});
