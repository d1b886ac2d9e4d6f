/** Every text message and mail sent so far, and who wants to hear of the next one. */
import { Listeners } from './listeners.js';

export interface TextMessage {
  /** The number, E.164; of a mail, the address. */
  readonly to: string;
  /** Of a mail. */
  readonly subject?: string;
  readonly text: string;
}

export class Outbox {
  readonly #messages: TextMessage[] = [];
  readonly #listeners = new Listeners<TextMessage>();

  send(sent: TextMessage): void {
    const message = Object.freeze({ ...sent });
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
