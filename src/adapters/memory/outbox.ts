/** Every text message sent so far, and who wants to hear of the next one. */

export interface TextMessage {
  /** The number, E.164. */
  readonly to: string;
  readonly text: string;
}

export class Outbox {
  readonly #messages: TextMessage[] = [];
  readonly #listeners = new Set<(message: TextMessage) => void>();

  send(to: string, text: string): void {
    const message = Object.freeze({ to, text });
    this.#messages.push(message);
    for (const listener of this.#listeners) {
      // A listener that throws must not turn a text that was sent into a call that failed.
      queueMicrotask(() => {
        listener(message);
      });
    }
  }

  messages(): readonly TextMessage[] {
    return [...this.#messages];
  }

  onMessage(listener: (message: TextMessage) => void): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }
}
