/** Every text message sent so far, and who wants to hear of the next one. */
import { Listeners } from './listeners.js';

export interface TextMessage {
  /** The number, E.164. */
  readonly to: string;
  readonly text: string;
}

export class Outbox {
  readonly #messages: TextMessage[] = [];
  readonly #listeners = new Listeners<TextMessage>();

  send(to: string, text: string): void {
    const message = Object.freeze({ to, text });
    this.#messages.push(message);
    this.#listeners.tell(message);
  }

  messages(): readonly TextMessage[] {
    return [...this.#messages];
  }

  onMessage(listener: (message: TextMessage) => void): () => void {
    return this.#listeners.add(listener);
  }
}
