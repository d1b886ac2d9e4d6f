/** Push: the organisation's own app is paired by a code, and then approves by the number that the wizard shows (R33). */
import type { Enrollment } from '../../contract/enrollment.js';
import { EnrollmentError } from '../../contract/enrollment-error.js';
import type { NextRejected, Provision } from '../../contract/next.js';
import { readCode } from '../../contract/typed-code.js';
import { Hourly } from './hourly.js';
import type { Attempt, Description, Kind, Opening, Verdict, World } from './kind.js';
import { rejected } from './rejected.js';
import { drawCode } from './sent-codes.js';
import { wordsIn } from './words.js';

const numberLength = 2;

export function push(world: World): Kind<'push'> {
  const asked = new Hourly(world.limits.approvalsPerHour, () => world.now());
  return {
    slots: { atMost: world.limits.authenticatorApps, together: 'authenticators' },
    strength: 3,
    open: (opening) => new PushAttempt(world, asked, opening),
  };
}

/** Where the enrolment stands, each stage with what it needs and no more. */
type Stage =
  | { readonly name: 'pairing'; readonly provision: Provision; withdraw(): void }
  | { readonly name: 'paired' }
  | { readonly name: 'asked'; readonly matchNumber: string; withdraw(): void }
  | { readonly name: 'rejected'; readonly reason: NextRejected['reason'] };

class PushAttempt implements Attempt {
  readonly #world: World;
  /** The account's requests, so that starting over brings none of them back. */
  readonly #asked: Hourly;
  readonly #opening: Opening<'push'>;
  #stage: Stage;
  #endsAt: number;

  constructor(world: World, asked: Hourly, opening: Opening<'push'>) {
    const { pairingLife } = world.limits;
    this.#world = world;
    this.#asked = asked;
    this.#opening = opening;
    this.#stage = { name: 'pairing', ...world.pairings.issue(pairingLife, () => this.#enter({ name: 'paired' })) };
    this.#endsAt = world.now() + pairingLife;
  }

  endsAt(): number {
    return this.#endsAt;
  }

  next(attemptsLeft: number): Enrollment<'push'>['next'] {
    const { approvals, limits } = this.#world;
    approvals.lapse();
    const { pollAfter } = limits;
    const stage = this.#stage;
    switch (stage.name) {
      case 'pairing':
        return { type: 'wait', for: 'pairing', provision: stage.provision, pollAfter };
      case 'paired':
        return { type: 'ready' };
      case 'asked':
        return { type: 'wait', for: 'approval', matchNumber: stage.matchNumber, pollAfter };
      case 'rejected':
        return rejected(stage.reason, attemptsLeft, this.#asked.wait());
    }
  }

  /** Nothing that is typed into the wizard proves anything here. */
  prove(): Verdict {
    return { type: 'refused', fault: { code: 'unsupported' } };
  }

  isReplay(): boolean {
    return false;
  }

  describe(name: string | undefined, locale: string): Description {
    return { label: name ?? this.#opening.offer.displayName ?? wordsIn(locale).organizationApp };
  }

  /** Asks the app, once there is one; an older request ends with that. */
  challenge(channel: string | undefined, locale: string): void {
    if (channel !== undefined) throw new EnrollmentError({ code: 'unsupported' });
    if (this.#stage.name === 'pairing') return;
    this.#asked.admit();
    this.end();
    const { account, approvals, limits, random } = this.#world;
    const matchNumber = drawCode(random, numberLength);
    const { offer } = this.#opening;
    const withdraw = approvals.ask({
      app: offer.displayName ?? account.organization ?? wordsIn(locale).organizationApp,
      life: limits.approvalLife,
      approved: (number) => this.#approved(number, matchNumber),
      ended: (reason) => this.#reject(reason),
    });
    this.#enter({ name: 'asked', matchNumber, withdraw });
  }

  end(): void {
    if ('withdraw' in this.#stage) this.#stage.withdraw();
  }

  #approved(number: string | undefined, matchNumber: string): 'ends' | 'ignored' {
    const read = readCode(number ?? '', { alphabet: 'digits', length: numberLength });
    const isRight = 'code' in read && read.code === matchNumber;
    if (!this.#opening.tell(isRight ? 'right' : 'wrong')) return 'ignored';
    if (isRight) this.#asked.forget();
    else this.#reject('wrong-number');
    return 'ends';
  }

  #reject(reason: NextRejected['reason']): void {
    this.#stage = { name: 'rejected', reason };
  }

  /** The next stage, which has its own time. */
  #enter(stage: Stage): void {
    this.#stage = stage;
    this.#endsAt = this.#world.now() + this.#world.limits.enrollmentLife;
  }
}
