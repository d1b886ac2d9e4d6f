/** A person at a memory backend: calls with fresh keys, a clock that only tests move, and a phone with its apps. */
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import {
  type AppRequest,
  createMemoryBackend,
  type MemoryBackend,
  type MemoryBackendOptions,
  type PhoneCall,
} from '../../../src/adapters/memory/index.js';
import type { SecurityInfoAdapter, WriteOptions } from '../../../src/contract/adapter.js';
import type { BeginRequest, Enrollment, EnrollmentId, MethodId, Offer } from '../../../src/contract/enrollment.js';
import { faultOf } from '../../../src/contract/enrollment-error.js';
import type { EnrollmentFault } from '../../../src/contract/fault.js';
import type { NextCode, NextRejected, NextWait, Provision } from '../../../src/contract/next.js';
import type { MethodRef, SecurityInfo } from '../../../src/contract/security-info.js';

export const seconds = (count: number): number => count * 1000;
export const minutes = (count: number): number => count * 60_000;

export const mobile = '+819012345678';
export const totpOffer: Offer<'totp'> = { kind: 'totp', usage: ['sign-in'] };
export const phoneOffer: Offer<'phone'> = { kind: 'phone', usage: ['sign-in'], channels: ['sms'] };
export const callOffer: Offer<'phone'> = { kind: 'phone', usage: ['sign-in'], channels: ['sms', 'voice'] };
export const pushOffer: Offer<'push'> = { kind: 'push', usage: ['sign-in'] };
export const toApp: BeginRequest<'totp'> = { kind: 'totp' };
export const toMobile: BeginRequest<'phone'> = { kind: 'phone', number: mobile, channel: 'sms' };
export const toCall: BeginRequest<'phone'> = { kind: 'phone', number: mobile, channel: 'voice' };
export const toPush: BeginRequest<'push'> = { kind: 'push' };

/** An adapter that leaves nothing out, as the one of a backend with a password does. */
export type FullAdapter = Required<SecurityInfoAdapter>;

export class Person {
  readonly backend: MemoryBackend;
  readonly adapter: FullAdapter;
  readonly clock = { at: Date.UTC(2026, 0, 15, 9, 0, 10), now: (): number => this.clock.at };
  locale = 'en';
  #keys = 0;

  constructor(options: Partial<MemoryBackendOptions> = {}) {
    this.backend = createMemoryBackend({
      account: { label: 'mika@contoso.example', organization: 'Contoso' },
      requirements: [
        { id: 'app', anyOf: [totpOffer] },
        { id: 'phone', anyOf: [phoneOffer], skip: { timesLeft: 2, timesTotal: 3 } },
      ],
      clock: this.clock,
      random: repeatable(),
      password: 'open sesame',
      ...options,
    });
    this.adapter = this.backend.adapter as FullAdapter;
  }

  pass(duration: number): void {
    this.clock.at += duration;
  }

  options(more: Partial<WriteOptions> = {}): WriteOptions {
    this.#keys += 1;
    return { signal: new AbortController().signal, locale: this.locale, idempotencyKey: `key-${this.#keys}`, ...more };
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

  cancel(id: EnrollmentId): Promise<void> {
    return this.adapter.cancel(id, this.options());
  }

  remove(id: MethodId): Promise<SecurityInfo> {
    return this.adapter.remove(id, this.options());
  }

  setDefault(ref: MethodRef): Promise<SecurityInfo> {
    return this.adapter.setDefault(ref, this.options());
  }

  skip(requirementId: string): Promise<SecurityInfo> {
    return this.adapter.skip(requirementId, this.options());
  }

  async registerApp(request: BeginRequest<'totp'> = toApp): Promise<MethodId> {
    const { id, next } = await this.begin(request);
    return methodIn(await this.type(id, codeAt(secretIn(next), this.clock.at)));
  }

  async registerPhone(request: BeginRequest<'phone'> = toMobile): Promise<MethodId> {
    const { id } = await this.begin(request);
    return methodIn(await this.type(id, this.textedCode()));
  }

  /** Begins, pairs the app, and asks it once. */
  async askApp(request: BeginRequest<'push'> = toPush): Promise<{ id: EnrollmentId; shown: string }> {
    const { id, next } = await this.begin(request);
    await this.backend.app.pair(provisionIn(next).uri);
    return { id, shown: matchNumberIn((await this.sendAgain(id)).next) };
  }

  async registerPush(request: BeginRequest<'push'> = toPush): Promise<MethodId> {
    const { id, shown } = await this.askApp(request);
    this.backend.app.approve(this.request().id, shown);
    return methodIn(await this.get(id));
  }

  /** Picks up, and confirms with the key that the call asks for. */
  async registerByCall(request: BeginRequest<'phone'> = toCall): Promise<MethodId> {
    const { id } = await this.begin(request);
    this.backend.line.answer(this.call().id);
    this.backend.line.press(this.call().id, '#');
    return methodIn(await this.get(id));
  }

  /** What the organisation's app asks. */
  request(): AppRequest {
    return this.backend.app.requests().at(-1) ?? assert.fail('the app asks nothing');
  }

  /** The latest call. */
  call(): PhoneCall {
    return this.backend.line.calls().at(-1) ?? assert.fail('nobody called');
  }

  /** The code of the latest text message. */
  textedCode(): string {
    const text = this.backend.messages().at(-1)?.text ?? '';
    return /\d{6}/.exec(text)?.[0] ?? assert.fail(`no code in «${text}»`);
  }

  statuses(info: SecurityInfo): Record<string, string> {
    return Object.fromEntries(info.requirements.map(({ id, status }) => [id, status]));
  }
}

/** Randomness that is the same in each run, so that no two codes are ever alike by bad luck (mulberry32). */
export function repeatable(seed = 1): (length: number) => Uint8Array {
  let state = seed;
  const byte = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (mixed ^ (mixed >>> 14)) & 0xff;
  };
  return (length) => Uint8Array.from({ length }, byte);
}

export function codeStep(next: Enrollment['next']): NextCode {
  return next.type === 'code' ? next : assert.fail(`expected a code to be asked for, not ${next.type}`);
}

export function waitFor(what: NextWait['for'], next: Enrollment['next']): NextWait {
  return next.type === 'wait' && next.for === what ? next : assert.fail(`no ${what} but ${JSON.stringify(next)}`);
}

export function provisionIn(next: Enrollment['next']): Provision {
  return waitFor('pairing', next).provision ?? assert.fail('nothing to pair with');
}

export function matchNumberIn(next: Enrollment['next']): string {
  return waitFor('approval', next).matchNumber ?? assert.fail('no number to compare');
}

/** A number that the wizard does not show. */
export function otherNumber(shown: string): string {
  return shown === '00' ? '99' : '00';
}

export function rejection(reason: NextRejected['reason'], more: Partial<NextRejected> = {}): NextRejected {
  return { type: 'rejected', reason, recover: 'challenge', ...more };
}

export function methodIn({ next }: Enrollment): MethodId {
  return next.type === 'done' ? next.methods[0].id : assert.fail(`expected it to be registered, not ${next.type}`);
}

export function secretIn(next: Enrollment['next']): string {
  const rows = codeStep(next).provision?.manual ?? [];
  return rows.find(({ name }) => name === 'secret')?.value ?? assert.fail('no secret to type by hand');
}

/** What an app shows at `time`: RFC 6238 over RFC 4226, by Node's HMAC and not by the library under test. */
export function codeAt(secret: string, time: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(time / 30_000)));
  const mac = createHmac('sha1', base32(secret)).update(counter).digest();
  const offset = mac.readUInt8(mac.length - 1) & 0xf;
  return String((mac.readUInt32BE(offset) & 0x7fff_ffff) % 1_000_000).padStart(6, '0');
}

/** RFC 4648, as an app reads a secret. */
export function base32(text: string): Buffer {
  const bits = [...text].map((letter) =>
    'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'),
  );
  return Buffer.from((bits.join('').match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2)));
}

/** A code that is not `right`, and never becomes it by luck. */
export function otherThan(...right: readonly string[]): string {
  return (
    ['000000', '111111', '222222', '333333'].find((code) => !right.includes(code)) ?? assert.fail('too many codes')
  );
}

/** The fault that a call was refused with; a call that works, or throws anything else, fails the test. */
export async function refusal(call: Promise<unknown>): Promise<EnrollmentFault> {
  const thrown: unknown = await call.then(
    (answer) => assert.fail(`answered ${JSON.stringify(answer)}`),
    (reason: unknown) => reason,
  );
  return faultOf(thrown) ?? assert.fail(`not a refusal: ${String(thrown)}`);
}
