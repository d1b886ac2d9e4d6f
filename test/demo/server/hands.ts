/** A person's hands at one backend or the other: what can be done in the wizard and on the phone, and what is seen. */
import type { Enrollment, EnrollmentId } from '../../../src/contract/enrollment.js';
import { faultOf } from '../../../src/contract/enrollment-error.js';
import type { Person as MemoryPerson } from '../../adapters/memory/person.js';
import { codeAt, otherNumber, otherThan, type Person, publicKey } from './person.js';

/** Every hardware token here shows the same. */
export const tokenSecret = 'KRUGS4ZANFZSAYJAORXWWZLOEBVWK6JB';

type Adapter = Pick<
  MemoryPerson['adapter'],
  'load' | 'begin' | 'verify' | 'get' | 'challenge' | 'cancel' | 'remove' | 'setDefault' | 'skip'
>;

/** A person's hands: the wizard's calls, and what can be done on the phone. */
export interface Hands {
  readonly adapter: Adapter;
  options(): ReturnType<Person['options']>;
  texts(): Promise<readonly string[]>;
  /** Mails with a code, and no notices. */
  mails(): Promise<readonly string[]>;
  calls(): Promise<readonly { readonly id: string; readonly state: string }[]>;
  pair(code: string): Promise<unknown>;
  requests(): Promise<readonly { readonly id: string }[]>;
  approve(id: string, number: string): Promise<unknown>;
  deny(id: string): Promise<unknown>;
  readonly line: {
    answer(id: string): unknown;
    press(id: string, key: string): unknown;
    hangUp(id: string): unknown;
  };
  signInAgain(): void;
}

/** One backend, with what was seen of it. */
export class Side {
  readonly hands: Hands;
  readonly #now: () => number;
  readonly ids: EnrollmentId[] = [];
  readonly #names = new Map<string, string>();
  readonly #secrets: string[] = [];
  #pairing = '';
  #shown = '';

  constructor(hands: Hands, now: () => number) {
    this.hands = hands;
    this.#now = now;
  }

  /** What came of it, with this backend's own ids and secrets made the same as the other's. */
  async outcome(work: () => unknown): Promise<unknown> {
    try {
      return this.#plain(await work());
    } catch (thrown) {
      return faultOf(thrown) ?? (thrown as Error).message;
    }
  }

  async see(call: Promise<Enrollment>): Promise<Enrollment> {
    const enrollment = await call;
    const { id, next } = enrollment;
    if (!this.ids.includes(id)) this.ids.push(id);
    if (next.type === 'code' && next.provision) {
      this.#secrets.push(next.provision.manual.find(({ name }) => name === 'secret')?.value ?? '');
    }
    if (next.type === 'wait' && next.for === 'pairing') this.#pairing = next.provision?.uri ?? '';
    if (next.type === 'wait' && next.for === 'approval') this.#shown = next.matchNumber ?? '';
    return enrollment;
  }

  id(back: number): EnrollmentId {
    return this.ids.at(-1 - back) ?? ('enrollment-none' as EnrollmentId);
  }

  async type(back: number, what: 'app' | 'token' | 'text' | 'mail' | 'older' | 'wrong' | 'odd'): Promise<Enrollment> {
    const texted = (await this.hands.texts()).map((text) => /\d{6}/.exec(text)?.[0] ?? '');
    const mailed = (await this.hands.mails()).map((mail) => /\d{6}/.exec(mail)?.[0] ?? '');
    const shown = this.#secrets.map((secret) => codeAt(secret, this.#now()));
    const code = {
      app: shown.at(-1) ?? '000000',
      token: codeAt(tokenSecret, this.#now()),
      text: texted.at(-1) ?? '000000',
      mail: mailed.at(-1) ?? '000000',
      older: texted.at(-2) ?? '000000',
      wrong: otherThan(...texted.slice(-1), ...mailed.slice(-1), ...shown.slice(-1), codeAt(tokenSecret, this.#now())),
      odd: '12 34',
    }[what];
    return await this.see(this.hands.adapter.verify(this.id(back), { type: 'code', code }, this.hands.options()));
  }

  pair(): Promise<unknown> {
    return this.hands.pair(this.#pairing);
  }

  async approve(isRight: boolean): Promise<undefined> {
    const request = (await this.hands.requests()).at(-1);
    if (request) await this.hands.approve(request.id, isRight ? this.#shown : otherNumber(this.#shown));
    return undefined;
  }

  async deny(): Promise<undefined> {
    const request = (await this.hands.requests()).at(-1);
    if (request) await this.hands.deny(request.id);
    return undefined;
  }

  async onCall(tap: 'answer' | 'hangUp' | '#' | '1'): Promise<undefined> {
    const call = (await this.hands.calls()).at(-1);
    if (call === undefined) return undefined;
    if (tap === 'answer' || tap === 'hangUp') await this.hands.line[tap](call.id);
    else await this.hands.line.press(call.id, tap);
    return undefined;
  }

  /** What the phone and the account look like now. */
  async view(): Promise<unknown> {
    const info = await this.hands.adapter.load(this.hands.options());
    const calls = (await this.hands.calls()).map(({ state }) => state);
    const asked = (await this.hands.requests()).length;
    const texts = (await this.hands.texts()).length;
    const mails = (await this.hands.mails()).length;
    return this.#plain({ info, calls, asked, texts, mails });
  }

  #plain(value: unknown): unknown {
    if (value === undefined) return value;
    return JSON.parse(JSON.stringify(value), (key, one: unknown) => {
      if (key === 'codes' && Array.isArray(one)) return one.length;
      if (typeof one !== 'string') return one;
      if (['uri', 'deepLink', 'value', 'matchNumber', 'deviceId'].includes(key)) return '*';
      const isOurs = /^(enrollment|method)-/.test(one);
      if (!isOurs) return one;
      const known = this.#names.get(one) ?? `#${String(this.#names.size)}`;
      this.#names.set(one, known);
      return known;
    }) as unknown;
  }
}

export function handsInMemory(person: MemoryPerson): Hands {
  const { app, line } = person.backend;
  return {
    adapter: person.adapter,
    options: () => person.options(),
    texts: async () => person.backend.messages().flatMap(({ text, subject }) => (subject === undefined ? [text] : [])),
    mails: async () => person.backend.messages().flatMap(({ text, subject }) => (subject === undefined ? [] : [text])),
    calls: async () => line.calls(),
    pair: async (code) => {
      await app.pair(code);
    },
    requests: async () => app.requests(),
    approve: async (id, number) => {
      app.approve(id, number);
    },
    deny: async (id) => {
      app.deny(id);
    },
    line,
    signInAgain: () => person.backend.signInAgain(),
  };
}

/** `mailbox` stands in every address of the person's own. */
export function handsOf(person: Person, mailbox: string): Hands {
  const { companion } = person.backend;
  const devices: string[] = [];
  const owner = new Map<string, string>();
  let sessions = 1;
  return {
    get adapter() {
      return person.adapter;
    },
    options: () => person.options(),
    texts: async () => (await person.messages('sms')).map(({ text }) => text),
    mails: async () =>
      person.house.mails
        .filter(({ id, to }) => id.startsWith('message-') && to.includes(mailbox))
        .map(({ text }) => text),
    calls: () => person.messages('voice'),
    pair: async (code) => {
      devices.push((await companion.pair({ code, publicKey, name: 'x' })).deviceId);
    },
    requests: async () => {
      const asked = [];
      for (const device of devices) {
        for (const request of await companion.requests(device)) {
          owner.set(request.id, device);
          asked.push(request);
        }
      }
      return asked;
    },
    approve: (id, number) => companion.answer(owner.get(id) ?? '', id, 'approve', number),
    deny: (id) => companion.answer(owner.get(id) ?? '', id, 'deny'),
    line: person.telephone,
    signInAgain: () => {
      sessions += 1;
      person.session = `session-${String(sessions)}`;
    },
  };
}
