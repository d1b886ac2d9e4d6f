/** Makes the pages that few people meet, and fetches their chunk when the first of them is near. */
import type { TemplateResult } from 'lit';
import type { EnrollmentFault } from '../contract/fault.js';
import type { StateIn } from '../core/machine.js';
import type { FlowRun } from '../runtime/run-flow.js';
import type { Session } from '../runtime/session.js';
import type { Attention } from './attention.js';
import type { Page } from './page.js';
import { cannotLoadPage } from './pages/cannot-load.js';
import { networkPage } from './pages/network.js';
import type { Shell } from './shell.js';
import { troubleKind } from './trouble-kind.js';

type Made = Omit<typeof import('./aside.js'), 'strings'>;

export class AsidePages {
  readonly #shell: Shell;
  readonly #explain: (fault: EnrollmentFault) => string;
  readonly #changed: () => void;
  #made: Made | undefined;
  #notice: InstanceType<Made['SessionNotice']> | undefined;
  #hasFailed = false;

  constructor(shell: Shell, explain: (fault: EnrollmentFault) => string, changed: () => void) {
    this.#shell = shell;
    this.#explain = explain;
    this.#changed = changed;
  }

  /** The page that covers what stands below; while its chunk is on the way, nothing does. */
  above(run: FlowRun): Page | undefined {
    const { asked, state } = run;
    if (asked?.what.kind === 'network') return networkPage(asked, this.#shell);
    if (asked) return this.#madeFor(run)?.stepUpPage(asked, this.#shell, this.#explain);
    if (state.phase === 'chooser') return this.#madeFor(run)?.chooserPage(state, this.#shell);
    return undefined;
  }

  /** In the place of the last page, not over it: what was chosen stays under a page that asks something first. */
  defaultMethod(run: FlowRun, state: StateIn<'summary'>): Page | undefined {
    return this.#madeFor(run)?.defaultMethodPage(state, this.#shell, this.#explain);
  }

  /** What is registered, to be looked at again. */
  review(state: StateIn<'summary'>): Page | undefined {
    if (this.#made) return this.#made.reviewPage(state, this.#shell, this.#explain);
    if (this.#hasFailed) return cannotLoadPage({ code: 'network' }, this.#shell, this.#explain);
    void this.load();
    return undefined;
  }

  /** Stands above the page that is seen once the session is about to end. */
  notice(session: Session, attention: Attention): TemplateResult | undefined {
    if (session.left === undefined) return undefined;
    if (this.#made) return (this.#notice ??= new this.#made.SessionNotice(this.#shell, attention)).draw(session);
    // Drawn anew each second: what does not come is not asked for again each time.
    if (!this.#hasFailed) void this.load();
    return undefined;
  }

  /** Without a fault there is no adapter to have one. */
  trouble(fault: EnrollmentFault | undefined): Page | undefined {
    const kind = troubleKind(fault);
    if (kind && this.#made) return this.#made.troublePage(kind, fault, this.#shell);
    if (!kind || this.#hasFailed) return cannotLoadPage(fault, this.#shell, this.#explain);
    void this.load();
    return undefined;
  }

  /** Fetches the chunk; safe to call again. */
  async load(): Promise<void> {
    if (this.#made) return;
    try {
      const { strings, ...made } = await import('./aside.js');
      await this.#shell.language.add('wizard aside', strings.en, strings.packs);
      this.#made = made;
    } catch {
      this.#hasFailed = true;
    }
    this.#changed();
  }

  #madeFor(run: FlowRun): Made | undefined {
    if (!this.#made) void this.load().then(() => this.#made || this.#giveUp(run));
    return this.#made;
  }

  /** Without its page the question cannot be asked: back to where the person was. */
  #giveUp({ asked }: FlowRun): void {
    if (asked) asked.answer({ type: 'withdrawn' });
    else this.#shell.send({ type: 'aside-missed' });
  }
}
