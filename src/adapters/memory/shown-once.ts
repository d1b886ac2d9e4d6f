/** What is shown once: until the person says that it is kept. Shared by recovery codes and app passwords. */
import type { Proof } from '../../contract/enrollment.js';
import type { NextAcknowledge } from '../../contract/next.js';
import type { Attempt, Description, Verdict, World } from './kind.js';

/** One enrolment of either. */
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

  next(): NextAcknowledge {
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
