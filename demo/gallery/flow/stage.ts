/** A backend, and methods, that do nothing until they are told: each call stays out until a step answers it. */
import { EnrollmentError } from '../../../src/contract/enrollment-error.js';
import type { SecurityInfoAdapter } from '../../../src/contract/adapter.js';
import type { Enrollment } from '../../../src/contract/enrollment.js';
import type { EnrollmentFault } from '../../../src/contract/fault.js';
import type { MethodLogic, MethodSpec } from '../../../src/contract/method.js';
import type { SecurityInfo } from '../../../src/contract/security-info.js';
import type { MethodLoader } from '../../../src/runtime/load-method.js';
import { defineMethod, type MethodEntry, type MethodModule, type StepView } from '../../../src/contract/step.js';
import type { Method } from '../methods/every-method.js';
import type { Stop } from '../methods/explore.js';

export type CallName = 'load' | 'begin' | 'skip' | 'setDefault' | 'complete' | 'reauthenticate';

/** A call that is out for an answer. */
export interface Out {
  readonly name: CallName;
  readonly args: readonly unknown[];
  answer(value: unknown): void;
  refuse(fault: EnrollmentFault): void;
}

export class Stage {
  readonly adapter: SecurityInfoAdapter;
  /** What `load` answered last. */
  known: SecurityInfo | undefined;
  readonly #out = new Set<Out>();
  readonly #modules: ReadonlyMap<string, MethodModule<MethodSpec>>;
  readonly #entries: readonly MethodEntry[];
  #refusal: EnrollmentFault | undefined;
  #hasArrived = false;
  #arrive: () => void = () => undefined;
  readonly #arrival = new Promise<void>((resolve) => (this.#arrive = resolve));

  constructor(methods: readonly Method[]) {
    this.#modules = new Map(methods.map((method) => [method.kind, moduleOf(method)]));
    this.#entries = methods.map(({ kind, card }) =>
      defineMethod<MethodSpec>({ card, load: async () => ({ default: await this.#moduleOf(kind) }) }),
    );
    this.adapter = {
      load: async (options) => {
        // Reads are tried again by themselves: they meet the same refusal.
        if (this.#refusal) throw new EnrollmentError(this.#refusal);
        this.known = (await this.#call('load', [options])) as SecurityInfo;
        return this.known;
      },
      begin: async (...args) => (await this.#call('begin', args)) as Enrollment,
      verify: () => new Promise(() => undefined),
      skip: async (...args) => (await this.#call('skip', args)) as SecurityInfo,
      setDefault: async (...args) => (await this.#call('setDefault', args)) as SecurityInfo,
      complete: async (...args) => (await this.#call('complete', args)) as SecurityInfo,
      reauthenticate: async (...args) => void (await this.#call('reauthenticate', args)),
      cancel: async () => undefined,
    };
  }

  /** For an element. */
  get methods(): readonly MethodEntry[] {
    return this.#entries;
  }

  /** The same for a flow that runs without an element. */
  get loader(): MethodLoader {
    const kinds = new Set(this.#modules.keys());
    return { kinds, know: () => Promise.resolve(), load: (kind) => this.#moduleOf(kind) };
  }

  /** The call that waits for an answer. */
  get out(): Out | undefined {
    return [...this.#out].at(-1);
  }

  /** The chunks of the methods are here. */
  get hasArrived(): boolean {
    return this.#hasArrived;
  }

  arrive(): void {
    this.#hasArrived = true;
    this.#arrive();
  }

  answer(value: unknown): void {
    this.#refusal = undefined;
    this.out?.answer(value);
  }

  refuse(fault: EnrollmentFault): void {
    this.#refusal = this.out?.name === 'load' ? fault : undefined;
    this.out?.refuse(fault);
  }

  async #moduleOf(kind: string): Promise<MethodModule<MethodSpec>> {
    await this.#arrival;
    const module = this.#modules.get(kind);
    if (!module) throw new Error(`There is no method ${kind}`);
    return module;
  }

  #call(name: CallName, args: readonly unknown[]): Promise<unknown> {
    // Every call takes its options last.
    const { signal } = args.at(-1) as { readonly signal: AbortSignal };
    return new Promise((resolve, reject) => {
      const end = (): void => void this.#out.delete(out);
      const out: Out = {
        name,
        args,
        answer: (value) => {
          end();
          resolve(value);
        },
        refuse: (fault) => {
          end();
          reject(new EnrollmentError(fault));
        },
      };
      signal.addEventListener('abort', () => {
        end();
        reject(signal.reason as Error);
      });
      this.#out.add(out);
    });
  }
}

const modules = new WeakMap<Method, MethodModule<MethodSpec>>();

/** One for all stages: every class of a step is registered once. */
function moduleOf(method: Method): MethodModule<MethodSpec> {
  const module = modules.get(method) ?? cutDown(method);
  modules.set(method, module);
  return module;
}

/** A method with its first page, a wait and its last page: what else it asks is its own business. */
function cutDown({ module, stops }: Method): MethodModule<MethodSpec> {
  const [first] = stops;
  const waiting = stops.find(({ wish }) => wish === 'begin') ?? first;
  const last = stops.find(({ frame }) => frame.stage === 'registered') ?? first;
  const stopAt = ({ page }: MethodSpec['state']): Stop =>
    [last, waiting, first].find(({ state }) => state.page === page) ?? first;
  const logic: MethodLogic<MethodSpec> = {
    start: () => [first.state],
    update: (state, { type }) => {
      if (type === 'enrolled') return [last.state];
      if (type === 'refused' || type === 'withdrawn') return [first.state];
      return state === last.state ? [state, [{ type: 'leave' }]] : [waiting.state, [{ type: 'begin', input: {} }]];
    },
    frame: (state) => module.logic.frame(state, stopAt(state).context),
  };
  return {
    ...module,
    logic,
    Step: class Step extends module.Step {
      override show(view: StepView<MethodSpec>): void | Promise<unknown> {
        return super.show({ ...view, send: () => undefined });
      }
    },
  };
}
