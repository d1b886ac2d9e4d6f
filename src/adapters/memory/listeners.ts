/** Those who want to hear when something happens at the phone. */

export class Listeners<T> {
  readonly #listeners = new Set<(news: T) => void>();

  add(listener: (news: T) => void): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  tell(news: T): void {
    for (const listener of this.#listeners) {
      // A listener that throws must not turn what has happened into a call that failed.
      queueMicrotask(() => {
        listener(news);
      });
    }
  }
}
