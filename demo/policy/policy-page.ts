/** The page where a policy is written down: a change is at once in the address, in the plan, and in a new wizard. */
import { render } from 'lit';
import { makeBackend } from '../backend.js';
import { scenarios, situationOf } from '../scenarios.js';
import { languageOf, readLook, writeLook, type Language, type Look } from '../settings.js';
import { words } from '../words/words.js';
import { readSituation, writeSituation } from './address.js';
import { explained } from './organization.js';
import type { Situation } from './situation.js';
import { page } from './views/page.js';
import type { Ending, View, Wishes } from './views/view.js';
import { policyWords } from './words/words.js';

export class PolicyPage implements Wishes {
  readonly #root: HTMLElement;
  #look: Look = readLook(location.search);
  /** Whoever comes without an address of their own sees the organisation that wants most. */
  #situation: Situation = readSituation(location.search) ?? situationOf(scenarios.P5);
  #ending: Ending | undefined;
  #adapter: View['adapter'];

  constructor(root: HTMLElement) {
    this.#root = root;
    this.#adapter = this.#newAdapter();
  }

  readonly change = (change: Partial<Situation>): void => {
    this.#situation = { ...this.#situation, ...change };
    this.#remember();
    this.restart();
  };

  readonly dress = (change: Partial<Look>): void => {
    this.#look = { ...this.#look, ...change };
    this.#remember();
    this.draw();
  };

  readonly restart = (): void => {
    this.#ending = undefined;
    this.#adapter = this.#newAdapter();
    this.draw();
  };

  readonly end = (ending: Ending): void => {
    this.#ending = ending;
    this.draw();
  };

  readonly draw = (): void => {
    const language = this.#language;
    const { title } = policyWords[language];
    document.documentElement.lang = language;
    document.documentElement.dataset['theme'] = this.#look.theme;
    document.title = `${title} · ${words[language].organization}`;
    render(page(this.#view(language)), this.#root);
  };

  get #language(): Language {
    return languageOf(this.#look.lang, navigator.languages);
  }

  #view(language: Language): View {
    return {
      words: words[language],
      say: policyWords[language],
      language,
      look: this.#look,
      query: this.#query(),
      situation: this.#situation,
      explanation: explained(this.#situation, Date.now()),
      adapter: this.#adapter,
      ending: this.#ending,
      ask: this,
    };
  }

  /** Somebody who has just signed in, at a backend that answers at once: the page is about what is asked. */
  #newAdapter(): View['adapter'] {
    const { organization } = words[this.#language];
    const surroundings = { organization, isOffline: () => false, diary: undefined };
    return makeBackend({ situation: this.#situation, waits: [0] }, surroundings).adapter;
  }

  #remember(): void {
    history.replaceState(null, '', location.pathname + this.#query());
  }

  #query(): string {
    const query = new URLSearchParams();
    writeSituation(this.#situation, query);
    writeLook(this.#look, query);
    return `?${query.toString()}`;
  }
}
