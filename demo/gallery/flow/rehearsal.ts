/** A flow that runs without an element and on a clock of its own: cheap enough to be started anew for every step tried. */
import type { RuntimeClock } from '../../../src/runtime/clock.js';
import { FlowRun } from '../../../src/runtime/run-flow.js';
import type { FlowController } from '../../../src/wizard/flow-controller.js';
import { Language } from '../../../src/wizard/language.js';
import { LaterPages, strings as later } from '../../../src/wizard/later.js';
import type { Page } from '../../../src/wizard/page.js';
import { promptPage } from '../../../src/wizard/pages/prompt.js';
import type { Shell } from '../../../src/wizard/shell.js';
import type { Method } from '../methods/every-method.js';
import { isLong, turn, Waits } from '../still-time.js';
import type { Sight } from './looks.js';
import { Stage } from './stage.js';
import type { Step } from './steps.js';

/** English, with all that can be said in it. */
export async function spokenBy(methods: readonly Method[]): Promise<Language> {
  const language = new Language(() => undefined);
  await language.use('en');
  await language.add('later', later.en, later.packs);
  for (const { kind, card, module } of methods) {
    await language.add(`card ${kind}`, { ...card.words.en }, {});
    await language.add(kind, module.strings.en, {});
  }
  return language;
}

export class Rehearsal {
  readonly stage: Stage;
  readonly #run: FlowRun;
  readonly #shell: Shell;
  readonly #pages: LaterPages;
  readonly #waits = new Waits();
  #isMoving = false;
  #refusal: string | undefined;

  constructor(methods: readonly Method[], language: Language) {
    this.stage = new Stage(methods);
    const cards = new Map(methods.map(({ kind, card }) => [kind, card]));
    this.#run = new FlowRun({
      adapter: this.stage.adapter,
      methods: this.stage.loader,
      clock: this.#clock(),
      newKey: () => 'key',
      random: () => 0,
      locale: () => 'en',
      hasPrompt: () => true,
      device: { touch: false },
      changed: () => (this.#isMoving = true),
      tell: () => undefined,
      announce: () => undefined,
    });
    const run = this.#run;
    this.#shell = {
      language,
      card: (kind) => cards.get(kind),
      kinds: () => this.stage.loader.kinds,
      has: (call) => run.calls.has(call),
      send: (event) => run.send(event),
      answer: (answer) => run.answer(answer),
      // Whatever a page asks of its host, this one does by itself, and nothing comes of it.
      fire: () => false,
    };
    // Only what is drawn needs the controller, and nothing is drawn here.
    this.#pages = new LaterPages(this.#shell, undefined as unknown as FlowController, undefined);
  }

  /** Starts it and lets everything happen that led somewhere. */
  async play(path: readonly Step[]): Promise<this> {
    this.#run.send({ type: 'started' });
    await this.#settled();
    for (const step of path) {
      this.#do(step);
      await this.#settled();
    }
    return this;
  }

  stop(): void {
    this.#run.stop();
  }

  get sight(): Sight {
    return { page: this.#page, isSlow: this.#run.isSlow, refusal: this.#refusal };
  }

  /** Nothing is drawn any more. */
  get hasEnded(): boolean {
    return this.#run.state.phase === 'left';
  }

  /** The page that could be used; undefined while nothing but a wait is drawn, and at the end. */
  get #page(): Page | undefined {
    const { state, interruption } = this.#run;
    if (state.phase === 'prompt' && !interruption) {
      const page = promptPage(state, this.#shell);
      return state.problem ? { ...page, problem: { text: this.#pages.explain(state.problem) } } : page;
    }
    const { above, below } = this.#pages.pages(this.#run);
    return above ?? below;
  }

  #do(step: Step): void {
    switch (step.type) {
      case 'pressed': {
        const { submit, back, links } = this.#page ?? {};
        if (step.button === 'submit') submit?.run(step.values);
        else (step.button === 'back' ? back : links?.[step.button])?.run();
        return;
      }
      case 'answered':
        return this.stage.answer(step.answer);
      case 'refused':
        this.#refusal = this.#pages.explain(step.fault);
        return this.stage.refuse(step.fault);
      case 'arrived':
        return this.stage.arrive();
      case 'waited':
        return this.#waits.pass();
    }
  }

  /** Everything that was ready to run has run. */
  async #settled(): Promise<void> {
    do {
      this.#isMoving = false;
      // The flow fetches its later chunks as it goes: one that is here already comes no later than it does here.
      for (let n = 0; n < 3; n++) await import('../../../src/runtime/tour.js').then(turn);
    } while (this.#isMoving);
  }

  #clock(): RuntimeClock {
    const after = (ms: number, run: () => void): (() => void) => {
      if (isLong(ms)) {
        const id = this.#waits.add(run, ms);
        return () => void this.#waits.delete(id);
      }
      let isOff = false;
      this.#isMoving = true;
      void turn().then(() => {
        this.#isMoving = true;
        if (!isOff) run();
      });
      return () => (isOff = true);
    };
    return { now: () => 0, after, everySecond: () => () => undefined, afterPaint: () => () => undefined };
  }
}
