/** The way out: a message is committed before it is sent, and arrives once whatever breaks in between. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { eq } from 'drizzle-orm';
import { schema } from '../../../demo/server/database/index.js';
import type { Carried, MessageProvider, OutgoingMessage } from '../../../demo/server/messages/index.js';
import { codeStep, House, methodIn, minutes, type Person, refusal, rejection, seconds, toMobile } from './person.js';

const house = await House.shared({ isTroubled: true });

/** A provider that notes down what it is handed, and answers what it is told to. */
class Scripted implements MessageProvider {
  readonly handed: OutgoingMessage[] = [];
  /** What a provider that drops copies has delivered. */
  readonly delivered = new Map<string, OutgoingMessage>();
  readonly script: (Carried | 'throw' | Promise<Carried>)[] = [];

  async send(message: OutgoingMessage): Promise<Carried> {
    this.handed.push(message);
    const answer = await (this.script.shift() ?? { type: 'taken' });
    if (answer === 'throw') throw new Error(`cannot reach ${message.to}`);
    if (answer.type === 'taken') this.delivered.set(message.id, message);
    return answer;
  }
}

let numbers = 20_000_000;
function textTo(): typeof toMobile {
  numbers += 24_680;
  return { ...toMobile, number: `+8190${String(numbers)}` };
}

const codeIn = ({ text }: OutgoingMessage): string => /\d{6}/.exec(text)?.[0] ?? assert.fail();

async function somebody(...script: Scripted['script']): Promise<{ person: Person; provider: Scripted }> {
  const provider = new Scripted();
  provider.script.push(...script);
  return { person: await house.person({ provider }), provider };
}

test('a number that the provider refuses is told at once, and why', async () => {
  const { person } = await somebody({ type: 'refused', reason: 'opted_out' });
  assert.deepEqual(await refusal(person.begin(textTo())), { code: 'undeliverable', reason: 'opted_out' });
  const [{ id } = assert.fail('the enrolment stays')] = (await person.load()).pending;
  assert.deepEqual((await person.get(id)).next, rejection('unreachable', { retryAfter: seconds(30) }));
  house.pass(seconds(30));
  assert.equal((await person.sendAgain(id)).next.type, 'code');
});

test('what did not get through is tried again, under the same id and with the same code', async () => {
  const { person, provider } = await somebody('throw', { type: 'later' });
  const { id, next } = await person.begin(textTo());
  assert.equal(codeStep(next).delivery?.channel, 'sms');
  await person.backend.work();
  assert.equal(provider.handed.length, 1);
  for (const wait of [seconds(5), seconds(20)]) {
    house.pass(wait);
    await person.backend.work();
  }
  assert.equal(provider.handed.length, 3);
  assert.equal(new Set(provider.handed.map((message) => message.id)).size, 1);
  methodIn(await person.type(id, codeIn(provider.handed[0] ?? assert.fail())));
  assert.deepEqual(
    house.troubles.map(({ event, name }) => [event, name]),
    [['send', 'Error']],
  );
});

test('what never gets through is given up, and the next call says so', async () => {
  const { person, provider } = await somebody(...Array.from({ length: 9 }, () => 'throw' as const));
  const { id } = await person.begin(textTo());
  for (let count = 0; count < 6; count++) {
    house.pass(minutes(1));
    await person.backend.work();
  }
  assert.equal(provider.handed.length, 4);
  assert.deepEqual((await person.get(id)).next, rejection('unreachable'));
});

test('nobody waits for a slow provider longer than policy says', async () => {
  let arrive: (carried: Carried) => void = () => undefined;
  const provider = new Scripted();
  provider.script.push(new Promise((resolve) => (arrive = resolve)));
  const person = await house.person({ provider, limits: { firstTrial: 50 } });
  const { id } = await person.begin(textTo());
  assert.equal(provider.delivered.size, 0);
  arrive({ type: 'taken' });
  await new Promise((resolve) => setTimeout(resolve, 50));
  await person.backend.work();
  assert.equal(provider.handed.length, 1);
  methodIn(await person.type(id, codeIn(provider.handed[0] ?? assert.fail())));
});

test('a copy of a call that sends waits for the message as the first one does, and is told the same', async () => {
  let arrive: (carried: Carried) => void = () => undefined;
  const { person, provider } = await somebody(new Promise((resolve) => (arrive = resolve)));
  const request = textTo();
  const begin = (backend: Person['backend']): Promise<unknown> =>
    refusal(
      backend
        .adapterFor({ accountId: person.id, sessionId: person.session })
        .begin(request, person.options({ idempotencyKey: 'same' })),
    );
  const first = begin(person.backend);
  const copy = begin(house.backend({ provider }));
  // Both are on the record: what is left to do is to send.
  const { audit } = schema;
  for (let lines = 0; lines < 2;) {
    lines = (await house.database.db.select().from(audit).where(eq(audit.accountId, person.id))).length;
  }
  arrive({ type: 'refused', reason: 'blocked' });
  const fault = { code: 'undeliverable', reason: 'blocked' };
  assert.deepEqual(await Promise.all([first, copy]), [fault, fault]);
  assert.equal(provider.handed.length, 1);
});

test('killed before it could send, another instance sends it, once', async () => {
  const { person, provider } = await somebody();
  const { id } = await person.begin(textTo());
  // As the row stands when the process ends between the commit and the first trial.
  const { outbox } = schema;
  const message = { ...provider.handed[0] };
  const draft = house.secrets.seal({ draft: message }, `outbox ${String(message.id)}`);
  await house.database.db
    .update(outbox)
    .set({ state: 'waiting', tries: 0, dueAt: house.clock.at, message: draft })
    .where(eq(outbox.enrollmentId, id));
  provider.handed.length = 0;
  const others = [house.backend({ provider }), house.backend({ provider })];
  await Promise.all(others.map((other) => other.work()));
  await Promise.all(others.map((other) => other.work()));
  assert.deepEqual(
    provider.handed.map((copy) => copy.id),
    [message.id],
  );
});

test('killed while sending, the same message goes out again and the provider drops the copy', async () => {
  const provider = new Scripted();
  provider.script.push(new Promise(() => undefined));
  const person = await house.person({ provider, limits: { firstTrial: 20 } });
  const { id } = await person.begin(textTo());
  const next = house.backend({ provider });
  await next.work();
  assert.equal(provider.handed.length, 1);
  house.pass(seconds(30));
  await next.work();
  const [first, copy] = provider.handed;
  assert.deepEqual(first, copy);
  methodIn(await person.type(id, codeIn(copy ?? assert.fail())));
});

test('a message about an enrolment that was given up meanwhile is not sent', async () => {
  const { person, provider } = await somebody({ type: 'later' });
  const { id } = await person.begin(textTo());
  await person.adapter.cancel(id, person.options());
  house.pass(minutes(1));
  await person.backend.work();
  assert.equal(provider.handed.length, 1);
});

test('whoever stops the backend waits for what is being sent', async () => {
  let arrive: (carried: Carried) => void = () => undefined;
  const provider = new Scripted();
  provider.script.push(new Promise((resolve) => (arrive = resolve)));
  const person = await house.person({ provider, limits: { firstTrial: 1000 } });
  const begun = person.begin(textTo());
  while (provider.handed.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  setTimeout(() => {
    arrive({ type: 'taken' });
  }, 50);
  await person.backend.stop();
  assert.equal(provider.delivered.size, 1);
  await begun;
});
