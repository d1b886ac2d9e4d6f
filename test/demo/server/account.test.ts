/** What a person's account becomes: defaults, requirements, what is told to whom, and what is written down. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { asc, eq } from 'drizzle-orm';
import { schema } from '../../../demo/server/database/index.js';
import { createSmtpMailer, type Mail, openMailbox } from '../../../demo/server/mail/index.js';
import type { MethodId } from '../../../src/contract/enrollment.js';
import { House, minutes, otherThan, type Person, refusal, toApp, toMobile, totpOffer } from './person.js';

const house = await House.shared({ isTroubled: true });

let numbers = 30_000_000;
function textTo(): typeof toMobile {
  numbers += 11_111;
  return { ...toMobile, number: `+8190${String(numbers)}` };
}

const record = (person: Person) =>
  house.database.db
    .select()
    .from(schema.audit)
    .where(eq(schema.audit.accountId, person.id))
    .orderBy(asc(schema.audit.id));

const textOf = ([mail]: readonly Mail[]): string => mail?.text ?? '';

test('the strongest method is the default until the person chooses', async () => {
  const person = await house.person();
  const phone = await person.registerPhone(textTo());
  assert.deepEqual((await person.load()).defaultMethod, { methodId: phone, channel: 'sms' });
  const app = await person.registerApp();
  assert.deepEqual((await person.load()).defaultMethod, { methodId: app });
  const chosen = { methodId: phone, channel: 'voice' };
  assert.deepEqual((await person.adapter.setDefault(chosen, person.options())).defaultMethod, chosen);
  await person.registerApp();
  assert.deepEqual((await person.load()).defaultMethod, chosen);
  const refused = person.adapter.setDefault({ methodId: app, channel: 'sms' }, person.options());
  assert.deepEqual(await refusal(refused), { code: 'policy_denied' });
  const unknown = person.adapter.setDefault({ methodId: 'nobody' as MethodId }, person.options());
  assert.equal((await refusal(unknown)).code, 'enrollment_gone');
});

test('a removed method opens its requirement again, unless another one stands in', async () => {
  const person = await house.person();
  const first = await person.registerApp();
  const second = await person.registerApp();
  const still = await person.adapter.remove(first, person.options());
  assert.equal(person.statuses(still)['app'], 'satisfied');
  const info = await person.adapter.remove(second, person.options());
  assert.deepEqual([person.statuses(info)['app'], info.methods, info.defaultMethod], ['open', [], undefined]);
  assert.equal((await refusal(person.adapter.remove(second, person.options()))).code, 'enrollment_gone');
  const rows = await house.database.db.select().from(schema.methods).where(eq(schema.methods.accountId, person.id));
  assert.deepEqual(
    rows.map(({ secret, removedAt }) => [secret, removedAt]),
    [
      [null, house.clock.at],
      [null, house.clock.at],
    ],
  );
});

test('when the organisation asks for something else, what is registered counts toward it', async () => {
  const person = await house.person();
  const app = await person.registerApp();
  const phone = { kind: 'phone', usage: ['sign-in'], channels: ['sms'] } as const;
  await person.backend.accounts.require(person.id, [
    { id: 'any', anyOf: [phone, { kind: 'totp', usage: ['sign-in'] }] },
    { id: 'phone', anyOf: [phone] },
  ]);
  const info = await person.load();
  assert.deepEqual(person.statuses(info), { any: 'satisfied', phone: 'open' });
  assert.deepEqual(info.defaultMethod, { methodId: app });
  await person.registerPhone(textTo());
  assert.deepEqual(person.statuses(await person.load()), { any: 'satisfied', phone: 'satisfied' });
  assert.deepEqual(await refusal(person.begin({ kind: 'push' })), { code: 'method_unavailable' });
});

test('the address is told of every method that is added, replaced or removed, and of nothing else', async () => {
  const person = await house.person();
  await person.backend.work();
  house.mails.length = 0;
  const { id, next } = await person.begin(toApp);
  await refusal(person.type(id, otherThan(person.appCode(next))));
  await person.backend.work();
  assert.deepEqual(house.mails, []);
  const first = await person.registerApp({ ...toApp, label: 'Work\nphone' });
  const { label } = (await person.load()).account;
  await person.backend.work();
  await person.backend.work();
  assert.deepEqual(
    house.mails.map(({ to, subject }) => [to, subject]),
    [[label, 'Contoso: A sign-in method was added']],
  );
  assert.match(textOf(house.mails), /^A sign-in method was added: Work phone\nAccount: mika/);
  house.pass(minutes(1));
  person.locale = 'ja';
  const second = await person.registerApp({ ...toApp, replaces: first });
  await person.adapter.remove(second, person.options());
  await person.backend.work();
  assert.deepEqual(
    house.mails.slice(1).map(({ subject }) => subject),
    ['Contoso: サインイン方法が変更されました', 'Contoso: サインイン方法が削除されました'],
  );
});

test('no name in a notice begins a line of its own or turns one around', async () => {
  const odd = '\u202eNo harm done.\n\nAll is well';
  const person = await house.person({ requirements: [{ id: 'app', anyOf: [{ ...totpOffer, displayName: odd }] }] });
  const { accounts } = schema;
  await house.database.db.update(accounts).set({ label: odd, organization: odd }).where(eq(accounts.id, person.id));
  house.mails.length = 0;
  await person.registerApp();
  await person.backend.work();
  const [{ subject, text } = assert.fail()] = house.mails;
  assert.doesNotMatch(subject + text, /^All is well|\u202e/m);
  assert.equal(text.split('\n').length, 5);
});

test('a notice that cannot be sent undoes nothing, is tried again, and is written down', async () => {
  let fails = 2;
  const sent: string[] = [];
  const mailer = {
    send: async ({ id }: { id: string }): Promise<void> => {
      if (fails-- > 0) throw new Error('no server');
      sent.push(id);
    },
    close: async () => undefined,
  };
  const person = await house.person({ mailer });
  await person.registerApp();
  for (let count = 0; count < 4; count++) {
    await person.backend.work();
    house.pass(minutes(1));
  }
  assert.equal(sent.length, 1);
  assert.equal((await person.load()).methods.length, 1);
  const notices = (await record(person)).filter(({ event }) => event === 'notice');
  assert.deepEqual(
    notices.map(({ outcome }) => outcome),
    ['ok'],
  );
});

test('every attempt is written down with its outcome, and without what was typed', async () => {
  const person = await house.person();
  const request = textTo();
  const { id } = await person.begin(request);
  const code = await person.textedCode();
  await refusal(person.type(id, otherThan(code)));
  await person.type(id, code);
  const lines = await record(person);
  assert.deepEqual(
    lines.map(({ event, kind, outcome }) => [event, kind, outcome]),
    [
      ['begin', 'phone', 'ok'],
      ['verify', 'phone', 'invalid_code'],
      ['verify', 'phone', 'ok'],
    ],
  );
  assert.deepEqual(new Set(lines.map((line) => line.enrollmentId)), new Set([id]));
  const written = JSON.stringify(lines);
  for (const secret of [code, request.number, person.session]) assert.equal(written.includes(secret), false);
});

test('a mail goes over SMTP into the mailbox, once however often it is sent', async () => {
  const { db } = house.database;
  const mailbox = await openMailbox({ db, secrets: house.secrets, environment: {} });
  const mailer = createSmtpMailer({ url: mailbox.url, from: 'Contoso <security@contoso.example>' });
  try {
    let heard = 0;
    mailbox.onMail('Mika@contoso.example', () => (heard += 1));
    const subject = 'Contoso: サインイン方法が追加されました';
    const text = 'サインイン方法：認証アプリ\nAccount: mika = 100 % sure';
    for (let copy = 0; copy < 2; copy++) {
      await mailer.send({ id: 'notice-1', to: 'mika@contoso.example', subject, text });
    }
    const [mail, ...others] = await mailbox.mails('mika@contoso.example');
    assert.deepEqual([mail?.subject, mail?.text, mail?.to], [subject, text, 'mika@contoso.example']);
    assert.deepEqual([others, heard], [[], 2]);
    assert.deepEqual(await mailbox.mails('other@contoso.example'), []);
  } finally {
    await mailer.close();
    await mailbox.close();
  }
  await assert.rejects(
    openMailbox({ db, secrets: house.secrets, environment: { NODE_ENV: 'production' } }),
    /for demos only/,
  );
});
