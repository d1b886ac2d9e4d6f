/** A person at the reference backend: an embedded database, a clock that only tests move, and a phone with its app. */
import assert from 'node:assert/strict';
import { generateKeyPairSync, randomBytes, type webcrypto } from 'node:crypto';
import process from 'node:process';
import { after } from 'node:test';
import { Client } from 'pg';
import { openDatabase, type OpenDatabase } from '../../../demo/server/database/index.js';
import type { Mail, Mailer } from '../../../demo/server/mail/mailer.js';
import {
  createSimulatedTelephone,
  type SimulatedMessage,
  type SimulatedTelephone,
} from '../../../demo/server/messages/index.js';
import {
  createReferenceBackend,
  type ReferenceAdapter,
  type ReferenceBackend,
  type ReferenceOptions,
  type RequirementWish,
} from '../../../demo/server/reference/index.js';
import type { Trouble } from '../../../demo/server/reference/world.js';
import { createSecrets, type Secrets } from '../../../demo/server/secrets/index.js';
import type { WriteOptions } from '../../../src/contract/adapter.js';
import type { BeginRequest, Enrollment, EnrollmentId, MethodId, Offer } from '../../../src/contract/enrollment.js';
import type { SecurityInfo } from '../../../src/contract/security-info.js';
import {
  codeAt,
  matchNumberIn,
  methodIn,
  provisionIn,
  repeatable,
  secretIn,
  toApp,
  toMobile,
  toPush,
} from '../../adapters/memory/person.js';
import { openMemoryDatabase } from './memory-database.js';

export * from '../../adapters/memory/person.js';

export const publicKey = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({
  format: 'jwk',
}) as webcrypto.JsonWebKey;

export const demoKeys = {
  keys: [{ id: 'test', bytes: new Uint8Array(32).fill(7) }],
  pepper: new Uint8Array(32).fill(9),
} as const;

export const everything: readonly RequirementWish[] = [
  { id: 'push', anyOf: [{ kind: 'push', usage: ['sign-in'] }] },
  { id: 'app', anyOf: [{ kind: 'totp', usage: ['sign-in'] }] },
  {
    id: 'phone',
    anyOf: [{ kind: 'phone', usage: ['sign-in'], channels: ['sms', 'voice'] } satisfies Offer<'phone'>],
    skip: { timesLeft: 2, timesTotal: 3 },
  },
];

/** What a test file shares: one database, one clock. */
export class House {
  readonly clock = { at: Date.UTC(2026, 0, 15, 9, 0, 10) };
  readonly secrets: Secrets = createSecrets(demoKeys);
  readonly mails: Mail[] = [];
  readonly troubles: Trouble[] = [];
  readonly mailer: Mailer = {
    send: async (mail) => void this.mails.push(mail),
    close: async () => undefined,
  };
  readonly database: OpenDatabase;
  #people = 0;
  #random = repeatable();

  private constructor(database: OpenDatabase) {
    this.database = database;
  }

  /** Without a folder, what it keeps lives as long as the process. */
  static async open(folder?: string): Promise<House> {
    const url = await ownDatabase(process.env['POSTGRES_URL']);
    return new House(await (folder === undefined ? openMemoryDatabase(url) : openDatabase({ folder, url })));
  }

  /** One for all tests of a file, closed after them. Nothing has failed in it by then, unless it `isTroubled`. */
  static async shared({ isTroubled = false } = {}): Promise<House> {
    const house = await House.open();
    after(async () => {
      if (!isTroubled) assert.deepEqual(house.troubles, []);
      await house.database.close();
    });
    return house;
  }

  pass(duration: number): void {
    this.clock.at += duration;
  }

  telephone(): SimulatedTelephone {
    const { db } = this.database;
    return createSimulatedTelephone({ db, secrets: this.secrets, now: () => this.clock.at, environment: {} });
  }

  backend(options: Partial<ReferenceOptions> = {}): ReferenceBackend {
    return createReferenceBackend({
      db: this.database.db,
      secrets: this.secrets,
      provider: this.telephone(),
      mailer: this.mailer,
      now: () => this.clock.at,
      random: this.#random,
      report: (trouble) => this.troubles.push(trouble),
      ...options,
    });
  }

  /** Somebody new, who owes what is given. */
  async person(
    options: Partial<ReferenceOptions> & { readonly requirements?: readonly RequirementWish[] } = {},
  ): Promise<Person> {
    const { requirements = everything, ...others } = options;
    this.#people += 1;
    const id = `account-${String(this.#people)}`;
    const telephone = this.telephone();
    const backend = this.backend({ provider: telephone, ...others });
    const label = `mika${String(this.#people)}@contoso.example`;
    await backend.accounts.create({ id, label, organization: 'Contoso', email: label, requirements });
    return new Person(this, backend, telephone, id);
  }
}

/** With `POSTGRES_URL`, the same tests on a real Postgres: a new database for each file, left behind for whoever looks. */
async function ownDatabase(url: string | undefined): Promise<string | undefined> {
  if (url === undefined) return undefined;
  const name = `test_${randomBytes(6).toString('hex')}`;
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(`create database ${name}`);
  await client.end();
  const own = new URL(url);
  own.pathname = `/${name}`;
  return own.href;
}

export class Person {
  readonly house: House;
  readonly telephone: SimulatedTelephone;
  readonly id: string;
  backend: ReferenceBackend;
  session = 'session-1';
  locale = 'en';
  #keys = 0;

  constructor(house: House, backend: ReferenceBackend, telephone: SimulatedTelephone, id: string) {
    this.house = house;
    this.backend = backend;
    this.telephone = telephone;
    this.id = id;
  }

  get adapter(): ReferenceAdapter {
    return this.backend.adapterFor({ accountId: this.id, sessionId: this.session });
  }

  options(more: Partial<WriteOptions> = {}): WriteOptions {
    this.#keys += 1;
    const idempotencyKey = `key-${String(this.#keys)}`;
    return { signal: new AbortController().signal, locale: this.locale, idempotencyKey, ...more };
  }

  load(): Promise<SecurityInfo> {
    return this.adapter.load(this.options());
  }

  begin(request: BeginRequest): Promise<Enrollment> {
    return this.adapter.begin(request, this.options());
  }

  type(id: EnrollmentId, code: string): Promise<Enrollment> {
    return this.adapter.verify(id, { type: 'code', code }, this.options());
  }

  get(id: EnrollmentId): Promise<Enrollment> {
    return this.adapter.get(id, this.options());
  }

  sendAgain(id: EnrollmentId, channel?: string): Promise<Enrollment> {
    return this.adapter.challenge(id, channel === undefined ? {} : { channel }, this.options());
  }

  /** The code that the app shows now. */
  appCode(next: Enrollment['next'], offset = 0): string {
    return codeAt(secretIn(next), this.house.clock.at + offset);
  }

  async registerApp(request: BeginRequest<'totp'> = toApp): Promise<MethodId> {
    const { id, next } = await this.begin(request);
    return methodIn(await this.type(id, this.appCode(next)));
  }

  async registerPhone(request: BeginRequest<'phone'> = toMobile): Promise<MethodId> {
    const { id } = await this.begin(request);
    return methodIn(await this.type(id, await this.textedCode()));
  }

  /** Begins, pairs the app, and asks it once. */
  async askApp(request: BeginRequest<'push'> = toPush): Promise<Asked> {
    const { id, next } = await this.begin(request);
    const { deviceId } = await this.pair(next);
    const shown = matchNumberIn((await this.sendAgain(id)).next);
    return { id, deviceId, shown, request: await this.request(deviceId) };
  }

  pair(next: Enrollment['next']): ReturnType<ReferenceBackend['companion']['pair']> {
    return this.backend.companion.pair({ code: provisionIn(next).uri, publicKey, name: 'Pixel 9' });
  }

  /** What the app is asked. */
  async request(deviceId: string): Promise<string> {
    const requests = await this.backend.companion.requests(deviceId);
    return requests.at(-1)?.id ?? assert.fail('the app is asked nothing');
  }

  async messages(channel: 'sms' | 'voice'): Promise<readonly SimulatedMessage[]> {
    return (await this.telephone.messages(this.id)).filter((message) => message.channel === channel);
  }

  /** The code of the latest text. */
  async textedCode(): Promise<string> {
    const text = (await this.messages('sms')).at(-1)?.text ?? '';
    return /\d{6}/.exec(text)?.[0] ?? assert.fail(`no code in «${text}»`);
  }

  /** The latest call. */
  async call(): Promise<SimulatedMessage> {
    return (await this.messages('voice')).at(-1) ?? assert.fail('nobody called');
  }

  statuses(info: SecurityInfo): Record<string, string> {
    return Object.fromEntries(info.requirements.map(({ id, status }) => [id, status]));
  }
}

export interface Asked {
  readonly id: EnrollmentId;
  readonly deviceId: string;
  readonly shown: string;
  readonly request: string;
}
