/** Law 5 of the runtime: whatever an adapter throws, answers or fails to answer, the person sees a page with a way on. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inspect } from 'node:util';
import fc from 'fast-check';
import { EnrollmentError } from '../../src/contract/enrollment-error.js';
import type { EnrollmentFault } from '../../src/contract/fault.js';
import { asksForCode, begin, codeNext, done, puppetModule, verify } from './puppet.js';
import { infoOf, puppetOffer, Stage } from './stage.js';

/** Stands for what a backend's error may quote: a stack, a query, somebody's address. */
const canary = 'SELECT * FROM people WHERE mail = "ayaka@harbor.example"';

class Strange {
  get name(): string {
    throw new Error(canary);
  }
}

const thrown: Readonly<Record<string, unknown>> = {
  'an Error': new Error(canary),
  'a text': canary,
  'a plain object': { code: 'invalid_code', message: canary },
  'nothing at all': undefined,
  null: null,
  'a number': 404,
  'a symbol': Symbol(canary),
  'a function': () => canary,
  'an abort that nobody asked for': new DOMException(canary, 'AbortError'),
  'an object that throws when it is read': new Strange(),
  'an error of ours without a fault': { name: 'EnrollmentError' },
  'an error of ours whose fault is text': { name: 'EnrollmentError', fault: canary },
  'an error of ours whose code is no text': { name: 'EnrollmentError', fault: { code: 404, message: canary } },
  'a Response': new Response(canary, { status: 500 }),
};

function assertNothingRaw(stage: Stage): void {
  const seen = JSON.stringify([stage.run.state, stage.run.tour?.visit?.state, stage.run.asked?.what, stage.news]);
  assert.ok(!seen.includes('SELECT'), seen);
}

for (const [what, value] of Object.entries(thrown))
  test(`${what} thrown by begin is a failure of the server, and nothing of it is kept`, async () => {
    const stage = await Stage.open();
    await stage.tell({ effects: [begin] });
    stage.backend.open('begin').fail(value);
    await stage.settled();
    const code = what === 'an object that throws when it is read' ? 'protocol' : 'server';
    assert.deepEqual(stage.heard, [`begin refused ${code}`]);
    assertNothingRaw(stage);
  });

for (const [what, value] of Object.entries(thrown))
  test(`${what} thrown by load ends in trouble with a way to try again, and nothing of it is kept`, async () => {
    const stage = new Stage();
    stage.backend.scripts.load = (call) => void call.fail(value);
    stage.run.send({ type: 'started' });
    await stage.pass(60_000);
    assert.equal(stage.phase, 'trouble');
    assertNothingRaw(stage);
    delete stage.backend.scripts.load;
    await stage.send({ type: 'retry-asked' });
    await stage.reply('load', stage.info);
    assert.equal(stage.phase, 'method');
  });

test('an adapter that throws instead of rejecting is caught all the same', async () => {
  const stage = await Stage.open();
  stage.backend.adapter.begin = () => {
    throw new EnrollmentError({ code: 'limit_reached' });
  };
  await stage.tell({ effects: [begin] });
  assert.deepEqual(stage.heard, ['begin refused limit_reached']);
  stage.backend.adapter.begin = () => {
    throw new TypeError(canary);
  };
  await stage.tell({ effects: [begin] });
  assert.deepEqual(stage.heard.at(-1), 'begin refused server');
  assertNothingRaw(stage);
});

test('an adapter that answers without a promise is understood', async () => {
  const stage = await Stage.open();
  stage.backend.adapter.begin = () => asksForCode as unknown as Promise<typeof asksForCode>;
  await stage.tell({ effects: [begin] });
  assert.deepEqual(stage.heard, ['code']);
});

test('the error of another copy of the package is understood', async () => {
  class EnrollmentErrorOfAnotherCopy extends Error {
    override readonly name = 'EnrollmentError';
    readonly fault: EnrollmentFault = { code: 'conflict', with: 'own' };
  }
  const stage = await Stage.open();
  await stage.tell({ effects: [begin] });
  stage.backend.open('begin').fail(new EnrollmentErrorOfAnotherCopy());
  await stage.settled();
  assert.deepEqual(stage.heard, ['begin refused conflict']);
});

test('a refusal by a code that only a newer version knows is a refusal all the same', async () => {
  const fault = { code: 'new_in_2030' } as unknown as EnrollmentFault;
  const stage = await Stage.open();
  await stage.tell({ effects: [begin] });
  await stage.refuse('begin', fault);
  assert.equal(stage.heard.length, 1, 'the method hears of it');
  await stage.tell({ effects: [begin] });
  assert.equal(stage.backend.count('begin'), 2, 'and may try again');
});

/** What a backend without types may leave out of a fault. */
const halves: readonly unknown[] = [
  { code: 'reauth_required' },
  { code: 'reauth_required', how: null },
  { code: 'reauth_required', how: { kind: 'redirect' } },
  { code: 'reauth_required', how: { kind: 'redirect', url: 7 } },
  { code: 'reauth_required', how: 'password' },
];

test('half a fault neither makes the page wait for ever nor throws into the page of the host', async (t) => {
  const lost: unknown[] = [];
  const note = (reason: unknown): void => void lost.push(reason);
  process.on('unhandledRejection', note);
  t.after(() => process.off('unhandledRejection', note));
  for (const fault of halves) {
    const stage = await Stage.open();
    await stage.tell({ effects: [begin] });
    stage.backend.open('begin').fail({ name: 'EnrollmentError', fault });
    await stage.settled();
    assert.deepEqual(lost, [], JSON.stringify(fault));
    // The host is asked, or the method told: either is a way on.
    assert.ok(stage.asked !== undefined || stage.heard.length === 1, JSON.stringify(fault));
  }
});

test('any answer that is no security info is a breach of the protocol, and never thrown', async () => {
  await fc.assert(
    fc.asyncProperty(fc.anything(), async (answer) => {
      const stage = new Stage();
      stage.run.send({ type: 'started' });
      await stage.settled();
      await stage.reply('load', answer);
      assert.deepEqual(stage.fault, { code: 'protocol' });
    }),
    { numRuns: 100 },
  );
});

test('any answer that is no enrolment is a breach of the protocol, and never thrown', async () => {
  const stage = await Stage.open();
  await fc.assert(
    fc.asyncProperty(fc.anything(), async (answer) => {
      await stage.tell({ effects: [begin] });
      await stage.reply('begin', answer);
      assert.equal(stage.heard.at(-1), 'begin refused protocol');
    }),
    { numRuns: 100 },
  );
});

test('an answer that throws when it is read is a breach of the protocol', async () => {
  const stage = await Stage.open();
  await stage.tell({ effects: [begin] });
  const hostile = Object.defineProperty({ ...asksForCode }, 'next', {
    get: () => {
      throw new Error(canary);
    },
  });
  await stage.reply('begin', hostile);
  assert.deepEqual(stage.heard, ['begin refused protocol']);
  assertNothingRaw(stage);
});

test('a call that answers late is said to take longer, and is not said so any more once it has', async () => {
  const stage = await Stage.open();
  await stage.tell({ effects: [begin] });
  await stage.pass(4_999);
  assert.equal(stage.run.isSlow, false);
  const { changes } = stage;
  await stage.pass(1);
  assert.equal(stage.run.isSlow, true);
  assert.ok(stage.changes > changes, 'and it is drawn');
  await stage.reply('begin', asksForCode);
  assert.equal(stage.run.isSlow, false);
});

test('a slow call that is left is slow no longer', async () => {
  const stage = await Stage.open();
  await stage.tell({ effects: [begin] });
  await stage.pass(6_000);
  await stage.tell({ page: 'elsewhere' });
  assert.equal(stage.run.isSlow, false);
  assert.equal(stage.clock.waiting, 0);
});

test('while one of two calls is slow, it is said to be, although the other has answered', async () => {
  const stage = await Stage.open();
  await stage.tell({ effects: [begin] });
  // The session is renewed behind the method.
  await stage.send({ type: 'renewal-asked' });
  await stage.pass(6_000);
  await stage.reply('load', stage.info);
  assert.equal(stage.backend.open('begin').signal.aborted, false);
  assert.equal(stage.run.isSlow, true);
});

test('a load that never answers is trouble after a quarter of a minute, not tried again behind the back', async () => {
  const stage = new Stage({ random: () => 0 });
  stage.run.send({ type: 'started' });
  await stage.settled();
  await stage.pass(14_999);
  assert.equal(stage.phase, 'loading');
  await stage.pass(1);
  assert.deepEqual(stage.fault, { code: 'network' });
  assert.ok(stage.backend.made.every(({ signal }) => signal.aborted));
});

test('an answer after the wizard was stopped is heard by nobody', async () => {
  const stage = await Stage.enrolled();
  await stage.tell({ effects: [verify] });
  const call = stage.backend.open('verify');
  stage.run.stop();
  const { changes } = stage;
  call.answer(done());
  await stage.pass(60_000);
  assert.deepEqual([stage.changes, stage.told], [changes, ['ready']]);
});

test('a next step that is not known is a breach of the protocol, also under the name of something that every object has', async () => {
  const stage = await Stage.open();
  for (const type of ['new-in-2030', '__proto__', 'hasOwnProperty', 'constructor', 'toString', 'valueOf']) {
    await stage.tell({ effects: [begin] });
    await stage.reply('begin', { id: 'enrollment-1', kind: 'puppet', next: { type } });
    assert.equal(stage.heard.at(-1), 'begin refused protocol', type);
  }
});

/** Every way in which one part of a value can be missing, or of another type. */
function* lacking(value: unknown): Generator<unknown> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, part] of Object.entries(value))
    for (const other of [undefined, null, Symbol('another type'), ...lacking(part)])
      yield Array.isArray(value)
        ? value.map((one: unknown, index) => (index === Number(key) ? other : one))
        : { ...value, [key]: other };
}

/** The least that each kind of next step needs; what a page can do without is left out. */
const least = {
  code: { type: 'code', alphabet: 'digits' },
  wait: { type: 'wait', for: 'approval', pollAfter: 2_000 },
  rejected: { type: 'rejected', reason: 'denied', recover: 'none' },
  'code with a provision': {
    ...{ type: 'code', alphabet: 'digits' },
    provision: { uri: 'otpauth://a', manual: [{ name: 'secret', value: 'ABC' }] },
  },
  answers: { type: 'answers', count: 1, questions: [{ id: 'q', text: 'First pet?' }], ownAllowed: true },
  acknowledge: { type: 'acknowledge', codes: ['1234'] },
  webauthn: { type: 'webauthn', options: {} },
  redirect: { type: 'redirect', url: 'https://sign-in.example' },
  ready: { type: 'ready' },
  done: {
    type: 'done',
    methods: [{ id: 'method-1', kind: 'puppet', label: 'Puppet', canBeDefault: true, removable: true }],
  },
};

for (const [name, next] of Object.entries(least))
  test(`an answer of the kind “${name}” needs all its parts, or it is a breach of the protocol`, async () => {
    const whole = { id: 'enrollment-1', kind: 'puppet', next };
    const stage = await Stage.open();
    for (const part of lacking(whole)) {
      // Without its optional provision it is still a code to type.
      const present = JSON.stringify(part, (_key, value: unknown) => value ?? undefined);
      if (present === JSON.stringify({ ...whole, next: least.code })) continue;
      await stage.tell({ effects: [begin] });
      await stage.reply('begin', part);
      assert.equal(stage.heard.at(-1), 'begin refused protocol', inspect(part));
    }
    await stage.tell({ effects: [begin] });
    await stage.reply('begin', whole);
    assert.equal(stage.heard.at(-1), next.type, 'and the whole of it is understood');
  });

test('a next step that leads away leads to https and nowhere else', async () => {
  const stage = await Stage.open();
  for (const url of ['http://sign-in.example', 'javascript:alert(1)', 'data:text/html,x', '//sign-in.example', '']) {
    await stage.tell({ effects: [begin] });
    await stage.reply('begin', { id: 'enrollment-1', kind: 'puppet', next: { type: 'redirect', url } });
    assert.equal(stage.heard.at(-1), 'begin refused protocol', url);
  }
});

test('an answer of load needs all its parts, or it is a breach of the protocol', async () => {
  const whole = {
    account: { label: 'a***@harbor.example' },
    requirements: [{ id: 'a', anyOf: [{ kind: 'puppet', usage: ['sign-in'] }], status: 'open' }],
    methods: [{ id: 'method-1', kind: 'puppet', label: 'Puppet', canBeDefault: true, removable: true }],
    pending: [{ id: 'enrollment-1', kind: 'puppet' }],
  };
  for (const part of lacking(whole)) {
    const stage = new Stage();
    stage.run.send({ type: 'started' });
    await stage.settled();
    await stage.reply('load', part);
    assert.deepEqual(stage.fault, { code: 'protocol' }, inspect(part));
  }
  const stage = await Stage.open({ info: whole as unknown as ReturnType<typeof infoOf> });
  assert.equal(stage.phase, 'method', 'and the whole of it is understood');
});

/** What only an adapter in the same page could answer: no wire would carry it. */
const noJson: Readonly<Record<string, (whole: object) => object>> = {
  'a part that throws when it is read': (whole) => ({
    ...whole,
    get later(): never {
      throw new Error(canary);
    },
  }),
  'a circle': (whole) => {
    const circle: Record<string, unknown> = { ...whole };
    circle['self'] = circle;
    return circle;
  },
  'a number that no JSON holds': (whole) => ({ ...whole, later: 1n }),
};

for (const [what, spoil] of Object.entries(noJson))
  test(`${what} in an answer is a breach of the protocol, and the run goes on`, async () => {
    const stage = new Stage();
    stage.run.send({ type: 'started' });
    await stage.settled();
    await stage.reply('load', spoil(infoOf()));
    assert.deepEqual(stage.fault, { code: 'protocol' });
    await stage.send({ type: 'retry-asked' });
    await stage.reply('load', infoOf());
    assert.equal(stage.phase, 'method');
    await stage.tell({ effects: [begin] });
    await stage.reply('begin', spoil(asksForCode));
    assert.deepEqual(stage.heard, ['begin refused protocol']);
    await stage.tell({ effects: [begin] });
    await stage.reply('begin', asksForCode);
    assert.equal(stage.heard.at(-1), 'code');
  });

test('an answer is taken as it was when it came: what an adapter does to it later changes nothing', async () => {
  const stage = new Stage();
  stage.run.send({ type: 'started' });
  await stage.settled();
  const info = { ...infoOf(), account: { label: 'ayaka' } };
  await stage.reply('load', info);
  info.account.label = 'somebody else';
  const { state } = stage.run;
  assert.equal('info' in state && state.info.account.label, 'ayaka');
});

test('an answer about another enrolment than the one that was asked about is a breach of the protocol', async () => {
  const stage = await Stage.open();
  await stage.tell({ effects: [begin] });
  await stage.reply('begin', asksForCode);
  await stage.tell({ effects: [verify] });
  await stage.reply('verify', { ...done(), id: 'enrollment-of-somebody-else' });
  await stage.settled();
  assert.deepEqual(
    stage.news.filter(({ type }) => type === 'registered'),
    [],
  );
  assert.equal(stage.run.tour?.visit?.state?.page, 'first');
});

test('a next step that the method does not know is a breach of the protocol', async () => {
  const known = { ...puppetModule(), nexts: { code: true } };
  const stage = await Stage.open({ load: () => Promise.resolve(known as ReturnType<typeof puppetModule>) });
  await stage.tell({ effects: [begin] });
  await stage.reply('begin', { id: 'enrollment-1', kind: 'puppet', next: least.rejected });
  assert.deepEqual(stage.heard, ['begin refused protocol']);
});

test('a field that is null is one that was left out, as backends of other languages write it', async () => {
  const requirement = {
    id: 'a',
    anyOf: [{ ...puppetOffer, displayName: null, offerId: null }],
    status: 'open',
    skip: null,
  };
  const info = { ...infoOf(), account: { label: 'ayaka', organization: null }, requirements: [requirement] };
  const stage = await Stage.open({ info: info as unknown as ReturnType<typeof infoOf> });
  assert.equal(stage.phase, 'method');
  await stage.tell({ effects: [begin] });
  await stage.reply('begin', { ...asksForCode, expiresIn: null, next: { ...codeNext, delivery: null } });
  assert.deepEqual(stage.heard, ['code']);
  await stage.tell({ effects: [begin] });
  await stage.reply('begin', { id: 'enrollment-1', kind: 'puppet', next: { ...least.done, methods: [null] } });
  assert.equal(stage.heard.at(-1), 'begin refused protocol', 'but a list of nothing is none');
});

test('what is not known yet may be added to any answer', async () => {
  const stage = await Stage.open({ info: { ...infoOf(), futureField: { a: 1 } } as ReturnType<typeof infoOf> });
  assert.equal(stage.phase, 'method');
  await stage.tell({ effects: [begin] });
  await stage.reply('begin', { ...asksForCode, futureField: 1, next: { ...codeNext, futureField: [] } });
  assert.deepEqual(stage.heard, ['code']);
});
