/** A chunk of the shell's that few people need, with the words that it brings: fetched once, when it is near. */
import type { Message } from '../contract/method.js';
import type { Language, Packs } from './language.js';

interface Speaking {
  readonly strings: { readonly en: Readonly<Record<string, Message>>; readonly packs: Packs };
}

export class LateChunk<T extends Speaking> {
  /** What it holds, once its words are there as well. */
  here: T | undefined;
  /** It did not come. Asking again may help, where the person asks. */
  hasFailed = false;
  readonly #fetch: () => Promise<void>;
  #loading: Promise<void> | undefined;

  /** `settled` hears that it is here, or that it did not come. */
  constructor(name: string, language: Language, fetch: () => Promise<T>, settled: () => void) {
    this.#fetch = async () => {
      try {
        const chunk = await fetch();
        await language.add(name, chunk.strings.en, chunk.strings.packs);
        this.here = chunk;
      } catch {
        this.#loading = undefined;
      }
      this.hasFailed = !this.here;
      settled();
    };
  }

  /** Safe to call again; settles either way. */
  readonly load = (): Promise<void> => (this.#loading ??= this.#fetch());
}
