/** What the organisation's app is asked to approve: open requests, how each ended, and who wants to hear of it. */
import type { Ms } from '../../contract/enrollment.js';
import { Listeners } from './listeners.js';

/** A request for approval, as the app shows it. */
export interface AppRequest {
  readonly id: string;
  /** Whose app it is that asks. */
  readonly app: string;
}

export interface Question {
  readonly app: string;
  readonly life: Ms;
  /** The app says yes, with the number that the person read off the wizard. Its word ends the request, or is ignored. */
  approved(number: string | undefined): 'ends' | 'ignored';
  /** It was denied, or nobody answered in time. Not called when whoever asked takes it away. */
  ended(how: 'denied' | 'timed-out'): void;
}

interface Asked extends Question {
  readonly until: number;
}

export class Approvals {
  readonly #now: () => number;
  readonly #newId: () => string;
  readonly #open = new Map<string, Asked>();
  readonly #listeners = new Listeners<void>();

  constructor(now: () => number, newId: () => string) {
    this.#now = now;
    this.#newId = newId;
  }

  /** Shows a request on the phone; returns the function that takes it away again. */
  ask(question: Question): () => void {
    const id = this.#newId();
    this.#open.set(id, { ...question, until: this.#now() + question.life });
    this.#listeners.tell();
    return () => {
      this.#close(id);
    };
  }

  requests(): readonly AppRequest[] {
    this.lapse();
    return [...this.#open].map(([id, { app }]) => ({ id, app }));
  }

  onRequests(listener: () => void): () => void {
    return this.#listeners.add(listener);
  }

  approve(id: string, number: string | undefined): void {
    this.lapse();
    if (this.#open.get(id)?.approved(number) === 'ends') this.#close(id);
  }

  deny(id: string): void {
    this.lapse();
    this.#end(id, 'denied');
  }

  /** Takes away what nobody answered in time. Called by whoever looks, because no timer runs here. */
  lapse(): void {
    for (const [id, { until }] of this.#open) if (until <= this.#now()) this.#end(id, 'timed-out');
  }

  #end(id: string, how: 'denied' | 'timed-out'): void {
    this.#open.get(id)?.ended(how);
    this.#close(id);
  }

  #close(id: string): void {
    if (this.#open.delete(id)) this.#listeners.tell();
  }
}
