/** The methods of one widget: the built-in ones and the host's own, each prepared (words, styles) before it is drawn. */
import type { MethodCard } from '../contract/card.js';
import type { MethodKind } from '../contract/enrollment.js';
import type { MethodSpec } from '../contract/method.js';
import type { LoadableMethod, MethodEntry, MethodModule } from '../contract/step.js';
import type { Choice } from '../core/plan.js';
import { manifest } from '../methods/manifest.js';
import type { Language } from './language.js';

type Loaded = MethodModule<MethodSpec> | undefined;

export class MethodTable {
  readonly #language: Language;
  readonly #adopt: (styles: CSSStyleSheet) => void;
  #methods: ReadonlyMap<string, LoadableMethod> = new Map();
  #hosts: readonly MethodEntry[] = [];
  #others: readonly MethodEntry[] = [];
  #loads = new Map<string, Promise<Loaded>>();

  constructor(language: Language, adopt: (styles: CSSStyleSheet) => void) {
    this.#language = language;
    this.#adopt = adopt;
    this.extend([]);
  }

  /** The kinds that can be drawn. */
  get kinds(): ReadonlySet<string> {
    return new Set(this.#methods.keys());
  }

  card(kind: MethodKind): MethodCard | undefined {
    return this.#methods.get(kind)?.card;
  }

  /** Fetches the rest of the table if what is spoken of may stand there. */
  async know(choices: readonly Choice[]): Promise<void> {
    if (choices.flat().every(({ kind }) => this.#methods.has(kind))) return;
    this.#others = await import('../methods/others.js').then(
      ({ rowsFor }) => rowsFor(choices),
      () => [],
    );
    this.#fill();
  }

  /** Adds the host's methods to the built-in ones; one of the same kind stands in for ours. */
  extend(entries: readonly MethodEntry[]): void {
    this.#hosts = entries;
    this.#loads = new Map();
    this.#fill();
  }

  #fill(): void {
    // Entries are opaque to hosts only: `defineMethod` made them out of loadable methods.
    const methods = [...manifest, ...this.#others, ...this.#hosts] as unknown as readonly LoadableMethod[];
    this.#methods = new Map(methods.map((method) => [method.card.kind, method]));
    for (const { card } of methods) void this.#language.add(`${card.kind} card`, { ...card.words.en }, card.words.load);
  }

  /** Once each, ahead of need; undefined when the chunk does not come, and then it may be tried again. */
  load(kind: string): Promise<Loaded> {
    const known = this.#loads.get(kind);
    if (known) return known;
    const loads = this.#loads;
    const loading = this.#prepare(kind).catch(() => {
      loads.delete(kind);
      return undefined;
    });
    loads.set(kind, loading);
    return loading;
  }

  async #prepare(kind: string): Promise<Loaded> {
    const loaded = await this.#methods.get(kind)?.load();
    if (!loaded) return undefined;
    const { strings, styles } = loaded.default;
    loaded.default.prepare?.(this.#language.locale);
    if (styles !== undefined) {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(styles);
      this.#adopt(sheet);
    }
    await this.#language.add(kind, strings.en, strings.load);
    return loaded.default;
  }
}
