/** Reads which page the wizard would draw of a flow, in English, without drawing it. */
import type { EnrollmentFault } from '../../../src/contract/fault.js';
import type { FlowRun } from '../../../src/runtime/run-flow.js';
import type { FlowController } from '../../../src/wizard/flow-controller.js';
import { Language } from '../../../src/wizard/language.js';
import type { Page } from '../../../src/wizard/page.js';
import { PageMaker } from '../../../src/wizard/page-maker.js';
import type { Shell } from '../../../src/wizard/shell.js';
import type { Method } from '../methods/every-method.js';

export class PageReader {
  /** Something that would be drawn has changed. */
  hasChanged = false;
  readonly #language = new Language(() => undefined);
  readonly #maker: PageMaker;
  readonly #flow: { run: FlowRun | undefined; readonly isAdapterMissed: boolean } = {
    run: undefined,
    isAdapterMissed: false,
  };

  private constructor(methods: readonly Method[]) {
    const cards = new Map(methods.map(({ kind, card }) => [kind, card]));
    const flow = this.#flow;
    const shell: Shell = {
      language: this.#language,
      card: (kind) => cards.get(kind),
      kinds: () => new Set(cards.keys()),
      has: (call) => flow.run?.calls.has(call) ?? false,
      send: (event) => flow.run?.send(event),
      // Whatever a page asks of its host: nothing comes of it.
      fire: () => false,
    };
    const changed = (): void => void (this.hasChanged = true);
    // Of the controller the maker reads these two; the rest belongs to an element.
    this.#maker = new PageMaker(shell, flow as unknown as FlowController, () => undefined, changed);
  }

  /** With everything at hand that a wizard would fetch on its way. */
  static async open(methods: readonly Method[]): Promise<PageReader> {
    const reader = new PageReader(methods);
    await reader.#language.use('en');
    for (const { kind, card, module } of methods) {
      await reader.#language.add(`card ${kind}`, { ...card.words.en }, {});
      await reader.#language.add(kind, module.strings.en, {});
    }
    await Promise.all([
      reader.#maker.load(),
      import('../../../src/wizard/aside.js'),
      import('../../../src/runtime/settle.js'),
      import('../../../src/runtime/tour.js'),
    ]);
    await reader.#maker.later?.faults.load();
    return reader;
  }

  /** The page that could be used; undefined while nothing but a wait is drawn, and at the end. */
  pageOf(run: FlowRun): Page | undefined {
    this.#flow.run = run;
    const { above, below } = this.#maker.pages();
    return above ?? below;
  }

  explain(fault: EnrollmentFault): string {
    return this.#maker.later?.explain(fault) ?? '';
  }
}
