/** The person's telephone: calls ring, are answered, and are over. Knows nothing of what they are for. */
import type { Ms } from '../../contract/enrollment.js';
import { Listeners } from './listeners.js';

/** A call, as the phone shows it. */
export interface PhoneCall {
  readonly id: string;
  /** The number that was called, E.164. */
  readonly to: string;
  /** Dialled once the number has answered. */
  readonly extension?: string;
  /** Who calls. */
  readonly from: string;
  readonly state: 'ringing' | 'answered' | 'over';
  /** What was said since it was answered, with the code where the call speaks one; empty until then. */
  readonly spoken: string;
}

/** A call as whoever makes it knows it. */
export interface Dialled {
  readonly to: string;
  readonly extension: string | undefined;
  readonly from: string;
  /** How long it rings, and then waits for a key. */
  readonly life: Ms;
  readonly spoken: string;
  /** A key on the keypad. It ends the call, or is ignored. */
  pressed(key: string): 'ends' | 'ignored';
  /** The other side ended it: before it was answered, or without a key. */
  ended(how: 'busy' | 'no-answer'): void;
}

interface Call extends Dialled {
  readonly id: string;
  state: PhoneCall['state'];
  until: number;
  heard: string;
}

export class Telephone {
  readonly #now: () => number;
  readonly #newId: () => string;
  readonly #calls: Call[] = [];
  readonly #listeners = new Listeners<void>();

  constructor(now: () => number, newId: () => string) {
    this.#now = now;
    this.#newId = newId;
  }

  /** Rings; returns the function by which the caller hangs up. */
  ring(dialled: Dialled): () => void {
    const until = this.#now() + dialled.life;
    const call: Call = { ...dialled, id: this.#newId(), state: 'ringing', until, heard: '' };
    this.#calls.push(call);
    this.#listeners.tell();
    return () => {
      this.#change(call, 'over');
    };
  }

  calls(): readonly PhoneCall[] {
    this.lapse();
    return this.#calls.map(({ id, to, extension, from, state, heard }) => ({
      id,
      to,
      ...(extension !== undefined && { extension }),
      from,
      state,
      spoken: heard,
    }));
  }

  onCalls(listener: () => void): () => void {
    return this.#listeners.add(listener);
  }

  answer(id: string): void {
    const call = this.#find(id, 'ringing');
    if (call === undefined) return;
    call.until = this.#now() + call.life;
    call.heard = call.spoken;
    this.#change(call, 'answered');
  }

  press(id: string, key: string): void {
    const call = this.#find(id, 'answered');
    if (call?.pressed(key) === 'ends') this.#change(call, 'over');
  }

  hangUp(id: string): void {
    const ringing = this.#find(id, 'ringing');
    const call = ringing ?? this.#find(id, 'answered');
    if (call !== undefined) this.#end(call, ringing ? 'busy' : 'no-answer');
  }

  /** Ends what nobody answered in time. Called by whoever looks, because no timer runs here. */
  lapse(): void {
    for (const call of this.#calls) {
      if (call.state !== 'over' && call.until <= this.#now()) this.#end(call, 'no-answer');
    }
  }

  #find(id: string, state: PhoneCall['state']): Call | undefined {
    this.lapse();
    return this.#calls.find((call) => call.id === id && call.state === state);
  }

  #end(call: Call, how: 'busy' | 'no-answer'): void {
    call.ended(how);
    this.#change(call, 'over');
  }

  #change(call: Call, state: PhoneCall['state']): void {
    if (call.state === state) return;
    call.state = state;
    this.#listeners.tell();
  }
}
