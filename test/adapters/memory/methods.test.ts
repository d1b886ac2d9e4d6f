/** Registered methods: which is the default, which can go, and what a requirement says about it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { MethodId } from '../../../src/contract/enrollment.js';
import type { RegisteredMethod } from '../../../src/contract/security-info.js';
import { codeAt, Person, phoneOffer, refusal, secretIn, toApp, toMobile, totpOffer } from './person.js';

const old: RegisteredMethod = {
  id: 'old-phone' as MethodId,
  kind: 'phone',
  label: '+81 **-****-1111',
  usage: ['sign-in'],
  channels: ['sms'],
  canBeDefault: true,
  removable: true,
};
const recovery: RegisteredMethod = { ...old, id: 'recovery' as MethodId, usage: ['recovery'], canBeDefault: false };
const fixed: RegisteredMethod = { ...old, id: 'fixed' as MethodId, removable: false };

test('the first method that is good for sign-in is the default, and a weaker one leaves it so', async () => {
  const person = new Person({ methods: [recovery] });
  assert.equal((await person.load()).defaultMethod, undefined);
  const app = await person.registerApp();
  assert.deepEqual((await person.load()).defaultMethod, { methodId: app });
  await person.registerPhone();
  assert.deepEqual((await person.load()).defaultMethod, { methodId: app });
});

test('what was registered before is there, and the first of it is the default', async () => {
  const person = new Person({ methods: [recovery, old] });
  const { methods, defaultMethod } = await person.load();
  assert.deepEqual(methods, [recovery, old]);
  assert.deepEqual(defaultMethod, { methodId: 'old-phone', channel: 'sms' });
});

test('a method for recovery only never becomes the default', async () => {
  const offer = { ...phoneOffer, usage: ['recovery'] } as const;
  const person = new Person({ requirements: [{ id: 'phone', anyOf: [offer] }] });
  const methodId = await person.registerPhone();
  const { methods, defaultMethod } = await person.load();
  assert.deepEqual([methods[0]?.canBeDefault, methods[0]?.usage, defaultMethod], [false, ['recovery'], undefined]);
  assert.deepEqual(await refusal(person.setDefault({ methodId })), { code: 'policy_denied' });
});

test('the person chooses the default, and the channel it is used by', async () => {
  const person = new Person();
  const app = await person.registerApp();
  const methodId = await person.registerPhone();
  assert.deepEqual((await person.setDefault({ methodId, channel: 'sms' })).defaultMethod, { methodId, channel: 'sms' });
  assert.deepEqual(await refusal(person.setDefault({ methodId, channel: 'call' })), { code: 'policy_denied' });
  assert.deepEqual(await refusal(person.setDefault({ methodId: app, channel: 'sms' })), { code: 'policy_denied' });
  assert.deepEqual((await person.setDefault({ methodId: app })).defaultMethod, { methodId: app });
});

test('a removed method is gone, and the next one that is good for sign-in is the default', async () => {
  const person = new Person({ methods: [recovery] });
  const app = await person.registerApp();
  const { methods } = await person.load();
  assert.deepEqual(
    methods.map(({ id }) => id),
    ['recovery', app],
  );
  const second = await person.registerApp();
  const left = await person.remove(app);
  assert.deepEqual(
    left.methods.map(({ id }) => id),
    ['recovery', second],
  );
  assert.deepEqual(left.defaultMethod, { methodId: second });
  assert.equal((await person.remove(second)).defaultMethod, undefined);
  assert.equal((await refusal(person.remove(app))).code, 'enrollment_gone');
});

test('what the organisation holds on to cannot be removed', async () => {
  const person = new Person({ methods: [fixed] });
  assert.deepEqual(await refusal(person.remove(fixed.id)), { code: 'policy_denied' });
});

test('a registered method satisfies the first open requirement that offers it, and no second one', async () => {
  const person = new Person({
    requirements: [
      { id: 'one', anyOf: [phoneOffer] },
      { id: 'two', anyOf: [phoneOffer, totpOffer] },
      { id: 'three', anyOf: [totpOffer] },
    ],
  });
  await person.registerApp();
  assert.deepEqual(person.statuses(await person.load()), { one: 'open', two: 'satisfied', three: 'open' });
  await person.registerApp();
  assert.deepEqual(person.statuses(await person.load()), { one: 'open', two: 'satisfied', three: 'satisfied' });
  await person.registerApp();
  await person.registerPhone();
  assert.deepEqual(person.statuses(await person.load()), { one: 'satisfied', two: 'satisfied', three: 'satisfied' });
});

test('a requirement is satisfied by the offer it names, not by another of the same kind', async () => {
  const person = new Person({
    requirements: [
      { id: 'office', anyOf: [{ ...phoneOffer, offerId: 'office' }] },
      { id: 'mobile', anyOf: [{ ...phoneOffer, offerId: 'mobile' }] },
    ],
  });
  await person.registerPhone({ ...toMobile, offerId: 'mobile' });
  assert.deepEqual(person.statuses(await person.load()), { office: 'open', mobile: 'satisfied' });
});

test('a requirement that was put off is satisfied when nothing open offers the method', async () => {
  const person = new Person();
  await person.skip('phone');
  await person.registerPhone();
  assert.deepEqual(person.statuses(await person.load()), { app: 'open', phone: 'satisfied' });
});

test('removing what satisfied a requirement opens it again, unless another method can stand in', async () => {
  const person = new Person();
  const first = await person.registerApp();
  const second = await person.registerApp();
  assert.deepEqual(person.statuses(await person.remove(first)), { app: 'satisfied', phone: 'open' });
  assert.deepEqual(person.statuses(await person.remove(second)), { app: 'open', phone: 'open' });
});

test('a method that satisfies one requirement does not stand in for another', async () => {
  const person = new Person({
    requirements: [
      { id: 'one', anyOf: [totpOffer] },
      { id: 'two', anyOf: [totpOffer] },
    ],
  });
  const first = await person.registerApp();
  await person.registerApp();
  assert.deepEqual(person.statuses(await person.remove(first)), { one: 'open', two: 'satisfied' });
});

test('a requirement born satisfied opens when the method behind it goes, and stays where none is known', async () => {
  const requirements = [
    { id: 'phone', anyOf: [phoneOffer], status: 'satisfied' },
    { id: 'elsewhere', anyOf: [totpOffer], status: 'satisfied' },
  ] as const;
  const person = new Person({ requirements, methods: [old] });
  assert.deepEqual(person.statuses(await person.load()), { phone: 'satisfied', elsewhere: 'satisfied' });
  assert.deepEqual(person.statuses(await person.remove(old.id)), { phone: 'open', elsewhere: 'satisfied' });
});

test('a phone from before is replaced by the new one under its offer, not by one under another', async () => {
  const offers = ['mobile', 'office'].map((offerId) => ({ ...phoneOffer, offerId }));
  const requirements = offers.map((offer) => ({ id: offer.offerId, anyOf: [offer], status: 'satisfied' }) as const);
  const office = { ...old, id: 'old-office' as MethodId };
  const third = { ...old, id: 'old-third' as MethodId };
  const person = new Person({ requirements, methods: [old, office, third] });
  const replaced = await person.registerPhone({ ...toMobile, offerId: 'office' });
  assert.deepEqual(
    (await person.load()).methods.map(({ id }) => id),
    [old.id, third.id, replaced],
  );
  assert.deepEqual(person.statuses(await person.load()), { mobile: 'satisfied', office: 'satisfied' });
});

test('nothing is registered before it is proved', async () => {
  const person = new Person();
  const before = (await person.load()).methods;
  const app = await person.begin(toApp);
  const phone = await person.begin(toMobile);
  await refusal(person.type(app.id, person.textedCode()));
  await refusal(person.type(phone.id, codeAt(secretIn(app.next), person.clock.at)));
  assert.deepEqual((await person.load()).methods, before);
});
