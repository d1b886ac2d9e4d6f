/** Makes the pages that stand: the prompt by itself, every other one by the second chunk, which it fetches in time. */
import type { CSSResultOrNative } from 'lit';
import type { FlowController } from './flow-controller.js';
import type { Page, Pages } from './page.js';
import { promptPage } from './pages/prompt.js';
import type { Shell } from './shell.js';

type Later = typeof import('./later.js');

export class PageMaker {
  readonly #shell: Shell;
  readonly #flow: FlowController;
  readonly #changed: () => void;
  readonly #adopt: (styles: readonly CSSResultOrNative[]) => void;
  /** Made of the second chunk, once its words are there as well. */
  #made: InstanceType<Later['LaterPages']> | undefined;
  #loading: Promise<void> | undefined;
  #first: Page | undefined;
  #hasFailed = false;

  constructor(
    shell: Shell,
    flow: FlowController,
    adopt: (styles: readonly CSSResultOrNative[]) => void,
    changed: () => void,
  ) {
    this.#shell = shell;
    this.#flow = flow;
    this.#adopt = adopt;
    this.#changed = changed;
  }

  /** All of the second chunk that draws; undefined until it is there. */
  get later(): InstanceType<Later['LaterPages']> | undefined {
    return this.#made;
  }

  /** The second chunk does not come; only loading the host's page again can help, since browsers remember that. */
  get hasFailed(): boolean {
    return this.#hasFailed;
  }

  pages(): Pages {
    const { run, isAdapterMissed } = this.#flow;
    if (!run && !isAdapterMissed) return {};
    const state = run?.state;
    const isWaiting = state?.phase === 'loading' || state?.phase === 'left';
    const isPrompt = state?.phase === 'prompt';
    if (isWaiting && !run?.asked) return {};
    const prompt = isPrompt ? promptPage(state, this.#shell) : undefined;
    this.#first ??= prompt;
    // From here on the second chunk draws.
    const made = this.#made;
    if (!made) {
      if (prompt && !run?.asked) return { below: prompt };
      void this.load();
      return {};
    }
    return run ? made.pages(run, prompt) : { below: made.adapterMissed() };
  }

  /** Fetches the second chunk; safe to call again. */
  load(): Promise<void> {
    this.#loading ??= import('./later.js').then(
      async (later) => {
        await this.#shell.language.add('wizard later', later.strings.en, later.strings.packs);
        this.#adopt(later.styles);
        this.#made = new later.LaterPages(this.#shell, this.#flow, this.#first, this.#changed);
        this.#changed();
      },
      () => {
        this.#hasFailed = true;
        this.#changed();
      },
    );
    return this.#loading;
  }
}
