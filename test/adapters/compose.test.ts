/** Two backends behind one adapter: one knows apps, the other phones, and a wizard sees one. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compose } from '../../src/adapters/compose.js';
import { withPolicy } from '../../src/adapters/with-policy.js';
import type { SecurityInfoAdapter } from '../../src/contract/adapter.js';
import type { EnrollmentId, MethodId } from '../../src/contract/enrollment.js';
import {
  codeAt,
  type FullAdapter,
  methodIn,
  Person,
  phoneOffer,
  refusal,
  secretIn,
  seconds,
  toApp,
  toMobile,
  totpOffer,
} from './memory/person.js';

interface Two {
  /** The person at the base, which knows apps. */
  readonly apps: Person;
  /** The same person at the part, which knows phones. Both call through the composed adapter. */
  readonly phones: Person;
  readonly composed: FullAdapter;
}

type Lacking = (adapter: FullAdapter) => SecurityInfoAdapter;
const whole: Lacking = (adapter) => adapter;

function two(atBase: Lacking = whole, atPart: Lacking = whole): Two {
  const apps = new Person({ requirements: [{ id: 'app', anyOf: [totpOffer, phoneOffer] }] });
  const phones = new Person({ requirements: [{ id: 'phone', anyOf: [phoneOffer, totpOffer] }], password: 'other' });
  const composed = compose(atBase(apps.adapter), { phone: atPart(phones.adapter) }) as FullAdapter;
  for (const person of [apps, phones]) Object.assign(person, { adapter: composed });
  return { apps, phones, composed };
}

const without =
  (...names: readonly (keyof SecurityInfoAdapter)[]): Lacking =>
  (adapter) =>
    Object.fromEntries(
      Object.entries(adapter).filter(([name]) => !(names as readonly string[]).includes(name)),
    ) as unknown as SecurityInfoAdapter;

test('each kind is enrolled where it is at home, and all methods are told together', async () => {
  const { apps, phones } = two();
  await apps.registerApp();
  await phones.registerPhone();
  const { methods } = await apps.load();
  assert.deepEqual(
    methods.map(({ kind }) => kind),
    ['totp', 'phone'],
  );
  assert.equal((await apps.backend.adapter.load(apps.options())).methods.length, 1);
  assert.equal((await phones.backend.adapter.load(phones.options())).methods.length, 1);
});

test('an id finds its part again: for a code, a look, another message and an end', async () => {
  const { apps, phones } = two();
  const app = await apps.begin(toApp);
  const phone = await phones.begin(toMobile);
  assert.equal((await phones.get(app.id)).kind, 'totp');
  assert.deepEqual(
    (await apps.load()).pending.map(({ id }) => id),
    [app.id, phone.id],
  );
  phones.pass(seconds(30));
  assert.equal((await phones.sendAgain(phone.id)).id, phone.id);
  assert.equal(phones.backend.messages().length, 2);
  await phones.cancel(phone.id);
  assert.deepEqual(
    (await apps.load()).pending.map(({ id }) => id),
    [app.id],
  );
  const done = await apps.type(app.id, codeAt(secretIn(app.next), apps.clock.at));
  assert.equal(done.id, app.id);
  assert.equal(methodIn(done), (await apps.load()).methods[0]?.id);
});

test('an id that no part gave out is gone, and ending it is no mistake', async () => {
  const { apps } = two();
  for (const id of ['unknown', 'email:1', ''] as EnrollmentId[]) {
    assert.deepEqual(await refusal(apps.get(id)), { code: 'enrollment_gone', reason: 'unknown' });
    await apps.cancel(id);
  }
  assert.deepEqual(await refusal(apps.remove('email:1' as MethodId)), { code: 'method_unavailable' });
});

test('what is required is the word of the base, and so are account and skipping', async () => {
  const { apps, phones, composed } = two();
  const info = await apps.load();
  assert.deepEqual(apps.statuses(info), { app: 'open' });
  assert.equal(info.account.label, 'mika@contoso.example');
  assert.deepEqual(await refusal(composed.skip('phone', phones.options())), { code: 'policy_denied' });
});

test('a method is removed where it is, and the rest is told with it', async () => {
  const { apps, phones } = two();
  await apps.registerApp();
  const phoneId = await phones.registerPhone();
  const { methods } = await apps.remove(phoneId);
  assert.deepEqual(
    methods.map(({ kind }) => kind),
    ['totp'],
  );
});

test('of two defaults the one set last counts', async () => {
  const { apps, phones } = two();
  const appId = await apps.registerApp();
  const phoneId = await phones.registerPhone();
  assert.equal((await apps.load()).defaultMethod?.methodId, appId);
  assert.equal((await apps.setDefault({ methodId: phoneId })).defaultMethod?.methodId, phoneId);
  assert.equal((await apps.load()).defaultMethod?.methodId, phoneId);
  assert.equal((await apps.setDefault({ methodId: appId })).defaultMethod?.methodId, appId);
});

test('a method is replaced within its part, and never by another kind', async () => {
  const { apps, phones } = two();
  const replaces = await phones.registerPhone();
  const { id, replaces: told } = await phones.begin({ ...toMobile, number: '+819011112222', replaces });
  assert.equal(told, replaces);
  await phones.type(id, phones.textedCode());
  const { methods } = await phones.load();
  assert.equal(methods.length, 1);
  assert.deepEqual(await refusal(apps.begin({ ...toApp, replaces: methods[0]!.id })), { code: 'policy_denied' });
});

test('the method to remove first is named as it is told elsewhere', async () => {
  const { phones } = two();
  const removeFirst = await phones.registerPhone();
  const own = (await phones.backend.adapter.load(phones.options())).methods[0]!.id;
  phones.backend.refuse('begin', { code: 'conflict', with: 'own', removeFirst: own });
  const fault = await refusal(phones.begin(toMobile));
  assert.deepEqual(fault, { code: 'conflict', with: 'own', removeFirst });
  assert.equal((await phones.remove(removeFirst)).methods.length, 0);
});

test('the password goes to the part that asked for it', async () => {
  const { apps, phones, composed } = two();
  phones.backend.requireStepUp();
  assert.equal((await refusal(phones.begin(toMobile))).code, 'reauth_required');
  await composed.reauthenticate({ password: 'other' }, phones.options());
  assert.equal((await phones.begin(toMobile)).kind, 'phone');
  apps.backend.requireStepUp();
  assert.equal((await refusal(apps.begin(toApp))).code, 'reauth_required');
  await composed.reauthenticate({ password: 'open sesame' }, apps.options());
});

test('a capability is absent only if nobody has it; whoever lacks it refuses', async () => {
  const { apps, phones, composed } = two(without('challenge', 'cancel', 'get'), without('get'));
  assert.equal(composed.get, undefined);
  assert.deepEqual((await apps.load()).absent, ['get']);
  const app = await apps.begin(toApp);
  assert.deepEqual(await refusal(apps.sendAgain(app.id)), { code: 'unsupported' });
  await apps.cancel(app.id);
  const phone = await phones.begin(toMobile);
  phones.pass(seconds(30));
  assert.equal((await phones.sendAgain(phone.id)).id, phone.id);
});

test('what a part says that it lacks is believed as if the function were missing', async () => {
  const saysSo: Lacking = (adapter) => ({
    ...adapter,
    load: async (options) => ({ ...(await adapter.load(options)), absent: ['challenge'] }),
  });
  const { apps, phones } = two(saysSo);
  assert.deepEqual((await apps.load()).absent, []);
  const { id } = await apps.begin(toApp);
  assert.deepEqual(await refusal(apps.sendAgain(id)), { code: 'unsupported' });
  const both = two(saysSo, saysSo);
  assert.deepEqual((await both.apps.load()).absent, ['challenge']);
  assert.equal(phones.backend.messages().length, 0);
});

test('what a backend knows of kinds that are at home elsewhere is not told', async () => {
  const { apps, phones } = two();
  const strayApp = await phones.backend.adapter.begin(toApp, phones.options());
  const phoneAtBase = new Person({ requirements: [{ id: 'any', anyOf: [phoneOffer] }] });
  await phoneAtBase.registerPhone();
  assert.equal(strayApp.kind, 'totp');
  assert.deepEqual((await apps.load()).pending, []);
  const composed = compose(phoneAtBase.adapter, { phone: phones.backend.adapter });
  const { methods, defaultMethod } = await composed.load(apps.options());
  assert.deepEqual([methods, defaultMethod], [[], undefined]);
});

test('one adapter may stand for several kinds, and is asked once', async () => {
  let loads = 0;
  const person = new Person();
  const counting: FullAdapter = {
    ...person.adapter,
    load: (options) => {
      loads += 1;
      return person.backend.adapter.load(options);
    },
  };
  const empty = new Person({ requirements: [] });
  Object.assign(person, { adapter: compose(empty.adapter, { totp: counting, phone: counting }) });
  await person.registerApp();
  await person.registerPhone();
  assert.equal((await person.load()).methods.length, 2);
  assert.equal(loads, 1);
});

test('where one part cannot answer, nobody is told half of it', async () => {
  const { apps, phones } = two();
  phones.backend.refuse('load', { code: 'server' });
  assert.deepEqual(await refusal(apps.load()), { code: 'server' });
  assert.equal((await apps.load()).methods.length, 0);
});

test('an abort is the reason of the caller, whichever part is asked', async () => {
  const { phones } = two();
  const left = new AbortController();
  const call = phones.adapter.begin(toMobile, phones.options({ signal: left.signal }));
  left.abort(new Error('left'));
  await assert.rejects(call, { message: 'left' });
});

test('with a policy around both, what either registers counts', async () => {
  const { apps, phones, composed } = two();
  const planned = withPolicy(composed, {
    policy: {
      mfa: { enforcement: 'conditional' },
      sspr: { enabled: true, requireAtSignIn: true, count: 2 },
      methods: [
        { kind: 'totp', usage: ['sign-in', 'recovery'] },
        { kind: 'phone', usage: ['sign-in', 'recovery'], channels: ['sms'] },
      ],
    },
  });
  for (const person of [apps, phones]) Object.assign(person, { adapter: planned });
  assert.deepEqual(apps.statuses(await apps.load()), { 'sign-in': 'open', 'recovery-2': 'open' });
  await apps.registerApp();
  await phones.registerPhone();
  assert.deepEqual(apps.statuses(await apps.load()), { 'sign-in': 'satisfied', 'recovery-2': 'satisfied' });
});
