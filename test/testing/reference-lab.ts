/**
 * The lab of the reference backend: one or more instances on one database, each behind its own handler, with a clock that
 * only checks move, a sign-in that is a table, and a whole phone.
 */
import { generateKeyPairSync, type webcrypto } from 'node:crypto';
import { generateSync } from 'otplib';
import type { Database } from '../../demo/server/database/index.js';
import { createTicketProvider, type Outcome } from '../../demo/server/external/index.js';
import type { Mail, Mailer } from '../../demo/server/mail/mailer.js';
import { createSimulatedTelephone, type SimulatedTelephone } from '../../demo/server/messages/index.js';
import { createReferenceBackend, type Person, type ReferenceBackend } from '../../demo/server/reference/index.js';
import type { Trouble } from '../../demo/server/reference/world.js';
import { createSecrets } from '../../demo/server/secrets/index.js';
import type { SecurityInfoAdapter } from '../../src/contract/adapter.js';
import { EnrollmentError } from '../../src/contract/enrollment-error.js';
import type { NextCode } from '../../src/contract/next.js';
import type { CallName } from '../../src/contract/routes.js';
import type { Handler } from '../../src/server/index.js';
import type { Lab, LabDevice, LabPerson } from '../../src/testing/index.js';
import { followers, requirements, secretOf } from './memory-lab.js';
import { softwareAuthenticator } from './software-authenticator.js';
import { mounted, overHttp } from './over-http.js';

const tokenSecret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const password = 'open sesame';

const origin = 'https://contoso.example';

const secrets = createSecrets({
  keys: [{ id: 'test', bytes: new Uint8Array(32).fill(7) }],
  pepper: new Uint8Array(32).fill(9),
});

const elsewhere = createTicketProvider({
  page: 'https://id.lighthouse.example/add',
  secret: new Uint8Array(32).fill(5),
});

/** What somebody did on the other page. */
function backFrom(url: string, outcome: Outcome): string {
  const state = new URL(url).searchParams.get('state') ?? '';
  return `https://login.example/?ticket=${elsewhere.ticketFor(state, outcome)}`;
}

const publicKey = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({
  format: 'jwk',
}) as webcrypto.JsonWebKey;

/** What was mailed, by all instances. */
const mailed: Mail[] = [];
const mailer: Mailer = { send: async (mail) => void mailed.push(mail), close: async () => undefined };

/** One process of the server, as far as anything differs from process to process. */
interface Instance {
  readonly backend: ReferenceBackend;
  readonly telephone: SimulatedTelephone;
  readonly handler: Handler;
}

type Session = Person & { readonly token: string };

/** Numbers are limited across accounts, so everybody has their own, each of a range of its own. */
let people = 0;

/**
 * A lab over one instance for each database client that is given. A person's calls go to them in turn.
 *
 * @example
 * const result = await checkAdapter(referenceLab({ name: 'two instances', databases: [one.db, two.db] }));
 */
export function referenceLab({ name, databases, troubles = [] }: ReferenceLabOptions): Lab {
  const clock = { at: Date.UTC(2026, 0, 15, 9, 0, 10) };
  const sessions = new Map<string, Session>();
  const instances = databases.map((db) => instanceOn(db, () => clock.at, sessions, troubles));
  let turn = 0;
  const next = (): Instance => {
    const instance = instances[turn++ % instances.length];
    if (instance === undefined) throw new Error('a lab needs a database');
    return instance;
  };
  const signIn = async (accountId: string): Promise<SignedIn> => {
    const { accounts } = next().backend;
    await accounts.create({
      id: accountId,
      label: `${accountId}@contoso.example`,
      organization: 'Contoso',
      requirements,
      followers,
    });
    return new SignedIn(accountId, sessions);
  };
  return {
    name,
    kinds: [
      'push',
      'totp',
      'phone',
      'email',
      'passkey',
      'recovery-codes',
      'security-questions',
      'app-password',
      'hardware-otp',
      'external',
    ],
    person: async () => {
      people += 1;
      const own = await signIn(`person-${String(people)}`);
      const strange = await signIn(`stranger-${String(people)}`);
      const tokens = { free: `FREE${String(people)}`, taken: `TAKEN${String(people)}` };
      await next().backend.tokens.add([
        { serial: tokens.free, secret: tokenSecret },
        { serial: tokens.taken, secret: tokenSecret, accountId: strange.accountId },
      ]);
      const lost = new Set<CallName>();
      const tabOf = (signedIn: SignedIn, losing?: Set<CallName>): SecurityInfoAdapter =>
        overHttp({
          handler: () => next().handler,
          headers: () => ({ cookie: signedIn.token }),
          ...(losing && { lost: losing }),
        });
      return {
        adapter: tabOf(own, lost),
        another: tabOf(own),
        stranger: tabOf(strange),
        password,
        numbers: numbersOf(people),
        tokens,
        addresses: addressesOf(people),
        clock: {
          advance: (ms) => {
            clock.at += ms;
          },
        },
        ...phoneOf(own.accountId, people, next, () => clock.at),
        elsewhere: {
          finish: (url) => backFrom(url, 'finished'),
          refuse: (url) => backFrom(url, 'refused'),
        },
        authenticator: softwareAuthenticator(origin),
        loseNextAnswer: (call) => void lost.add(call),
        requireStepUp: () => {
          own.age();
        },
        signInAgain: () => {
          own.again();
        },
      };
    },
  };
}

export interface ReferenceLabOptions {
  readonly name: string;
  readonly databases: readonly Database[];
  /** What went wrong and was told to nobody is put here. */
  readonly troubles?: Trouble[];
}

function instanceOn(db: Database, now: () => number, sessions: Map<string, Session>, troubles: Trouble[]): Instance {
  const telephone = createSimulatedTelephone({ db, secrets, now, environment: {} });
  const backend = createReferenceBackend({
    db,
    secrets,
    provider: telephone,
    mailer,
    elsewhere,
    origins: [origin],
    now,
    report: (trouble) => troubles.push(trouble),
  });
  const handler = mounted((headers) => {
    const session = sessions.get(headers.get('cookie') ?? '');
    return session && withPassword(backend.adapterFor(session), session, sessions);
  });
  return { backend, telephone, handler };
}

/** The sign-in's part of the adapter. */
function withPassword(
  adapter: SecurityInfoAdapter,
  { mustReauthenticate, ...session }: Session,
  sessions: Map<string, Session>,
): SecurityInfoAdapter {
  return {
    ...adapter,
    reauthenticate: async (proof, { signal }) => {
      signal.throwIfAborted();
      if (proof.password !== password) {
        throw new EnrollmentError({ code: 'invalid_input', field: 'password', reason: 'mismatch' });
      }
      sessions.set(session.token, session);
    },
  };
}

/** Somebody at the sign-in: one session after the other, each of which may grow too old for writes. */
class SignedIn {
  readonly accountId: string;
  token = '';
  readonly #sessions: Map<string, Session>;

  constructor(accountId: string, sessions: Map<string, Session>) {
    this.accountId = accountId;
    this.#sessions = sessions;
    this.again();
  }

  again(): void {
    this.token = crypto.randomUUID();
    const { token, accountId } = this;
    this.#sessions.set(token, { token, accountId, sessionId: `session of ${token}` });
  }

  age(): void {
    const session = this.#sessions.get(this.token);
    if (session) this.#sessions.set(this.token, { ...session, mustReauthenticate: { kind: 'password' } });
  }
}

function numbersOf(person: number): NonNullable<LabPerson['numbers']> {
  // What begins with a zero is no number there.
  const middle = String(1000 + (person % 9000));
  return { mobile: `+8190${middle}5678`, other: `+8180${middle}4321`, landline: `+813${middle}8765` };
}

/** Everybody has a domain of their own, at which the brakes count. */
const homeOf = (person: number): string => `@home-${String(person)}.example`;

function addressesOf(person: number): NonNullable<LabPerson['addresses']> {
  const home = homeOf(person);
  return { mailbox: `mika${home}`, other: `taro${home}`, refused: 'help@contoso.example' };
}

/** What the person holds in hand: texts, an authenticator app, the organisation's app, and a keypad. */
function phoneOf(
  accountId: string,
  person: number,
  next: () => Instance,
  now: () => number,
): Pick<LabPerson, 'texts' | 'mails' | 'codeFor' | 'device' | 'line'> {
  const messages = async (channel: 'sms' | 'voice'): ReturnType<SimulatedTelephone['messages']> =>
    (await next().telephone.messages(accountId)).filter((message) => message.channel === channel);
  const mails = (): readonly Mail[] => mailed.filter(({ to }) => to.endsWith(homeOf(person)));
  return {
    texts: () => messages('sms'),
    mails,
    codeFor: async ({ provision, delivery }: NextCode) => {
      const secret = delivery ? undefined : secretOf(provision, tokenSecret);
      if (secret !== undefined) return generateSync({ secret, epoch: Math.floor(now() / 1000) });
      const sent = delivery?.channel === 'email' ? mails() : await messages('sms');
      return /\d{6}/.exec(sent.at(-1)?.text ?? '')?.[0] ?? '';
    },
    device: deviceOf(next),
    line: {
      calls: () => messages('voice'),
      answer: (id) => next().telephone.answer(id),
      press: (id, key) => next().telephone.press(id, key),
    },
  };
}

/** One phone, which is paired anew for each enrolment. */
function deviceOf(next: () => Instance): LabDevice {
  const ids: string[] = [];
  const ownerOf = new Map<string, string>();
  const answer = async (id: string, decision: 'approve' | 'deny', number?: string): Promise<void> => {
    await next().backend.companion.answer(ownerOf.get(id) ?? '', id, decision, number);
  };
  return {
    pair: async (uri) => {
      const { deviceId } = await next().backend.companion.pair({ code: uri, publicKey, name: 'Pixel 9' });
      ids.push(deviceId);
    },
    requests: async () => {
      const open = [];
      for (const deviceId of ids) {
        for (const { id } of await next().backend.companion.requests(deviceId)) {
          ownerOf.set(id, deviceId);
          open.push({ id });
        }
      }
      return open;
    },
    approve: (id, number) => answer(id, 'approve', number),
    deny: (id) => answer(id, 'deny'),
  };
}
