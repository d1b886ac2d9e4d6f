/** Somebody who guesses codes, and what the policy allows them: a model that every answer is held against. */
import assert from 'node:assert/strict';
import { policy } from '../../../../demo/server/policy.js';
import type { Enrollment, EnrollmentId } from '../../../../src/contract/enrollment.js';
import { faultOf } from '../../../../src/contract/enrollment-error.js';
import type { EnrollmentFault } from '../../../../src/contract/fault.js';
import { refusal, repeatable, type Person } from '../person.js';
import { isWhole } from './attack.js';

/** How many wrong codes of each sort: a thousand in all by `ATTACK=whole`; else enough for several locks. */
export const guesses = isWhole ? { app: 600, text: 400 } : { app: 120, text: 80 };

const { triesPerAccount, triesPerEnrollment, lockLife, waitsFrom, waits } = policy;

export class Guesser {
  readonly person: Person;
  /** How many guesses were looked at, and how many of them between two locks. */
  counted = 0;
  locks = 0;
  #sinceLock = 0;
  #latest = 0;
  readonly #here = new Map<EnrollmentId, number>();
  readonly #random = repeatable(42);

  constructor(person: Person) {
    this.person = person;
  }

  /** A number below `below`, the same in each run. */
  draw(below: number): number {
    const [a = 0, b = 0, c = 0] = this.#random(3);
    return (a * 65_536 + b * 256 + c) % below;
  }

  /** Six digits that are none of the right ones. */
  wrong(...right: readonly string[]): string {
    for (;;) {
      const code = String(this.draw(1_000_000)).padStart(6, '0');
      if (!right.includes(code)) return code;
    }
  }

  /** What a wrong code handed in now has to be answered with. */
  expected(id: EnrollmentId): EnrollmentFault['code'] {
    const { at } = this.person.house.clock;
    if (this.#sinceLock >= triesPerAccount && at - this.#latest >= lockLife) this.#sinceLock = 0;
    if (this.#sinceLock >= triesPerAccount) return 'locked';
    if ((this.#here.get(id) ?? 0) >= triesPerEnrollment) return 'attempts_exhausted';
    const wait = waits[Math.min(this.#sinceLock - waitsFrom, waits.length - 1)] ?? 0;
    if (this.#sinceLock >= waitsFrom && at - this.#latest < wait) return 'rate_limited';
    return 'invalid_code';
  }

  /** Hands in a wrong code, and holds the answer against the model. `stale`: it was right once, and is not counted. */
  async guess(id: EnrollmentId, code: string, worth: 'wrong' | 'stale' = 'wrong'): Promise<EnrollmentFault> {
    const expected = this.expected(id);
    const fault = await refusal(this.person.type(id, code));
    if (expected !== 'invalid_code') {
      assert.equal(fault.code, expected);
      return fault;
    }
    if (worth === 'stale') {
      assert.equal(fault.code, 'code_expired');
      return fault;
    }
    const here = (this.#here.get(id) ?? 0) + 1;
    this.#here.set(id, here);
    this.#sinceLock += 1;
    this.#latest = this.person.house.clock.at;
    this.counted += 1;
    const left = Math.min(triesPerAccount - this.#sinceLock, triesPerEnrollment - here);
    if (left > 0) {
      assert.deepEqual([fault.code, 'attemptsLeft' in fault && fault.attemptsLeft], ['invalid_code', left]);
    } else {
      assert.equal(fault.code, 'attempts_exhausted');
    }
    if (this.#sinceLock === triesPerAccount) this.locks += 1;
    return fault;
  }

  /** Lets the time pass that a refusal asks for, now and then less, and now and then none. */
  pause(fault: EnrollmentFault): void {
    const asked = 'retryAfter' in fault ? (fault.retryAfter ?? 0) : 0;
    const patience = this.draw(8);
    this.person.house.pass(patience === 0 ? 0 : patience === 1 ? Math.floor(asked / 2) : asked);
    this.person.house.pass(this.draw(4) * 1000);
  }
}

/** The enrolment, or why it is not to be had now. */
export async function tried(call: Promise<Enrollment>): Promise<Enrollment | EnrollmentFault> {
  return await call.catch((thrown: unknown) => faultOf(thrown) ?? Promise.reject(thrown as Error));
}

/** Begins, as often as it takes: a lock or a limit is waited out. */
export async function insist(person: Person, begin: () => Promise<Enrollment>): Promise<Enrollment> {
  for (let trial = 0; trial < 5; trial++) {
    const answer = await tried(begin());
    if (!('code' in answer)) return answer;
    assert.ok(answer.code === 'locked' || answer.code === 'rate_limited', answer.code);
    person.house.pass(answer.retryAfter ?? 0);
  }
  return assert.fail('an enrolment that is never to be had');
}

/** Another session, at another instance. */
export function elsewhere(person: Person): void {
  person.session = person.session === 'session-1' ? 'session-2' : 'session-1';
  person.backend = person.house.backend({ provider: person.telephone, limits: generous });
}

/** So that what stops the guesser is never the limits of sending. */
export const generous = { sendsPerAccount: 10_000, sendsPerRange: 10_000, sendsPerCallingCode: 10_000 };
