/** The backend's surroundings with their defaults: clock, randomness, limits, and the phone in the person's hand. */
import { Approvals } from './approvals.js';
import { Elsewhere } from './elsewhere.js';
import type { World } from './kind.js';
import { defaultLimits } from './limits.js';
import type { MemoryBackendOptions } from './options.js';
import type { Outbox } from './outbox.js';
import { Pairings } from './pairings.js';
import { Sends } from './sends.js';
import { Telephone } from './telephone.js';
import { copied } from './wire.js';

export function worldOf(options: MemoryBackendOptions, outbox: Outbox): World {
  const { clock = Date, random = secureRandom, limits, lineOf = () => 'mobile' as const, countryOf, host } = options;
  const now = (): number => clock.now();
  const rules = { ...defaultLimits, ...limits };
  const newId = idsOf((length) => random(length));
  return {
    account: copied(options.account),
    limits: rules,
    host,
    origin: options.origin ?? ownOrigin(),
    now,
    random: (length) => random(length),
    newId,
    lineOf: (number) => lineOf(number),
    countryOf: countryOf && ((number) => countryOf(number)),
    sends: new Sends(rules, now),
    send: (message) => {
      outbox.send(message);
    },
    calls: options.calls ?? 'keypress',
    callerId: options.callerId ?? '+81 3-0000-0100',
    telephone: new Telephone(now, () => newId('call')),
    pairings: new Pairings(now, (length) => random(length), host),
    approvals: new Approvals(now, () => newId('request')),
    elsewhere: new Elsewhere((length) => random(length), host),
    tokens: copied(options.tokens ?? []),
  };
}

/** Ids that no other backend makes. The running number keeps them apart even where a test's randomness stands still. */
function idsOf(random: (length: number) => Uint8Array): (what: string) => string {
  let made = 0;
  return (what) => {
    made += 1;
    const mark = Array.from(random(8), (byte) => byte.toString(16).padStart(2, '0')).join('');
    return `${what}-${String(made)}-${mark}`;
  };
}

/** A program that is no page has no address; any secure one will do. */
function ownOrigin(): string {
  return typeof location === 'undefined' ? 'https://localhost' : location.origin;
}

function secureRandom(length: number): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(length));
}
