/** A flow that runs without an element and on a clock of its own: cheap enough to be started anew for every step tried. */
import type { RuntimeClock } from '../../../src/runtime/clock.js';
import { FlowRun } from '../../../src/runtime/run-flow.js';
import type { Method } from '../methods/every-method.js';
import { isLong, turn, Waits } from '../still-time.js';
import type { Sight } from './looks.js';
import type { PageReader } from './page-reader.js';
import { Stage } from './stage.js';
import type { Step } from './steps.js';

export class Rehearsal {
  readonly stage: Stage;
  readonly #reader: PageReader;
  readonly #run: FlowRun;
  readonly #waits = new Waits();
  #refusal: string | undefined;

  constructor(methods: readonly Method[], reader: PageReader) {
    this.stage = new Stage(methods);
    this.#reader = reader;
    this.#run = new FlowRun({
      adapter: this.stage.adapter,
      methods: this.stage.loader,
      clock: this.#clock(),
      newKey: () => 'key',
      random: () => 0,
      locale: () => 'en',
      hasPrompt: () => true,
      device: { touch: false },
      changed: () => (reader.hasChanged = true),
      tell: () => undefined,
      announce: () => undefined,
    });
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
    return { page: this.#reader.pageOf(this.#run), isSlow: this.#run.isSlow, refusal: this.#refusal };
  }

  /** Nothing is drawn any more. */
  get hasEnded(): boolean {
    return this.#run.state.phase === 'left';
  }

  #do(step: Step): void {
    switch (step.type) {
      case 'pressed': {
        const { submit, back, links } = this.#reader.pageOf(this.#run) ?? {};
        if (step.button === 'submit') submit?.run(filled(step.values));
        else (step.button === 'back' ? back : links?.[step.button])?.run();
        return;
      }
      case 'answered':
        return this.stage.answer(step.answer);
      case 'refused':
        this.#refusal = this.#reader.explain(step.fault);
        return this.stage.refuse(step.fault);
      case 'arrived':
        return this.stage.arrive();
      case 'waited':
        return this.#waits.pass();
    }
  }

  /** Everything that was ready to run has run, and whatever is fetched for drawing is there. */
  async #settled(): Promise<void> {
    do {
      this.#reader.hasChanged = false;
      this.#reader.pageOf(this.#run);
      // What is at hand already is imported in its own good time: no later than this.
      for (let n = 0; n < 3; n++) await import('../../../src/runtime/tour.js').then(turn);
    } while (this.#reader.hasChanged);
  }

  #clock(): RuntimeClock {
    const after = (ms: number, run: () => void): (() => void) => {
      if (isLong(ms)) {
        const id = this.#waits.add(run, ms);
        return () => void this.#waits.delete(id);
      }
      let isOff = false;
      void turn().then(() => {
        this.#reader.hasChanged = true;
        if (!isOff) run();
      });
      return () => (isOff = true);
    };
    return { now: () => 0, after, everySecond: () => () => undefined, afterPaint: () => () => undefined };
  }
}

/** A form that was filled in like this. */
function filled(values: Readonly<Record<string, string>>): HTMLFormElement {
  const form = document.createElement('form');
  for (const [name, value] of Object.entries(values))
    form.append(Object.assign(document.createElement('input'), { name, value }));
  return form;
}
