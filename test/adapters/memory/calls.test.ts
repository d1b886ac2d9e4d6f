/** What happens on the way of a call: planned refusals, delays, aborts, and answers that nobody can bend. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { EnrollmentFault } from '../../../src/contract/fault.js';
import {
  codeAt,
  codeStep,
  minutes,
  Person,
  phoneOffer,
  refusal,
  secretIn,
  toApp,
  toMobile,
  totpOffer,
} from './person.js';

/** A delay that ends when the test says so. */
function gate(): { latency: () => Promise<void>; open: () => Promise<void> } {
  let waiting: (() => void)[] = [];
  return {
    latency: () => new Promise((resolve) => waiting.push(resolve)),
    open: async () => {
      waiting.forEach((go) => {
        go();
      });
      waiting = [];
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
}

test('calls are refused as often as was asked for, one kind of call at a time', async () => {
  const person = new Person();
  const fault: EnrollmentFault = { code: 'server', traceId: 'trace', retryAfter: minutes(1) };
  person.backend.refuse('load', fault, 2);
  await person.begin(toApp);
  assert.deepEqual(await refusal(person.load()), fault);
  assert.deepEqual(await refusal(person.load()), fault);
  assert.equal((await person.load()).pending.length, 1);
});

test('refusals and lost answers happen in the order in which they were asked for', async () => {
  const person = new Person();
  person.backend.refuse('begin', { code: 'method_unavailable' });
  person.backend.loseAnswer('begin');
  assert.equal((await refusal(person.begin(toMobile))).code, 'method_unavailable');
  assert.equal((await refusal(person.begin(toMobile))).code, 'network');
  assert.equal((await person.begin(toMobile)).kind, 'phone');
});

test('a refusal on demand happens before anything else does', async () => {
  const person = new Person();
  person.backend.expireSession();
  person.backend.refuse('begin', { code: 'policy_denied', reason: 'place' });
  assert.deepEqual(await refusal(person.begin(toMobile)), { code: 'policy_denied', reason: 'place' });
  person.backend.signInAgain();
  assert.deepEqual((await person.load()).pending, []);
});

test('each call waits for its delay', async () => {
  const { latency, open } = gate();
  const person = new Person({ latency });
  let answered = false;
  const call = person.begin(toMobile).then(() => (answered = true));
  await new Promise((resolve) => setImmediate(resolve));
  assert.deepEqual([answered, person.backend.messages().length], [false, 0]);
  await open();
  await call;
  assert.deepEqual([answered, person.backend.messages().length], [true, 1]);
});

test('an aborted call rejects at once with the reason it was given', async () => {
  const person = new Person({ latency: gate().latency });
  for (const call of ['load', 'begin'] as const) {
    const controller = new AbortController();
    const options = person.options({ signal: controller.signal });
    const answer = call === 'load' ? person.adapter.load(options) : person.adapter.begin(toApp, options);
    const reason = new Error('the person left');
    controller.abort(reason);
    await assert.rejects(answer, (thrown) => thrown === reason);
  }
});

test('a call that was aborted before it was made does not arrive', async () => {
  const person = new Person();
  person.backend.refuse('begin', { code: 'server' });
  const options = person.options({ signal: AbortSignal.abort() });
  await assert.rejects(person.adapter.begin(toMobile, options), { name: 'AbortError' });
  assert.equal(person.backend.messages().length, 0);
  assert.equal((await refusal(person.begin(toMobile))).code, 'server', 'and uses up no refusal');
});

test('a write runs to its end although nobody waits for it, and its key tells so', async () => {
  const { latency, open } = gate();
  const person = new Person({ latency });
  const controller = new AbortController();
  const options = person.options({ signal: controller.signal });
  const answer = person.adapter.begin(toMobile, options);
  controller.abort();
  await assert.rejects(answer, { name: 'AbortError' });
  await open();
  assert.equal(person.backend.messages().length, 1);
  const retry = person.adapter.begin(toMobile, { ...options, signal: new AbortController().signal });
  await open();
  assert.equal(codeStep((await retry).next).delivery?.to, '+81 **-****-5678');
  assert.equal(person.backend.messages().length, 1);
});

test('an aborted write that is refused in the end disturbs nobody', async () => {
  const { latency, open } = gate();
  const person = new Person({ latency });
  const controller = new AbortController();
  const answer = person.adapter.begin({ ...toMobile, number: '' }, person.options({ signal: controller.signal }));
  controller.abort();
  await assert.rejects(answer, { name: 'AbortError' });
  await open();
});

test('a read stops where it is aborted, so that it renews no session', async () => {
  const { latency, open } = gate();
  const person = new Person({ latency, limits: { sessionIdle: minutes(15) } });
  person.pass(minutes(14));
  const controller = new AbortController();
  const aborted = person.adapter.load(person.options({ signal: controller.signal }));
  controller.abort();
  await assert.rejects(aborted, { name: 'AbortError' });
  await open();
  person.pass(minutes(1));
  const late = refusal(person.load());
  await open();
  assert.deepEqual(await late, { code: 'session_expired' });
});

test('an abort after the answer changes nothing', async () => {
  const person = new Person();
  const controller = new AbortController();
  const info = await person.adapter.load(person.options({ signal: controller.signal }));
  controller.abort();
  assert.equal(info.requirements.length, 2);
});

test('whatever a caller does to an answer, the backend stays as it was', async () => {
  const person = new Person();
  await person.registerPhone();
  await person.begin(toApp);
  const before = await person.load();
  bend(await person.load());
  bend(await person.begin(toApp));
  assert.deepEqual(await person.load(), before);
});

test('whatever a host does to what it handed in, the backend stays as it was', async () => {
  const requirements = structuredClone([{ id: 'any', anyOf: [totpOffer, phoneOffer] as const }]);
  const account = { label: 'mika', organization: 'Contoso' };
  const person = new Person({ requirements, account });
  const before = await person.load();
  const request = { ...toMobile };
  const answer = person.begin(request);
  request.number = 'bent';
  bend(requirements);
  bend(account);
  const { id } = await answer;
  assert.deepEqual(await person.load(), { ...before, pending: [{ id, kind: 'phone' }] });
});

test('one verdict, answered twice, is two errors', async () => {
  const person = new Person();
  const options = person.options();
  const thrown = await Promise.all(
    [0, 1].map(() => person.adapter.begin({ ...toMobile, number: '' }, options).catch((reason: unknown) => reason)),
  );
  assert.notEqual(thrown[0], thrown[1]);
  assert.deepEqual(thrown[0], thrown[1]);
});

test('members that a host leaves undefined are as good as absent', async () => {
  const person = new Person();
  const sparse = { ...toApp, label: undefined, offerId: undefined, restart: undefined } as unknown as typeof toApp;
  const { id, next } = await person.begin(sparse);
  assert.equal((await person.begin(toApp)).id, id);
  assert.equal((await person.type(id, codeAt(secretIn(next), person.clock.at))).next.type, 'done');
});

function bend(value: unknown): void {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return;
  for (const part of Object.values(value)) bend(part);
  for (const key of Object.keys(value)) Reflect.set(value, key, 'bent');
}
