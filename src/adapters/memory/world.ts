/** The backend's surroundings with their defaults: clock, randomness, limits, and the way texts leave. */
import type { World } from './kind.js';
import { defaultLimits } from './limits.js';
import type { MemoryBackendOptions } from './options.js';
import type { Outbox } from './outbox.js';
import { copied } from './wire.js';

export function worldOf(options: MemoryBackendOptions, outbox: Outbox): World {
  const { clock = Date, random = secureRandom, limits, lineOf = () => 'mobile' as const, host } = options;
  return {
    account: copied(options.account),
    limits: { ...defaultLimits, ...limits },
    host,
    now: () => clock.now(),
    random: (length) => random(length),
    lineOf: (number) => lineOf(number),
    send: (to, text) => {
      outbox.send(to, text);
    },
  };
}

/** Ids that no other backend makes. The running number keeps them apart even where a test's randomness stands still. */
export function idsOf(world: World): (what: string) => string {
  let made = 0;
  return (what) => {
    made += 1;
    const mark = Array.from(world.random(8), (byte) => byte.toString(16).padStart(2, '0')).join('');
    return `${what}-${String(made)}-${mark}`;
  };
}

function secureRandom(length: number): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(length));
}
