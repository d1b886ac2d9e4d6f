/** The sign-in form's own brake: guesses at a password are counted by account, whatever the request looks like. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openSignIn } from '../../../demo/server/http/sign-in.js';
import { policy } from '../../../demo/server/policy.js';
import { House } from './person.js';

const origin = 'http://localhost:4173';
const password = 'correct horse battery';
const house = await House.shared({ isTroubled: true });
const signIn = await openSignIn({ pool: house.database.pool, origin, secret: 'a secret of thirty-two characters' });

async function knock(email: string, typed: string, tail = ''): Promise<number> {
  const headers = { origin, 'content-type': 'application/json' };
  const body = JSON.stringify({ email, password: typed });
  const url = `${origin}/api/auth/sign-in/email${tail}`;
  return (await signIn.handle(new Request(url, { method: 'POST', headers, body }))).status;
}

test('guesses are held back, also where a query string is added and the address is spelt otherwise', async () => {
  await signIn.create({ email: 'mika@contoso.example', password, scenario: 'P1' });
  const guesses = ['mika@contoso.example', 'Mika@Contoso.example'].flatMap((email) =>
    ['', '?x=1', '?/sign-in/email'].map((tail) => [email, tail] as const),
  );
  for (let tried = 0; tried < policy.passwordTries; tried += 1) {
    const [email, tail] = guesses[tried % guesses.length] ?? assert.fail();
    assert.equal(await knock(email, `wrong ${String(tried)}`, tail), 401);
  }
  for (const [email, tail] of guesses) assert.equal(await knock(email, password, tail), 429);
});

test('no guess goes uncounted because it is sent in another form', async () => {
  await signIn.create({ email: 'nao@contoso.example', password, scenario: 'P1' });
  const send = async (fields: readonly (readonly [string, string])[]): Promise<number> => {
    const headers = { origin, 'content-type': 'application/x-www-form-urlencoded' };
    const body = new URLSearchParams(fields.map(([name, value]) => [name, value]));
    return (await signIn.handle(new Request(`${origin}/api/auth/sign-in/email`, { method: 'POST', headers, body })))
      .status;
  };
  const email = ['email', 'nao@contoso.example'] as const;
  let guessed = 0;
  for (let tried = 0; tried < 2 * policy.passwordTries; tried += 1) {
    const wrong = ['password', `wrong ${String(tried)}`] as const;
    const status = await send(tried % 2 === 0 ? [email, wrong] : [['email', 'rin@contoso.example'], email, wrong]);
    if (status === 401) guessed += 1;
  }
  assert.ok(guessed <= policy.passwordTries, `${String(guessed)} guesses were looked at`);
  assert.notEqual(await send([email, ['password', password]]), 200);
});

test('whoever knows the password is not held back by signing in often', async () => {
  await signIn.create({ email: 'rin@contoso.example', password, scenario: 'P1' });
  for (let times = 0; times <= policy.passwordTries; times += 1) {
    assert.equal(await knock('rin@contoso.example', password), 200);
  }
});

test('the address of whoever was guessed at does not stand in the database', async () => {
  const { rows } = await house.database.pool.query('select key from rate_limits');
  assert.ok(rows.length > 0);
  assert.doesNotMatch(JSON.stringify(rows), /mika|rin|contoso/i);
});
