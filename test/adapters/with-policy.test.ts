/** A backend that knows methods and no requirements, with a policy around it: what a wizard then hears. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type SkipRecord, type SkipStore, withPolicy, type WithPolicyOptions } from '../../src/adapters/with-policy.js';
import type { SecurityInfoAdapter } from '../../src/contract/adapter.js';
import type { Offer } from '../../src/contract/enrollment.js';
import type { Requirement } from '../../src/contract/security-info.js';
import type { OrganizationPolicy } from '../../src/policy/index.js';
import { type FullAdapter, minutes, Person, refusal } from './memory/person.js';

const days = (count: number): number => minutes(count * 24 * 60);

const app: Offer<'totp'> = { kind: 'totp', usage: ['sign-in', 'recovery'] };
const phone: Offer<'phone'> = { kind: 'phone', usage: ['sign-in', 'recovery'], channels: ['sms'] };
const push: Offer<'push'> = { kind: 'push', usage: ['sign-in', 'recovery'] };

const twoOfThem: OrganizationPolicy = {
  mfa: { enforcement: 'conditional' },
  sspr: { enabled: true, requireAtSignIn: true, count: 2 },
  methods: [phone, app],
};
const resetOnly: OrganizationPolicy = { ...twoOfThem, mfa: { enforcement: 'none' } };
const nudge: OrganizationPolicy = { mfa: { enforcement: 'none' }, campaign: {}, methods: [phone, push] };

/** Signs in at a backend that takes every method and wants none of them in particular. */
class PlannedPerson extends Person {
  constructor(policy: OrganizationPolicy, options: Partial<WithPolicyOptions> = {}) {
    super({ requirements: [{ id: 'not-ours', anyOf: [app, phone, push] }] });
    this.signIn(policy, options);
  }

  signIn(policy: OrganizationPolicy, options: Partial<WithPolicyOptions> = {}): void {
    const planned = withPolicy(this.backend.adapter, { policy, now: this.clock.now, ...options });
    Object.assign(this, { adapter: planned as FullAdapter });
  }

  async told(): Promise<readonly (readonly [id: string, kind: string, status: Requirement['status']])[]> {
    const { requirements } = await this.load();
    return requirements.map(({ id, anyOf, status }) => [id, anyOf[0].kind, status]);
  }
}

/** One that a test can look into. */
function storeOf(record?: SkipRecord): SkipStore & { kept: SkipRecord | undefined } {
  return {
    kept: record,
    async read() {
      return this.kept;
    },
    async write(written) {
      this.kept = written;
    },
  };
}

test('what is required comes from the policy, and not from the backend [C20]', async () => {
  const person = new PlannedPerson(twoOfThem);
  assert.deepEqual(await person.told(), [
    ['sign-in', 'totp', 'open'],
    ['recovery-2', 'phone', 'open'],
  ]);
});

test('what is met stays in the list, so that the second of two is still the second', async () => {
  const person = new PlannedPerson(twoOfThem);
  await person.load();
  await person.registerApp();
  assert.deepEqual(await person.told(), [
    ['sign-in', 'totp', 'satisfied'],
    ['recovery-2', 'phone', 'open'],
  ]);
  const phoneId = await person.registerPhone();
  assert.deepEqual(person.statuses(await person.load()), { 'sign-in': 'satisfied', 'recovery-2': 'satisfied' });
  assert.deepEqual(person.statuses(await person.remove(phoneId)), { 'sign-in': 'satisfied', 'recovery-2': 'open' });
});

test('the method that was taken instead stands for what it met', async () => {
  const person = new PlannedPerson({ mfa: { enforcement: 'conditional' }, methods: [phone, app] });
  assert.deepEqual(await person.told(), [['sign-in', 'totp', 'open']]);
  await person.registerPhone();
  assert.deepEqual(await person.told(), [['sign-in', 'phone', 'satisfied']]);
});

test('what was registered before is not asked for [C18]', async () => {
  const person = new PlannedPerson(twoOfThem);
  await person.registerPhone();
  assert.deepEqual(await person.told(), [['recovery-2', 'totp', 'open']]);
});

test('every answer that tells the state tells the plan', async () => {
  const person = new PlannedPerson(twoOfThem);
  const methodId = await person.registerPhone();
  const expected = (await person.load()).requirements;
  assert.deepEqual((await person.setDefault({ methodId })).requirements, expected);
  assert.deepEqual((await person.adapter.complete(person.options())).requirements, expected);
});

test('putting off counts once a sign-in, is asked again at the next, and in the end is not allowed [F12]', async () => {
  const store = storeOf();
  const person = new PlannedPerson(nudge, { store });
  await person.registerPhone();
  for (const timesLeft of [2, 1, 0]) {
    const { requirements } = await person.skip('campaign');
    assert.equal(requirements[0]?.status, 'put-off');
    assert.deepEqual(requirements[0].skip, { timesLeft, timesTotal: 3 });
    assert.deepEqual((await person.skip('campaign')).requirements, requirements);
    person.pass(days(2));
    person.signIn(nudge, { store });
    assert.deepEqual(await person.told(), [['campaign', 'push', 'open']]);
  }
  assert.deepEqual(await refusal(person.skip('campaign')), { code: 'policy_denied' });
});

test('two requirements put off at the same moment are both counted', async () => {
  const store = storeOf();
  const person = new PlannedPerson(resetOnly, { store });
  await Promise.all([person.skip('recovery-1'), person.skip('recovery-2')]);
  assert.deepEqual(Object.keys(store.kept?.skips ?? {}), ['recovery-1', 'recovery-2']);
  assert.deepEqual(person.statuses(await person.load()), { 'recovery-1': 'put-off', 'recovery-2': 'put-off' });
});

test('what must be had cannot be put off, nor what is not asked for', async () => {
  const person = new PlannedPerson(twoOfThem);
  assert.deepEqual(await refusal(person.skip('sign-in')), { code: 'policy_denied' });
  assert.deepEqual(await refusal(person.skip('nothing')), { code: 'policy_denied' });
});

test('a skip whose caller has left counts for nothing', async () => {
  const store = storeOf();
  const person = new PlannedPerson(resetOnly, { store });
  const left = new AbortController();
  left.abort(new Error('left'));
  const call = person.adapter.skip('recovery-1', person.options({ signal: left.signal }));
  await assert.rejects(call, { message: 'left' });
  assert.equal(store.kept, undefined);
});

test('the grace runs from the first asking, which is kept where the host does not know it', async () => {
  const store = storeOf();
  const risk: OrganizationPolicy = { mfa: { enforcement: 'risk' }, methods: [app] };
  const person = new PlannedPerson(risk, { store });
  const skip = async (): Promise<unknown> => (await person.load()).requirements[0]?.skip;
  const requiredFrom = new Date(person.clock.at + days(14)).toISOString();
  assert.deepEqual(await skip(), { daysLeft: 14, requiredFrom });
  person.pass(days(6));
  person.signIn(risk, { store });
  assert.deepEqual(await skip(), { daysLeft: 8, requiredFrom });
  const tomorrow = new Date(person.clock.at + days(1)).toISOString();
  person.signIn(risk, { store, person: { firstAskedAt: person.clock.at - days(13) } });
  assert.deepEqual(await skip(), { daysLeft: 1, requiredFrom: tomorrow });
});

test('a blocked plan refuses every call that would tell it', async () => {
  const nothingAllowed: OrganizationPolicy = { mfa: { enforcement: 'conditional' }, methods: [] };
  const person = new PlannedPerson(nothingAllowed);
  const denied = { code: 'policy_denied', reason: 'other' };
  assert.deepEqual(await refusal(person.load()), denied);
  assert.deepEqual(await refusal(person.adapter.complete(person.options())), denied);
  person.signIn(twoOfThem, { context: { denied: 'device' } });
  assert.deepEqual(await refusal(person.load()), { code: 'policy_denied', reason: 'device' });
});

test('where nothing may be registered, what was asked for elsewhere has not been met', async () => {
  const context: { denied?: 'place' } = {};
  const person = new PlannedPerson(resetOnly, { context: () => context });
  assert.equal((await person.told()).length, 2);
  context.denied = 'place';
  assert.deepEqual(await person.told(), []);
});

test('person and circumstances may be asked for anew with each answer', async () => {
  const policy: OrganizationPolicy = { mfa: { enforcement: 'conditional' }, methods: [app, phone] };
  const unavailable: { kind: string }[] = [];
  const labels: string[] = [];
  const person = new PlannedPerson(policy, {
    context: () => ({ unavailable }),
    person: async ({ account }) => {
      labels.push(account.label);
      return {};
    },
  });
  assert.deepEqual(await person.told(), [['sign-in', 'totp', 'open']]);
  unavailable.push({ kind: 'totp' });
  assert.deepEqual(await person.told(), [['sign-in', 'phone', 'open']]);
  assert.deepEqual(labels, ['mika@contoso.example', 'mika@contoso.example']);
});

test('a pass that is about to end ends the session where that would last longer', async () => {
  const person = new PlannedPerson(twoOfThem);
  const usedAt = person.clock.at - minutes(4);
  person.signIn(twoOfThem, { context: { temporaryPass: { once: true, usedAt } } });
  assert.equal((await person.load()).sessionExpiresIn, minutes(6));
});

test('enrolments go to the backend as they are, and an adapter may be an object of a class', async () => {
  const person = new Person();
  class Backend implements SecurityInfoAdapter {
    readonly #inner = person.backend.adapter;
    load(...given: Parameters<FullAdapter['load']>): ReturnType<FullAdapter['load']> {
      return this.#inner.load(...given);
    }
    begin(...given: Parameters<FullAdapter['begin']>): ReturnType<FullAdapter['begin']> {
      return this.#inner.begin(...given);
    }
    verify(...given: Parameters<FullAdapter['verify']>): ReturnType<FullAdapter['verify']> {
      return this.#inner.verify(...given);
    }
  }
  const planned = withPolicy(new Backend(), { policy: twoOfThem });
  assert.deepEqual(Object.keys(planned).sort(), ['begin', 'load', 'skip', 'verify']);
  Object.assign(person, { adapter: planned });
  assert.ok(await person.registerPhone());
});

test('the right to put off is ours, whatever the backend says that it lacks', async () => {
  const person = new Person();
  const { load, ...others } = person.adapter;
  const lacking: FullAdapter = {
    ...others,
    load: async (options) => ({ ...(await load(options)), absent: ['skip', 'get'] }),
  };
  const planned = withPolicy(lacking, { policy: resetOnly });
  assert.deepEqual((await planned.load(person.options())).absent, ['get']);
});
