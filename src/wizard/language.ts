/** One widget's language: loads what it needs of it, ahead of being drawn, and says texts in it. Per instance. */
import type { CardWords, MethodCard } from '../contract/card.js';
import type { Message, MethodSpec, Text } from '../contract/method.js';
import type { MethodModule } from '../contract/step.js';
import { spoken } from '../i18n/locale.js';
import { sayer, type Say } from '../i18n/translate.js';
import type { StringOverrides } from './string-overrides.js';
import { en, type WizardStrings } from './strings.js';

type Messages = Readonly<Record<string, Message>>;
/** Where the translations of one catalogue come from, by language. */
export type Packs = Readonly<Record<string, () => Promise<{ readonly default: unknown }>>>;

const shell: Packs = { ja: () => import('./strings.ja.js') };

/** A catalogue that may be spoken: its English, and the translations of it. */
interface Source {
  readonly en: Messages;
  readonly packs: Packs;
}

/** A language with all that has been loaded of it, by catalogue. */
interface Spoken {
  readonly locale: string;
  readonly messages: Map<string, Messages>;
}

export class Language {
  readonly #changed: () => void;
  readonly #sources = new Map<string, Source>([['wizard', { en, packs: shell }]]);
  readonly #sayers = new Map<string, Say<Messages>>();
  #spoken: Spoken | undefined;
  /** What is being loaded; what is added meanwhile is loaded in it as well. */
  #next: Spoken = { locale: 'en', messages: new Map() };
  #asked: string | undefined;
  #overrides: Readonly<Record<string, Partial<Messages>>> = {};

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /** What is spoken: the language asked for, or English where there is no translation. */
  get locale(): string {
    return this.#spoken?.locale ?? 'en';
  }
  /** The first page must not flash in the wrong language. */
  get isReady(): boolean {
    return this.#spoken !== undefined;
  }

  setOverrides(overrides: StringOverrides): void {
    this.#overrides = overrides;
    // With words of its own a host can bring a language of its own.
    this.#asked = undefined;
    this.#sayers.clear();
  }

  /** Speaks another language once everything known of it is here; the old one until then. */
  async use(locale: string): Promise<void> {
    if (locale === this.#asked) return;
    this.#asked = locale;
    const isKnown = spoken(locale, shell) !== undefined || Object.keys(this.#overrides).length > 0;
    const next = (this.#next = { locale: isKnown ? locale : 'en', messages: new Map() });
    await Promise.all([...this.#sources].map(([name, source]) => load(name, source, next)));
    if (this.#next !== next) return;
    this.#spoken = next;
    this.#sayers.clear();
    this.#changed();
  }

  /** Adds a catalogue; settles when it can be spoken. Where its translation does not come, it is spoken in English. */
  async add(name: string, english: Messages, packs: Packs): Promise<void> {
    const source = { en: english, packs };
    this.#sources.set(name, source);
    await load(name, source, this.#next);
    this.#sayers.delete(name);
  }

  /** The shell's own words. */
  get say(): Say<WizardStrings> {
    return this.sayOf('wizard');
  }

  /** The words of a catalogue that was added. The first word of its name is what a host overrides it by. */
  sayOf<S extends Messages>(name: string): Say<S> {
    const known = this.#sayers.get(name);
    // Each name stands for one catalogue, whose type its adder knows.
    if (known) return known as unknown as Say<S>;
    const { locale } = this;
    const made = sayer<Messages>([
      { locale, messages: this.#overrides[name.split(' ', 1)[0] ?? ''] ?? {} },
      { locale, messages: this.#spoken?.messages.get(name) ?? {} },
      { locale: 'en', messages: this.#sources.get(name)?.en ?? {} },
    ]);
    this.#sayers.set(name, made);
    return made as unknown as Say<S>;
  }

  /** A word on a method's card; the key itself where the card has no such word. */
  card({ kind }: MethodCard, word: keyof CardWords): string {
    return this.sayOf<Record<keyof CardWords, string>>(`${kind} card`)(word);
  }

  /** Says a method's texts. */
  method({ kind }: MethodModule<MethodSpec>): (text: Text<MethodSpec>) => string {
    return this.sayOf<Messages>(kind);
  }
}

async function load(name: string, { packs }: Source, { locale, messages }: Spoken): Promise<void> {
  const language = spoken(locale, packs);
  try {
    const module = language === undefined ? undefined : await packs[language]?.();
    if (module) messages.set(name, module.default as Messages);
  } catch {
    // English it is: a page in another language beats no page.
  }
}
