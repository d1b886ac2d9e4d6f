/** The default: the strongest method, by the channel that proved it, unless the person chose another. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { MethodId } from '../../../src/contract/enrollment.js';
import type { MethodRef, RegisteredMethod } from '../../../src/contract/security-info.js';
import { callOffer, Person, pushOffer, toCall, toMobile, toPush, totpOffer } from './person.js';

const requirements = [{ id: 'any', anyOf: [pushOffer, totpOffer, callOffer] }] as const;

/** How each kind is registered; `text` and `call` are one phone, by either channel. */
const register = {
  push: (person: Person) => person.registerPush(),
  totp: (person: Person) => person.registerApp(),
  text: (person: Person) => person.registerPhone(),
  call: (person: Person) => person.registerByCall(),
} as const;
type Way = keyof typeof register;

async function defaultOf(person: Person): Promise<MethodRef | undefined> {
  return (await person.load()).defaultMethod;
}

for (const [ways, expected, channel] of [
  [['text'], 'text', 'sms'],
  [['call'], 'call', 'voice'],
  [['text', 'totp'], 'totp', undefined],
  [['totp', 'text'], 'totp', undefined],
  [['totp', 'push'], 'push', undefined],
  [['push', 'totp', 'call'], 'push', undefined],
  [['call', 'push', 'totp'], 'push', undefined],
  [['text', 'call'], 'call', 'voice'],
  [['call', 'text'], 'text', 'sms'],
] as const satisfies readonly (readonly [readonly Way[], Way, string | undefined])[]) {
  test(`after ${ways.join(', then ')} the default is ${expected}${channel ? ` by ${channel}` : ''}`, async () => {
    const person = new Person({ requirements });
    const ids = new Map<Way, MethodId>();
    for (const way of ways) ids.set(way, await register[way](person));
    assert.deepEqual(await defaultOf(person), { methodId: ids.get(expected), ...(channel && { channel }) });
  });
}

test('of two that are equally strong the first one stays', async () => {
  const person = new Person({ requirements });
  const first = await person.registerApp();
  await person.registerApp();
  assert.deepEqual(await defaultOf(person), { methodId: first });
});

test('the person may choose a weaker one, and a stronger one that comes later leaves it so', async () => {
  const person = new Person({ requirements });
  await person.registerApp();
  const phone = await person.registerPhone();
  await person.setDefault({ methodId: phone, channel: 'voice' });
  await person.registerPush();
  assert.deepEqual(await defaultOf(person), { methodId: phone, channel: 'voice' });
});

test('a phone that is chosen without a channel is used as it was proved', async () => {
  const person = new Person({ requirements });
  await person.registerApp();
  const phone = await person.registerByCall();
  assert.deepEqual((await person.setDefault({ methodId: phone })).defaultMethod, { methodId: phone, channel: 'voice' });
});

test('when the default goes, the strongest of the rest follows, by the channel that proved it', async () => {
  const person = new Person({ requirements });
  const phone = await person.registerByCall();
  const app = await person.registerApp();
  const push = await person.registerPush();
  assert.deepEqual((await person.remove(push)).defaultMethod, { methodId: app });
  assert.deepEqual((await person.remove(app)).defaultMethod, { methodId: phone, channel: 'voice' });
  assert.equal((await person.remove(phone)).defaultMethod, undefined);
});

test('a choice ends with the method that was chosen', async () => {
  const person = new Person({ requirements });
  const app = await person.registerApp();
  const phone = await person.registerPhone();
  await person.setDefault({ methodId: phone });
  assert.deepEqual((await person.remove(phone)).defaultMethod, { methodId: app });
  const push = await person.registerPush();
  assert.deepEqual(await defaultOf(person), { methodId: push }, 'nothing is chosen any more');
});

test('removing another method leaves the default alone', async () => {
  const person = new Person({ requirements });
  const app = await person.registerApp();
  const push = await person.registerPush();
  await person.setDefault({ methodId: app });
  assert.deepEqual((await person.remove(push)).defaultMethod, { methodId: app });
});

test('a method that takes the place of the chosen one is chosen too, with its channel where it has that', async () => {
  const person = new Person({
    requirements,
    lineOf: (number) => (number.startsWith('+813') ? 'fixed-line' : 'mobile'),
  });
  await person.registerPush();
  const phone = await person.registerPhone();
  await person.setDefault({ methodId: phone, channel: 'sms' });
  const second = await person.registerByCall({ ...toCall, number: '+819087654321' });
  assert.deepEqual(await defaultOf(person), { methodId: second, channel: 'sms' });
  const landline = await person.registerByCall({ ...toCall, number: '+81312345678' });
  assert.deepEqual(await defaultOf(person), { methodId: landline, channel: 'voice' });
  const third = await person.registerPhone(toMobile);
  assert.deepEqual(await defaultOf(person), { methodId: third, channel: 'voice' });
});

test('a method that takes the place of the strongest is the default before its equals', async () => {
  const person = new Person({ requirements });
  const first = await person.registerPush();
  await person.registerPush();
  const heir = await person.registerPush({ ...toPush, replaces: first });
  assert.deepEqual(await defaultOf(person), { methodId: heir });
});

test('of what was registered before, the strongest is the default, by its first channel', async () => {
  const before = (id: string, more: Partial<RegisteredMethod>): RegisteredMethod => ({
    id: id as MethodId,
    kind: 'phone',
    label: id,
    usage: ['sign-in'],
    canBeDefault: true,
    removable: true,
    ...more,
  });
  const phone = before('phone', { channels: ['voice', 'sms'] });
  const recovery = before('recovery', { kind: 'push', canBeDefault: false });
  const app = before('app', { kind: 'totp' });
  const unknown = before('key', { kind: 'hologram' as 'totp' });
  const starts = async (...methods: RegisteredMethod[]): Promise<MethodRef | undefined> =>
    defaultOf(new Person({ requirements, methods }));
  assert.deepEqual(await starts(phone, app, recovery), { methodId: 'app' });
  assert.deepEqual(await starts(unknown, phone), { methodId: 'phone', channel: 'voice' });
  assert.deepEqual(await starts(unknown), { methodId: 'key' });
  assert.equal(await starts(recovery), undefined);
});
