/** Draws specimens one after the other as they come into sight, so that hundreds on one page do not freeze it. */
import type { SecurityInfoWizard, StringOverrides } from '../../src/index.js';
import { en as shell } from '../../src/wizard/strings.js';
import { en as faults } from '../../src/wizard/fault-strings.js';
import { en as later } from '../../src/wizard/later-strings.js';
import type { Method } from './methods/every-method.js';
import type { Settings } from './settings.js';
import type { Specimen } from './specimen.js';

/** A language that runs from right to left and that no method has words in. */
const fromTheRight = 'ar';

export class Easel {
  /** English, given as a host gives the words of a language of its own. */
  readonly #words: StringOverrides;
  #observer: IntersectionObserver | undefined;
  #work: Promise<void> = Promise.resolve();

  constructor(methods: readonly Method[]) {
    const ofMethods = methods.map(({ kind, module }) => [kind, module.strings.en] as const);
    this.#words = { wizard: { ...shell, ...later, ...faults }, ...Object.fromEntries(ofMethods) };
  }

  draw(specimens: readonly Specimen[], settings: Settings): void {
    this.#observer?.disconnect();
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { isIntersecting, target } of entries) {
          if (!isIntersecting || !(target instanceof HTMLElement)) continue;
          observer.unobserve(target);
          const specimen = specimens.find(({ id }) => id === target.dataset['of']);
          if (specimen) this.#enqueue(() => this.#hang(specimen, target, settings, specimens.length === 1));
        }
      },
      { rootMargin: '400px' },
    );
    this.#observer = observer;
    for (const place of document.querySelectorAll('.stages')) observer.observe(place);
  }

  #enqueue(job: () => Promise<void>): void {
    this.#work = this.#work.then(job);
  }

  async #hang(specimen: Specimen, place: HTMLElement, settings: Settings, isAlone: boolean): Promise<void> {
    // Another setting was chosen meanwhile.
    if (!place.isConnected) return;
    const themes = settings.theme === 'both' ? (['light', 'dark'] as const) : [settings.theme];
    try {
      for (const theme of themes) await this.#stage(specimen, place, settings, theme, isAlone);
      place.dataset['stands'] = `${specimen.group}/${specimen.page}`;
    } catch (error) {
      place.dataset['missing'] = error instanceof Error ? error.message : String(error);
      console.error(specimen.id, error);
    }
  }

  async #stage(
    specimen: Specimen,
    place: HTMLElement,
    { lang, dir }: Settings,
    theme: 'light' | 'dark',
    isAlone: boolean,
  ): Promise<void> {
    const stage = document.createElement('div');
    stage.className = `stage ${theme}`;
    // What is inert neither takes the focus nor speaks: there are many, and each would on its way.
    stage.inert = true;
    const wizard: SecurityInfoWizard = document.createElement('security-info-wizard');
    wizard.lang = dir === 'rtl' ? fromTheRight : lang;
    if (dir === 'rtl') wizard.strings = this.#words;
    wizard.setAttribute('theme', theme);
    const bring = await specimen.prepare(wizard);
    stage.append(wizard);
    place.append(stage);
    await bring();
    await wizard.updateComplete;
    // One by itself may be tried.
    if (isAlone) stage.inert = false;
  }
}
