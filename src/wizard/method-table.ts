/** The methods of one widget: the built-in ones and the host's own, each prepared (words, styles) before it is drawn. */
import type { MethodKind } from '../contract/enrollment.js';
import type { LoadableMethod, MethodCard, MethodEntry } from '../contract/step.js';
import { manifest } from '../methods/manifest.js';
import { createMethodLoader, type MethodLoader } from '../runtime/load-method.js';
import type { Language } from './language.js';

export class MethodTable {
  readonly #language: Language;
  readonly #adopt: (styles: CSSStyleSheet) => void;
  #methods: ReadonlyMap<string, LoadableMethod> = new Map();
  #loader: MethodLoader;

  constructor(language: Language, adopt: (styles: CSSStyleSheet) => void) {
    this.#language = language;
    this.#adopt = adopt;
    this.#loader = this.#build([]);
  }

  get loader(): MethodLoader {
    return this.#loader;
  }

  card(kind: MethodKind): MethodCard | undefined {
    return this.#methods.get(kind)?.card;
  }

  /** Adds the host's methods to the built-in ones. */
  extend(entries: readonly MethodEntry[]): void {
    this.#loader = this.#build(entries);
  }

  #build(entries: readonly MethodEntry[]): MethodLoader {
    // Entries are opaque to hosts only: `defineMethod` made them out of loadable methods.
    const methods = [...manifest, ...entries] as unknown as readonly LoadableMethod[];
    this.#methods = new Map(methods.map((method) => [method.card.kind, method]));
    for (const { card } of this.#methods.values())
      void this.#language.add(`card ${card.kind}`, { ...card.words.en }, card.words.load);
    return createMethodLoader([...this.#methods.values()], async ({ kind, strings, styles }) => {
      if (styles !== undefined) {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(styles);
        this.#adopt(sheet);
      }
      await this.#language.add(kind, strings.en, strings.load);
    });
  }
}
