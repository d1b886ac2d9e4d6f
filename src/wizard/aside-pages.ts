/** Makes the pages that lie over others, and fetches their chunk when the first of them is near. */
import type { EnrollmentFault } from '../contract/fault.js';
import type { FlowRun } from '../runtime/run-flow.js';
import type { Page } from './page.js';
import { networkPage } from './pages/network.js';
import type { Shell } from './shell.js';

export class AsidePages {
  readonly #shell: Shell;
  readonly #explain: (fault: EnrollmentFault) => string;
  readonly #changed: () => void;
  #made: typeof import('./aside.js') | undefined;

  constructor(shell: Shell, explain: (fault: EnrollmentFault) => string, changed: () => void) {
    this.#shell = shell;
    this.#explain = explain;
    this.#changed = changed;
  }

  /** The page that covers what stands below; while its chunk is on the way, nothing does. */
  page(run: FlowRun): Page | undefined {
    const { asked, state } = run;
    if (asked?.what.kind === 'network') return networkPage(asked, this.#shell);
    const isChoosing = state.phase === 'chooser' || (state.phase === 'summary' && state.choosing);
    if (!asked && !isChoosing) return undefined;
    const made = this.#made;
    if (!made) void this.load().then((isThere) => isThere || this.#giveUp(run));
    else if (asked) return made.stepUpPage(asked, this.#shell, this.#explain);
    else if (state.phase === 'chooser') return made.chooserPage(state, this.#shell);
    else if (state.phase === 'summary') return made.defaultMethodPage(state, this.#shell, this.#explain);
    return undefined;
  }

  /** Fetches the chunk; safe to call again. False when it does not come. */
  async load(): Promise<boolean> {
    if (this.#made) return true;
    try {
      const { strings, ...made } = await import('./aside.js');
      await this.#shell.language.add('wizard aside', strings.en, strings.packs);
      this.#made = { strings, ...made };
      this.#changed();
      return true;
    } catch {
      return false;
    }
  }

  /** Without its page the question cannot be asked: back to where the person was. */
  #giveUp({ asked }: FlowRun): void {
    if (asked) asked.answer({ type: 'withdrawn' });
    else this.#shell.send({ type: 'aside-missed' });
  }
}
