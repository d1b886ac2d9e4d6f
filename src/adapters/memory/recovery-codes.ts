/** Recovery codes: a set is shown until it is acknowledged, and takes the place of the old one only then (R39). */
import type {} from '../../methods/recovery-codes/contract.js';
import { drawSecret, grouped } from './crockford.js';
import type { Kind, World } from './kind.js';
import { ShownOnce } from './shown-once.js';
import { wordsIn } from './words.js';

/** How many make a set. */
export const codesInSet = 10;

export function recoveryCodes(world: World): Kind<'recovery-codes'> {
  return {
    slots: 'one-per-offer',
    strength: 0,
    open: ({ offer }) => {
      const codes = Array.from({ length: codesInSet }, () => grouped(drawSecret((length) => world.random(length))));
      return new ShownOnce(world, codes, (name, locale) => ({
        label: name ?? offer.displayName ?? wordsIn(locale).recoveryCodes,
      }));
    },
  };
}
