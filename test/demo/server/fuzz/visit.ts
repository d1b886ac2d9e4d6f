/** A person whose every request may be anything, and what has to hold of every answer all the same. */
import assert from 'node:assert/strict';
import type { Enrollment, EnrollmentId } from '../../../../src/contract/enrollment.js';
import { isEnrollment } from '../../../../src/contract/guards/enrollment.js';
import { isSecurityInfo } from '../../../../src/contract/guards/security-info.js';
import { faultIn, problemType, type Problem } from '../../../../src/contract/problem.js';
import { statusOf, type CallName } from '../../../../src/contract/routes.js';
import type { SecurityInfo } from '../../../../src/contract/security-info.js';
import type { Handler } from '../../../../src/server/index.js';
import { handlerOf, requestOf, type Sent } from '../over-http.js';
import { otherThan, type Person, provisionIn, secretIn } from '../person.js';

export interface Seen {
  readonly id: EnrollmentId;
  readonly kind: string;
  next: Enrollment['next'];
}

/** The requirement that each kind meets, as `everything` has it. */
const kinds: Readonly<Record<string, string>> = { push: 'push', app: 'totp', phone: 'phone' };

export class Visit {
  readonly person: Person;
  /** Enrolments that were answered, oldest first. */
  readonly seen: Seen[] = [];
  info: SecurityInfo | undefined;
  deviceId: string | undefined;
  /** What the visit itself has proved, by a code, a key or a number that was right. */
  readonly proved = new Map<EnrollmentId, string>();
  hasAskedToPutOff = false;
  readonly #handler: Handler;

  constructor(person: Person) {
    this.person = person;
    this.#handler = handlerOf(person.backend, { accountId: person.id, sessionId: person.session }, (thrown) => {
      throw thrown instanceof Error ? thrown : new Error(String(thrown));
    });
  }

  /** One of the latest enrolments. */
  latest(back: number): Seen | undefined {
    return this.seen.at(-1 - back);
  }

  call(call: CallName, sent?: Sent): Promise<unknown> {
    return this.ask(requestOf(call, sent));
  }

  /** Hands in a code; `right` is whether the visit knows that it is. */
  async type({ id, kind }: Seen, code: string, right: boolean): Promise<void> {
    if (right) this.proved.set(id, kind);
    await this.call('verify', { id, body: { type: 'code', code } });
  }

  /** The right code, where there is one. */
  async codeFor({ next, kind }: Seen): Promise<string | undefined> {
    if (next.type !== 'code') return undefined;
    if (kind === 'totp') return this.person.appCode(next);
    return (await this.person.messages('sms')).length === 0 ? undefined : await this.person.textedCode();
  }

  wrongCode({ next, kind }: Seen): string {
    if (next.type !== 'code' || kind !== 'totp') return otherThan();
    secretIn(next);
    return otherThan(...[-30_000, 0, 30_000].map((offset) => this.person.appCode(next, offset)));
  }

  async pair({ next }: Seen): Promise<void> {
    if (next.type !== 'wait' || next.for !== 'pairing') return;
    provisionIn(next);
    const paired = await this.person.pair(next).catch(() => undefined);
    this.deviceId = paired?.deviceId ?? this.deviceId;
  }

  /** Answers what the app is asked, with the number that the wizard showed. */
  async approve({ id, kind, next }: Seen, right: boolean): Promise<void> {
    const shown = next.type === 'wait' ? next.matchNumber : undefined;
    if (this.deviceId === undefined || shown === undefined) return;
    const [request] = await this.person.backend.companion.requests(this.deviceId);
    if (request === undefined) return;
    if (right) this.proved.set(id, kind);
    await this.person.backend.companion.answer(this.deviceId, request.id, 'approve', right ? shown : '+1');
  }

  /** Picks up the latest call, and presses a key. */
  async press({ id, kind }: Seen, key: string): Promise<void> {
    const call = (await this.person.messages('voice')).at(-1);
    if (call === undefined || kind !== 'phone') return;
    if (key === '#') this.proved.set(id, kind);
    await this.person.telephone.answer(call.id);
    await this.person.telephone.press(call.id, key);
  }

  /** Sends it, and holds the answer against what is promised of every answer. */
  async ask(request: Request): Promise<unknown> {
    const { method } = request;
    if (/\/requirements\/phone\/skip\/*$/.test(new URL(request.url).pathname)) this.hasAskedToPutOff = true;
    const response = await this.#handler(request);
    const { status } = response;
    const text = await response.text();
    const about = `${method} ${request.url.slice(0, 200)}: ${String(status)} ${text.slice(0, 300)}`;
    assert.ok(status < 500, about);
    assert.equal(response.headers.get('cache-control'), 'no-store', about);
    if (status === 204) return undefined;
    const body = JSON.parse(text) as unknown;
    if (status >= 400) {
      this.#refused(response, body as Problem, about);
      return body;
    }
    assert.equal(status, 200, about);
    assert.ok(isEnrollment(body) || isSecurityInfo(body), about);
    if (isSecurityInfo(body)) this.#told(body, about);
    else this.#answered(body, about);
    return body;
  }

  #refused(response: Response, problem: Problem, about: string): void {
    assert.equal(response.headers.get('content-type'), problemType, about);
    const { code } = faultIn(problem) ?? assert.fail(about);
    assert.ok(Object.hasOwn(statusOf, code), about);
    assert.deepEqual([problem.type, problem.code, problem.status], ['about:blank', code, response.status], about);
    // What is wrong with a request itself has a status of its own.
    if (code !== 'protocol') assert.equal(response.status, statusOf[code], about);
  }

  #answered({ id, kind, next }: Enrollment, about: string): void {
    if (next.type === 'done') assert.ok(this.proved.has(id), `registered without a proof: ${about}`);
    const known = this.seen.find((one) => one.id === id);
    if (known === undefined) this.seen.push({ id, kind, next });
    else known.next = next;
  }

  /** Nothing is said to be met or registered but what was really proved. */
  #told(info: SecurityInfo, about: string): void {
    this.info = info;
    for (const { id, status, anyOf } of info.requirements) {
      const kind = kinds[id] ?? assert.fail(about);
      assert.equal(anyOf[0].kind, kind, about);
      if (status === 'satisfied') assert.ok(this.#count(kind) > 0, `met without a proof: ${about}`);
      if (status === 'put-off') assert.ok(id === 'phone' && this.hasAskedToPutOff, `put off unasked: ${about}`);
    }
    for (const kind of Object.values(kinds)) {
      const standing = info.methods.filter((method) => method.kind === kind);
      assert.ok(standing.length <= this.#count(kind), `more methods than proofs: ${about}`);
    }
    const ref = info.defaultMethod;
    if (ref !== undefined)
      assert.ok(
        info.methods.some(({ id }) => id === ref.methodId),
        about,
      );
    assert.deepEqual([info.account.label.length > 0, info.requirements.length], [true, 3], about);
  }

  #count(kind: string): number {
    return [...this.proved.values()].filter((one) => one === kind).length;
  }
}
