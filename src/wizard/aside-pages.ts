/** Makes the pages that few people meet, and fetches their chunk when the first of them is near. */
import type { TemplateResult } from 'lit';
import type { EnrollmentFault } from '../contract/fault.js';
import type { StateIn } from '../core/machine.js';
import type { FlowRun } from '../runtime/run-flow.js';
import type { Session } from '../runtime/session.js';
import type { Attention } from './attention.js';
import { LateChunk } from './late-chunk.js';
import type { Page } from './page.js';
import { cannotLoadPage } from './pages/cannot-load.js';
import { networkPage } from './pages/network.js';
import type { TellingShell } from './shell.js';
import { troubleKind } from './trouble-kind.js';

type Made = typeof import('./aside.js');

export interface AsideParts {
  readonly shell: TellingShell;
  readonly attention: Attention;
  readonly fetch: () => Promise<Made>;
  readonly changed: () => void;
}

export class AsidePages {
  readonly #parts: AsideParts;
  readonly #chunk: LateChunk<Made>;
  #notice: ReturnType<Made['sessionNotice']> | undefined;
  #choice: ReturnType<Made['defaultChoice']> | undefined;
  /** The run whose question waits for the chunk. */
  #run: FlowRun | undefined;

  constructor(parts: AsideParts) {
    this.#parts = parts;
    this.#chunk = new LateChunk('wizard aside', parts.shell.language, parts.fetch, () => this.#settled());
  }

  /** The page that covers what stands below; while its chunk is on the way, nothing does. */
  above(run: FlowRun): Page | undefined {
    const { asked, state } = (this.#run = run);
    const { shell } = this.#parts;
    if (asked?.what.kind === 'network') return networkPage(asked, shell);
    if (asked) return this.#made((made) => made.stepUpPage(asked, shell));
    if (state.phase === 'chooser') return this.#made((made) => made.chooserPage(state, shell));
    return undefined;
  }

  /** In the place of the last page, not over it: what was chosen stays under a page that asks something first. */
  defaultMethod(state: StateIn<'summary'>): Page | undefined {
    const { shell, attention } = this.#parts;
    if (!state.choosing) return this.#choice?.(state);
    return this.#made((made) => (this.#choice ??= made.defaultChoice(shell, attention))(state));
  }

  /** What is registered, to be looked at again. */
  review(state: StateIn<'summary'>): Page | undefined {
    const { shell } = this.#parts;
    return this.#made(
      (made) => made.reviewPage(state, shell),
      () => cannotLoadPage({ code: 'network' }, shell),
    );
  }

  /** Stands above the page that is seen once the session is about to end. */
  notice(session: Session): TemplateResult | undefined {
    if (session.left === undefined && !this.#notice) return undefined;
    const { shell, attention } = this.#parts;
    return this.#made(
      (made) => (this.#notice ??= made.sessionNotice(shell, attention))(session),
      () => undefined,
    );
  }

  /** Without a fault there is no adapter to have one. */
  trouble(fault: EnrollmentFault | undefined): Page | undefined {
    const { shell } = this.#parts;
    const kind = troubleKind(fault);
    const plainly = (): Page => cannotLoadPage(fault, shell);
    return kind ? this.#made((made) => made.troublePage(kind, fault, shell), plainly) : plainly();
  }

  /**
   * What the chunk makes; nothing until it is there. What else can stand there is drawn again and again, each second even:
   * then what did not come is not asked for each time.
   */
  #made<P>(make: (made: Made) => P, otherwise?: () => P): P | undefined {
    const { here, hasFailed, load } = this.#chunk;
    if (here) return make(here);
    if (hasFailed && otherwise) return otherwise();
    void load();
    return undefined;
  }

  /** Without its page a question cannot be asked: back to where the person was. */
  #settled(): void {
    const { shell, changed } = this.#parts;
    const asked = this.#run?.asked;
    if (!this.#chunk.here) {
      if (asked?.what.kind !== 'network') asked?.answer({ type: 'withdrawn' });
      shell.send({ type: 'aside-missed' });
    }
    changed();
  }
}
