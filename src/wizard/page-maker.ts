/** Makes the pages that stand: one of the flow, and over it one that asks something first. Owns the step of the visit. */
import type { EnrollmentFault } from '../contract/fault.js';
import type { MethodSpec } from '../contract/method.js';
import type { StepClass, StepView } from '../contract/step.js';
import { promptPage } from './pages/prompt.js';
import { methodPage, openingPage } from './pages/method.js';
import type { FlowRun } from '../runtime/run-flow.js';
import type { Visit } from '../runtime/visit.js';
import { createStep } from '../ui/step-element.js';
import type { FlowController } from './flow-controller.js';
import { hasNewProblem } from './focus.js';
import type { MethodTable } from './method-table.js';
import { plain, type Page } from './page.js';
import type { Shell } from './shell.js';

/** `above` covers `below`, which stays in the tree, hidden and inert, so that typed text survives. */
export interface Pages {
  readonly below: Page | undefined;
  readonly above: Page | undefined;
}

type Step = InstanceType<StepClass<MethodSpec>>;
type Later = typeof import('./later.js');

export class PageMaker {
  readonly #shell: Shell;
  readonly #flow: FlowController;
  readonly #table: MethodTable;
  readonly #changed: () => void;
  #later: Later | undefined;
  #laterLoading: Promise<void> | undefined;
  #hasLaterFailed = false;
  #step: { readonly visit: Visit; readonly element: Step } | undefined;
  #last: Pages = { below: undefined, above: undefined };

  constructor(shell: Shell, flow: FlowController, table: MethodTable, changed: () => void) {
    this.#shell = shell;
    this.#flow = flow;
    this.#table = table;
    this.#changed = changed;
  }

  pages(): Pages {
    const { run } = this.#flow;
    if (!run) return { below: this.#flow.isAdapterMissed ? this.#adapterMissed() : undefined, above: undefined };
    const { interruption } = run;
    return {
      below: this.#belowOf(run),
      above: interruption
        ? this.#withLater((later) => later.stepUpPage(interruption, this.#shell, this.#explain))
        : this.#chooser(run),
    };
  }

  /** What has to be said aloud since the last look. */
  news({ below, above }: Pages): { readonly busy: string | undefined; readonly problem: string | undefined } {
    const page = above ?? below;
    const before = this.#last.above ?? this.#last.below;
    this.#last = { below, above };
    return {
      busy: page?.busy === before?.busy ? undefined : page?.busy,
      problem: page && hasNewProblem(before, page) ? page.problem?.text : undefined,
    };
  }

  /** Hands the visit's page to its step; settles when that stands in the tree. */
  async showStep(): Promise<void> {
    const step = this.#step;
    const state = step?.visit.state;
    const page = this.#last.below;
    if (!step || !state || !page) return;
    const { visit, element } = step;
    const { language } = this.#shell;
    const { clock } = this.#flow;
    const view: StepView<MethodSpec> = {
      state,
      locale: language.locale,
      t: language.method(visit.module),
      busy: page.busy !== undefined,
      ...(page.problem && { problem: page.problem }),
      clock: { now: () => clock.now(), everySecond: (tick) => clock.everySecond(tick) },
      send: (event) => visit.send(event),
    };
    await element.show(view);
  }

  /** Fetches the second chunk; safe to call again. */
  loadLater(): Promise<void> {
    this.#laterLoading ??= import('./later.js').then(
      async (later) => {
        await this.#shell.language.add('later', later.strings.en, later.strings.packs);
        this.#later = later;
        this.#changed();
      },
      () => {
        this.#hasLaterFailed = true;
        this.#laterLoading = undefined;
        this.#changed();
      },
    );
    return this.#laterLoading;
  }

  #belowOf(run: FlowRun): Page | undefined {
    const { state, visit } = run;
    if (!visit) this.#step = undefined;
    switch (state.phase) {
      case 'loading':
      case 'left':
        return undefined;
      case 'prompt':
        return this.#withProblem(promptPage(state, this.#shell), state.problem);
      case 'summary':
        return this.#withLater((later) => later.summaryPage(state, this.#shell, this.#explain));
      case 'trouble':
        return this.#withLater((later) => later.troublePage(state, this.#shell, this.#explain));
      case 'method':
      case 'chooser': {
        const { kinds } = this.#table.loader;
        const parts = { state, shell: this.#shell, kinds, explain: this.#explain };
        const pageState = visit?.state;
        return visit && pageState
          ? methodPage(visit, pageState, this.#stepOf(visit), parts)
          : openingPage(parts, undefined);
      }
    }
  }

  #chooser({ state }: FlowRun): Page | undefined {
    return state.phase === 'chooser'
      ? this.#withLater((later) => later.chooserPage(state, this.#shell, this.#table.loader.kinds))
      : undefined;
  }

  #stepOf(visit: Visit): Step {
    if (this.#step?.visit !== visit)
      this.#step = { visit, element: createStep(visit.module.kind, visit.module.Step) };
    return this.#step.element;
  }

  #withProblem(page: Page, fault: EnrollmentFault | undefined): Page {
    return fault ? { ...page, problem: { text: this.#explain(fault) } } : page;
  }

  #adapterMissed(): Page | undefined {
    const state = { phase: 'trouble', trouble: { kind: 'no-adapter' }, gained: false, visit: 0 } as const;
    return this.#withLater((later) => later.troublePage(state, this.#shell, this.#explain));
  }

  /** Pages of the second chunk wait for it; without it there is a plain one that tries again. */
  #withLater(make: (later: Later) => Page): Page | undefined {
    if (this.#later) return make(this.#later);
    void this.loadLater();
    return this.#hasLaterFailed ? this.#failed() : undefined;
  }

  #failed(): Page {
    const { say } = this.#shell.language;
    const retry = (): void => {
      this.#hasLaterFailed = false;
      this.#changed();
    };
    return {
      ...plain,
      phase: 'trouble',
      name: 'failed',
      title: say('failed.title'),
      body: say('failed.body'),
      submit: { label: say('retry'), run: retry },
    };
  }

  readonly #explain = (fault: EnrollmentFault): string => {
    const { language } = this.#shell;
    if (this.#later) return this.#later.faultText(fault, language.sayOf('later'), language.locale);
    void this.loadLater();
    return language.say('failed.body');
  };
}
