/** What is registered on another page: the person is sent there with a state, and proves it by what they bring back. */
import type { Enrollment, Proof } from '../../contract/enrollment.js';
import type {} from '../../methods/external/contract.js';
import type { Attempt, Description, Kind, Opening, Verdict, World } from './kind.js';
import { wordsIn } from './words.js';

export function external(world: World): Kind<'external'> {
  return {
    slots: 'one-per-offer',
    strength: 1,
    open: (opening) => new ExternalAttempt(world, opening),
  };
}

class ExternalAttempt implements Attempt {
  readonly #world: World;
  readonly #opening: Opening<'external'>;
  readonly #state: string;
  readonly #endsAt: number;
  #isRefused = false;

  constructor(world: World, opening: Opening<'external'>) {
    this.#world = world;
    this.#opening = opening;
    this.#state = world.elsewhere.newState();
    this.#endsAt = world.now() + world.limits.enrollmentLife;
  }

  endsAt(): number {
    return this.#endsAt;
  }

  next(): Enrollment<'external'>['next'] {
    if (this.#isRefused) return { type: 'rejected', reason: 'denied', recover: 'restart' };
    return { type: 'redirect', url: this.#world.elsewhere.address(this.#state) };
  }

  /** Coming back proves nothing by itself: only the other page's word does. */
  prove(proof: Proof): Verdict {
    if (proof.type !== 'returned') return { type: 'refused', fault: { code: 'unsupported' } };
    const outcome = this.#world.elsewhere.read(proof.url, this.#state);
    if (outcome === 'finished' && !this.#isRefused) return { type: 'right' };
    this.#isRefused ||= outcome === 'refused';
    return { type: 'undecided' };
  }

  isReplay(): boolean {
    return false;
  }

  describe(name: string | undefined, locale: string): Description {
    return { label: name ?? this.#opening.offer.displayName ?? wordsIn(locale).externalService };
  }
}
