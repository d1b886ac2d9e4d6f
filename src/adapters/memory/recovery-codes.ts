/** Recovery codes: a set is shown until it is acknowledged, and takes the place of the old one only then (R39). */
import type { Enrollment, Proof } from '../../contract/enrollment.js';
import type {} from '../../methods/recovery-codes/contract.js';
import { drawSecret, grouped } from './crockford.js';
import type { Attempt, Description, Kind, Verdict, World } from './kind.js';
import { wordsIn } from './words.js';

/** How many make a set (R38). */
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

/** Shown until the person says that it is kept. */
export class ShownOnce implements Attempt {
  readonly #codes: readonly string[];
  readonly #endsAt: number;
  readonly describe: Attempt['describe'];

  constructor(
    world: Pick<World, 'now' | 'limits'>,
    codes: readonly string[],
    describe: (name: string | undefined, locale: string) => Description,
  ) {
    this.#codes = codes;
    this.#endsAt = world.now() + world.limits.enrollmentLife;
    this.describe = describe;
  }

  endsAt(): number {
    return this.#endsAt;
  }

  next(): Enrollment<'recovery-codes'>['next'] {
    return { type: 'acknowledge', codes: this.#codes };
  }

  prove(proof: Proof): Verdict {
    return acknowledged(proof) ?? { type: 'right' };
  }

  /** There is nothing to guess, so nothing to tell apart. */
  isReplay(): boolean {
    return false;
  }
}

/** Why this proof says nothing about what is shown; `undefined`: it says that it is kept. */
export function acknowledged({ type }: Proof): Extract<Verdict, { readonly type: 'refused' }> | undefined {
  return type === 'acknowledged' ? undefined : { type: 'refused', fault: { code: 'unsupported' } };
}
