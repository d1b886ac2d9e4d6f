/**
 * After whole passages, right and wrong, no table and no log holds a code, a secret, a whole number or an address.
 *
 * In the clear by design, and looked for everywhere else: `accounts.label`, what the person and the app read as the name
 * of the account, here the address that the organisation knows them by; `accounts.email`, where notices go, because the
 * sign-in and the notices have to read it while the person is away.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Trouble } from '../../../../demo/server/reference/index.js';
import { Canaries, dump } from './canaries.js';
import {
  House,
  matchNumberIn,
  mobile,
  type Person,
  provisionIn,
  refusal,
  secretIn,
  seconds,
  toApp,
  toCall,
  toMobile,
  toPush,
} from '../person.js';

const inTheClear: ReadonlySet<string> = new Set(['accounts.label', 'accounts.email']);
const consoles = ['log', 'info', 'warn', 'error', 'debug', 'trace'] as const;

let house: House;
const said: string[] = [];
const restore: (() => void)[] = [];
before(async () => {
  house = await House.open();
  for (const name of consoles) {
    const real = console[name];

    console[name] = (...parts: unknown[]) => void said.push(parts.map(String).join(' '));
    restore.push(() => {
      console[name] = real;
    });
  }
  for (const stream of [process.stderr] as const) {
    const real = stream.write.bind(stream);
    stream.write = (chunk: string | Uint8Array) => said.push(String(chunk)) > 0;
    restore.push(() => {
      stream.write = real;
    });
  }
});
after(async () => {
  for (const undo of restore) undo();
  await house.database.close();
});

const canaries = new Canaries();
const address = 'mika1@contoso.example';
/** Two digits are everywhere; of the number to compare it is looked at where it is kept. */
const matchNumbers: string[] = [];

/** Opens an app's enrolment, mistypes, starts over, registers. */
async function app(person: Person): Promise<void> {
  const first = await person.begin(toApp);
  canaries.appSecret(secretIn(first.next));
  canaries.code(person.appCode(first.next));
  const { id, next } = await person.begin({ ...toApp, restart: true });
  canaries.appSecret(secretIn(next));
  const early = person.appCode(next, -seconds(300));
  canaries.code(early);
  await refusal(person.type(id, early));
  const code = person.appCode(next);
  canaries.code(code);
  await person.type(id, code);
  await refusal(person.type(id, code));
  house.pass(seconds(60));
  const { methods } = await person.load();
  const later = person.appCode(next);
  canaries.code(later);
  assert.equal(await person.backend.acceptCode(person.id, methods[0]?.id ?? '', later), 'accepted');
}

async function text(person: Person): Promise<void> {
  const { id } = await person.begin(toMobile);
  canaries.number(mobile);
  canaries.code(await person.textedCode());
  house.pass(seconds(30));
  await person.sendAgain(id);
  const code = await person.textedCode();
  canaries.code(code);
  await refusal(person.begin({ ...toMobile, number: '+81312345678' }));
  canaries.number('+81312345678');
  await person.type(id, code);
  // One that is left open, with its message on its way.
  canaries.number('+819087654321');
  await person.begin({ ...toMobile, number: '+819087654321' });
  canaries.code(await person.textedCode());
}

async function call(person: Person, calls: 'keypress' | 'spoken-code'): Promise<void> {
  const number = calls === 'keypress' ? '+819011112222' : '+819033334444';
  canaries.number(number);
  house.pass(seconds(3600));
  const { id } = await person.begin({ ...toCall, number });
  const rang = await person.call();
  await person.telephone.answer(rang.id);
  if (calls === 'keypress') return await person.telephone.press(rang.id, '#');
  const spoken =
    /(?:\d ){5}\d/.exec((await person.call()).text)?.[0]?.replaceAll(' ', '') ?? assert.fail('no code spoken');
  canaries.code(spoken);
  await person.type(id, spoken);
}

async function push(person: Person): Promise<void> {
  const { id, next } = await person.begin(toPush);
  const { manual, uri } = provisionIn(next);
  canaries.pairingCode(manual[0]?.value ?? '');
  canaries.pairingCode(uri.slice(uri.indexOf('#') + 1));
  const { deviceId } = await person.pair(next);
  for (const decision of ['deny', 'approve'] as const) {
    const shown = matchNumberIn((await person.sendAgain(id)).next);
    matchNumbers.push(shown);
    await person.backend.companion.answer(deviceId, await person.request(deviceId), decision, shown);
  }
  // Another is left open, paired and asked.
  const open = await person.begin(toPush);
  canaries.pairingCode(provisionIn(open.next).manual[0]?.value ?? '');
  await person.pair(open.next);
  matchNumbers.push(matchNumberIn((await person.sendAgain(open.id)).next));
}

/** Everything goes wrong at once: what is thrown quotes the message. */
async function trouble(person: Person): Promise<void> {
  canaries.number('+819055556666');
  person.backend = house.backend({
    provider: { send: (message) => Promise.reject(new Error(`cannot text ${JSON.stringify(message)}`)) },
    numbers: {
      lineOf: (number) => (number.endsWith('7777') ? Promise.reject(new Error(number)) : 'mobile'),
      countryOf: () => 'JP',
    },
    mailer: {
      send: (mail) => Promise.reject(new Error(`cannot mail ${mail.to}: ${mail.text}`)),
      close: async () => undefined,
    },
  });
  house.pass(seconds(3600));
  await person.begin({ ...toMobile, number: '+819055556666' });
  canaries.number('+819077777777');
  await refusal(person.begin({ ...toMobile, number: '+819077777777' }));
  house.pass(seconds(60));
  await person.backend.work();
}

test('after whole passages nothing secret is in any table, on any console, or in any report', async () => {
  const person = await house.person();
  canaries.address(address);
  await app(person);
  await text(person);
  await call(person, 'keypress');
  const spoken = person.backend;
  person.backend = house.backend({ provider: person.telephone, calls: 'spoken-code' });
  await call(person, 'spoken-code');
  person.backend = spoken;
  await push(person);
  const { methods } = await person.load();
  assert.deepEqual([...new Set(methods.map(({ kind }) => kind))].sort(), ['phone', 'push', 'totp']);
  const troubles: readonly Trouble[] = house.troubles;
  assert.deepEqual(troubles, []);
  await trouble(person);
  assert.ok(troubles.length >= 3);

  const rows = await dump(house.database.db);
  assert.ok(new Set(rows.map(({ table }) => table)).size > 12 && canaries.size > 80);
  const found = rows.flatMap(({ table, columns }) =>
    Object.entries(columns).flatMap(([column, value]) => {
      const place = `${table}.${column}`;
      const names = inTheClear.has(place)
        ? []
        : canaries.foundIn(typeof value === 'string' ? value : (JSON.stringify(value) ?? ''));
      return names.map((name) => `${name} in ${place}`);
    }),
  );
  assert.deepEqual(found, []);
  // In the clear, as said above; so that the search is known to find what is there.
  const labels = rows
    .filter(({ table }) => table === 'accounts')
    .map(({ columns }) => canaries.foundIn(String(columns['label'])));
  assert.deepEqual(labels, [['address']]);
  for (const { columns } of rows.filter(({ table }) => table === 'approvals')) {
    const { match_number: kept, ...others } = columns;
    for (const value of [kept, ...Object.values(others)]) assert.ok(!matchNumbers.includes(String(value)));
  }
  for (const line of [...said, ...troubles.map((one) => JSON.stringify(one))])
    assert.deepEqual(canaries.foundIn(line), []);
});

test('the search finds a secret in each of its forms', async () => {
  const own = new Canaries();
  own.code('123456');
  own.appSecret('JBSWY3DPEHPK3PXP');
  own.number('+819012345678');
  for (const text of [
    'code 123456.',
    '123 456',
    Buffer.from('123456').toString('base64'),
    '48656c6c6f21deadbeef',
    '9012345678',
  ]) {
    assert.equal(own.foundIn(`[${text}]`).length > 0, true, text);
  }
  assert.deepEqual(own.foundIn('1234567 +81 **-****-5678 1768467610000'), []);
});
