/** Makes every page after the prompt: one of the flow, and over it one that asks something first. Owns the visit's step. */
import { html, nothing } from 'lit';
import type { MethodSpec } from '../contract/method.js';
import type { StepClass, StepView } from '../contract/step.js';
import type { EnrollmentFault } from '../contract/fault.js';
import type { FlowRun } from '../runtime/run-flow.js';
import type { Visit } from '../runtime/visit.js';
import { createStep } from '../ui/step-element.js';
import { AsidePages } from './aside-pages.js';
import { Attention } from './attention.js';
import type { FlowController } from './flow-controller.js';
import { LateChunk } from './late-chunk.js';
import type { LaterStrings } from './later-strings.js';
import type { Page, Pages } from './page.js';
import { methodPage, openingPage } from './pages/method.js';
import { summaryPage } from './pages/summary.js';
import { withDay } from './required-from.js';
import type { Shell, TellingShell } from './shell.js';

type Step = InstanceType<StepClass<MethodSpec>>;

/** How often promises may be worked off before a page that only waits is drawn: far less than a frame. */
const turns = 40;

export class LaterPages {
  readonly attention: Attention;
  /** The words of faults: fetched once something is refused, and here before that is shown. */
  readonly faults: LateChunk<typeof import('./faults.js')>;
  readonly #shell: TellingShell;
  readonly #flow: FlowController;
  readonly #aside: AsidePages;
  #step: { readonly visit: Visit; readonly element: Step } | undefined;

  constructor(shell: Shell, flow: FlowController, first: Page | undefined, changed: () => void) {
    this.attention = new Attention(first);
    this.#shell = { ...shell, explain: this.explain };
    this.#flow = flow;
    this.faults = new LateChunk('wizard faults', shell.language, () => import('./faults.js'), changed);
    // A question that is asked here may be answered wrongly.
    const fetch = async (): Promise<typeof import('./aside.js')> => {
      const [made] = await Promise.all([import('./aside.js'), this.faults.load()]);
      return made;
    };
    this.#aside = new AsidePages({ shell: this.#shell, attention: this.attention, fetch, changed });
  }

  /** A fault in words; where those did not come, that something went wrong, and that there is another try. */
  readonly explain = (fault: EnrollmentFault): string => {
    const { language } = this.#shell;
    const words = this.#faultWords();
    if (words) return words.faultText(fault, language.sayOf('wizard faults'), language.locale);
    return language.sayOf<LaterStrings>('wizard later')('fault.untold');
  };

  /** Those of faults; asked for where they are not here yet, once. */
  #faultWords(): typeof this.faults.here {
    const { here, hasFailed, load } = this.faults;
    if (!here && !hasFailed) void load();
    return here;
  }

  /** Whether a fault can be told: its words are here, or will not come. */
  #isTold(): boolean {
    return Boolean(this.#faultWords()) || this.faults.hasFailed;
  }

  /** `prompt` is the page below, where that is the first chunk's. */
  pages(run: FlowRun, prompt?: Page): Pages {
    // A step that is let go of wipes itself; keeping it would keep its secret.
    if (!run.tour?.visit) this.#step = undefined;
    if (run.tour) run.tour.beforeRefusal = this.faults.load;
    const below = prompt ? this.#prompt(prompt, run) : this.#below(run);
    const above = this.#aside.above(run);
    const seen = above ?? below;
    const notice = seen && run.tour && this.#aside.notice(run.tour.session);
    const noticed = notice ? { ...seen, top: html`${notice} ${seen.top ?? nothing}` } : seen;
    return above ? { below, above: noticed } : { below: noticed };
  }

  #prompt(page: Page, { state }: FlowRun): Page {
    if (state.phase !== 'prompt') return page;
    const { problem, info } = state;
    // Putting off, where it may be, comes first. Beside a count a day would take a line of its own on a small screen, and
    // push away the control that somebody is about to press.
    const [skip, other] = page.links;
    const uncounted = info.requirements.filter(
      ({ status, skip }) => status === 'open' && (skip?.daysLeft ?? skip?.timesLeft) === undefined,
    );
    return {
      ...page,
      links: skip && other ? [{ ...skip, label: withDay(skip.label, uncounted, this.#shell) }, other] : page.links,
      // Whoever presses here at once may be ahead of the words.
      problem: problem && this.#isTold() ? { text: this.explain(problem) } : undefined,
    };
  }

  /**
   * What was pressed may be answered at once, by an adapter in the page: then the page that comes of it is drawn, and not
   * first the one that waits for it.
   */
  async lull(): Promise<void> {
    for (let turn = 0; turn < turns && this.#isInPassing(); turn++) await Promise.resolve();
  }

  #isInPassing(): boolean {
    const { run } = this.#flow;
    if (run?.state.phase !== 'method' || run.asked || this.attention.isAtProblem) return false;
    const stand = run.tour?.visit?.stand;
    return !stand || stand.frame.busy !== undefined;
  }

  /** Where the wizard stands when the host has never set an adapter. */
  adapterMissed(): Page | undefined {
    return this.#aside.trouble(undefined);
  }

  /** Hands the visit's page to its step; settles when that stands in the tree. */
  async showStep(page: Page | undefined): Promise<void> {
    const step = this.#step;
    const state = step?.visit.state;
    if (!step || !state || !page) return;
    const { visit, element } = step;
    const { language } = this.#shell;
    const { clock } = this.#flow;
    const view: StepView<MethodSpec> = {
      state,
      context: visit.context,
      locale: language.locale,
      t: language.method(visit.module),
      busy: page.busy !== undefined,
      ...(page.problem && { problem: page.problem }),
      clock: { now: () => clock.now(), everySecond: (tick) => clock.everySecond(tick) },
      send: (event) => visit.send(event),
    };
    try {
      await element.show(view);
    } catch {
      // A defect of the step must not leave an empty page behind (R84).
      this.#shell.send({ type: 'method-missed', code: 'protocol' });
    }
  }

  #below(run: FlowRun): Page | undefined {
    const { state, tour } = run;
    switch (state.phase) {
      case 'loading':
      case 'prompt':
      case 'left':
        return undefined;
      case 'summary':
        return (
          this.#aside.defaultMethod(state) ??
          // Nothing was registered in this run, so nothing is new: it is only looked at again.
          (state.gained ? summaryPage(state, this.#shell) : this.#aside.review(state))
        );
      case 'trouble':
        // Nobody has to read it twice: it stands once its words are there, or will not come.
        return this.#isTold() ? this.#aside.trouble(state.fault) : undefined;
      case 'method':
      case 'chooser': {
        const parts = { state, shell: this.#shell };
        const visit = tour?.visit;
        const stand = visit?.stand;
        return visit && stand ? methodPage(visit, stand, this.#stepOf(visit), parts) : openingPage(parts);
      }
    }
  }

  #stepOf(visit: Visit): Step {
    if (this.#step?.visit !== visit) {
      const element = createStep(visit.module.kind, visit.module.Step);
      this.#step = { visit, element };
      visit.perform = (state) => element.perform?.(state);
    }
    return this.#step.element;
  }
}
