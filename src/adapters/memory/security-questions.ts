/** Security questions: off unless offered, for recovery and nothing else, and answers that nobody sees again (R42). */
import type { Enrollment, Proof } from '../../contract/enrollment.js';
import { EnrollmentError } from '../../contract/enrollment-error.js';
import type { NextAnswers } from '../../contract/next.js';
import { askedOf, usableSet } from './answer-set.js';
import type { Attempt, Description, Kind, Opening, Verdict, World } from './kind.js';
import { wordsIn } from './words.js';

export function securityQuestions(world: World): Kind<'security-questions'> {
  return {
    slots: 'one-per-offer',
    strength: 0,
    atMost: ['recovery'],
    open: (opening) => {
      const asked = askedOf(opening.offer, opening.locale);
      if (asked === undefined) throw new EnrollmentError({ code: 'method_unavailable' });
      return new QuestionsAttempt(world, opening, asked);
    },
  };
}

/** Keeps no answer: here is no sign-in that would ask for one. */
class QuestionsAttempt implements Attempt {
  readonly #world: World;
  readonly #opening: Opening<'security-questions'>;
  #asked: NextAnswers;
  readonly #endsAt: number;

  constructor(world: World, opening: Opening<'security-questions'>, asked: NextAnswers) {
    this.#world = world;
    this.#opening = opening;
    this.#asked = asked;
    this.#endsAt = world.now() + world.limits.enrollmentLife;
  }

  endsAt(): number {
    return this.#endsAt;
  }

  next(): Enrollment<'security-questions'>['next'] {
    return this.#asked;
  }

  prove(proof: Proof): Verdict {
    const read = usableSet(proof, this.#asked, this.#opening.offer, this.#world.account.label);
    return 'fault' in read ? { type: 'refused', fault: read.fault } : { type: 'right' };
  }

  /** Nothing is kept that it could be told by. */
  isReplay(): boolean {
    return false;
  }

  describe(name: string | undefined, locale: string): Description {
    return { label: name ?? this.#opening.offer.displayName ?? wordsIn(locale).securityQuestions };
  }

  /** The wizard may speak another language by now. */
  comeBack(locale: string): void {
    this.#asked = askedOf(this.#opening.offer, locale) ?? this.#asked;
  }
}
