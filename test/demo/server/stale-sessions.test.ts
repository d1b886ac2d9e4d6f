/** What is open shows secrets: a sign-in that is too old sees those of its own session, and no others (R7, R23). */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { everything, House, refusal, toApp, toMobile } from './person.js';

const house = await House.shared();

const how = { kind: 'password' } as const;
const requirements = [
  ...everything,
  { id: 'codes', anyOf: [{ kind: 'recovery-codes', usage: ['recovery'] }] },
] as const;

for (const request of [toApp, { kind: 'recovery-codes' }] as const) {
  test(`the secrets of ${request.kind} are not shown to an old sign-in that did not begin it`, async () => {
    const person = await house.person({ requirements });
    const seenBy = (sessionId: string, isStale: boolean) =>
      person.backend
        .adapterFor({ accountId: person.id, sessionId, ...(isStale && { mustReauthenticate: how }) })
        .get(id, person.options());
    const { id, next } = await person.begin(request);
    assert.deepEqual(await refusal(seenBy('left open elsewhere', true)), { code: 'reauth_required', how });
    assert.deepEqual((await seenBy(person.session, true)).next, next);
    assert.deepEqual((await seenBy('just signed in', false)).next, next);
  });
}

test('an old sign-in has no number looked up, which may cost money, and nothing hashed', async () => {
  let asked = 0;
  const numbers = {
    lineOf: () => {
      asked++;
      return 'mobile' as const;
    },
    countryOf: () => undefined,
  };
  let drawn = 0;
  const random = (length: number): Uint8Array => {
    drawn++;
    return new Uint8Array(length);
  };
  const person = await house.person({ requirements, numbers, random });
  const stale = person.backend.adapterFor({ accountId: person.id, sessionId: 'old', mustReauthenticate: how });
  for (const request of [toMobile, { kind: 'recovery-codes' }] as const)
    assert.deepEqual(await refusal(stale.begin(request, person.options())), { code: 'reauth_required', how });
  assert.deepEqual([asked, drawn], [0, 0]);
});
