/** What a backend has to do for `badge`, as a kind of the backend in memory, which keeps tries, keys and time by itself. */
import type { KindOption } from '../../src/adapters/memory/index.js';
import { EnrollmentError, readCode, type Proof } from '../../src/method.js';
import type {} from './contract.js';

const pinDigits = 6;

/**
 * `pins` is the register of badges: number → PIN. A number that is in no register is asked for its PIN like any other, so
 * that nobody finds out here which badges there are.
 *
 * @example
 * createMemoryBackend({ account, requirements, kinds: { badge: badgeKind({ '47110023': '258091' }) } });
 */
export function badgeKind(pins: Readonly<Record<string, string>>): KindOption<'badge'> {
  return ({ limits, now }) => ({
    // A lost badge is replaced by the next one.
    slots: 'one-per-offer',
    strength: 1,
    async check({ badge }) {
      if (!/^\d{8}$/.test(badge))
        throw new EnrollmentError({ code: 'invalid_input', field: 'number', reason: 'format' });
    },
    open({ request: { badge } }) {
      const endsAt = now() + limits.enrollmentLife;
      const pin = Object.hasOwn(pins, badge) ? pins[badge] : undefined;
      return {
        endsAt: () => endsAt,
        next: (attemptsLeft) => ({ type: 'code', alphabet: 'digits', length: pinDigits, attemptsLeft }),
        prove(proof) {
          const typed = pinIn(proof);
          if (typed === undefined) return { type: 'refused', fault: { code: 'invalid_code', reason: 'format' } };
          return typed === pin ? { type: 'right' } : { type: 'wrong', reason: 'mismatch' };
        },
        isReplay: (proof) => pinIn(proof) === pin,
        describe: () => ({ label: `•••• ${badge.slice(-4)}`, identity: badge }),
      };
    },
  });
}

/** The PIN, bare, or nothing where the proof is none. */
function pinIn(proof: Proof): string | undefined {
  if (proof.type !== 'code' || typeof proof.code !== 'string') return undefined;
  const read = readCode(proof.code, { alphabet: 'digits', length: pinDigits });
  return 'code' in read ? read.code : undefined;
}
