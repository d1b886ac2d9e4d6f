/** Draws any state of any method in a real wizard: a host's method of the same kind, whose logic stands where it is put. */
import type { SecurityInfoAdapter } from '../../../src/contract/adapter.js';
import type { Offer } from '../../../src/contract/enrollment.js';
import type { MethodLogic, MethodSpec } from '../../../src/contract/method.js';
import type { SecurityInfo } from '../../../src/contract/security-info.js';
import { defineMethod, type MethodEntry, type MethodModule, type StepView } from '../../../src/contract/step.js';
import { foreign } from './every-entry.js';
import { allMethods, type Method } from './every-method.js';
import type { Stop } from './explore.js';

type Event = MethodSpec['event'];

/** Stands in for one method in one wizard. */
export class StandIn {
  readonly entry: MethodEntry;
  /** What the page sent up. */
  readonly sent: Event[] = [];
  #standing: Stop;
  #sendUp: StepView<MethodSpec>['send'] | undefined;

  constructor(method: Method, stop: Stop) {
    this.#standing = stop;
    this.entry = entryOf(method, { ...method.module, logic: this.#logic(method), Step: this.#step(method) });
  }

  /** Moves it to another state. */
  put(stop: Stop): void {
    this.#standing = stop;
    this.#sendUp?.({ type: 'put' });
  }

  #logic({ module }: Method): MethodLogic<MethodSpec> {
    return {
      // What is registered has a row, which the shell draws of what the backend answered.
      start: () => [
        this.#standing.state,
        this.#standing.frame.stage === 'registered' ? [{ type: 'begin', input: {} }] : [],
      ],
      update: (state, incoming) => {
        if (incoming.type === 'put' || incoming.type === 'enrolled') return [this.#standing.state];
        this.sent.push(incoming);
        return [state];
      },
      frame: (state) => module.logic.frame(state, this.#standing.context),
    };
  }

  #step({ module }: Method): MethodModule<MethodSpec>['Step'] {
    const onView = ({ send }: StepView<MethodSpec>): void => void (this.#sendUp = send);
    const { sent } = this;
    return class Step extends module.Step {
      override show(view: StepView<MethodSpec>): void | Promise<unknown> {
        onView(view);
        // What a step tells by itself changes nothing here: the state stands where it was put.
        return super.show({ ...view, send: (event) => sent.push(event) });
      }
    };
  }
}

/** What a wizard is handed that shows this one: the others that it has to know stand beside it. */
export function methodsWith(entry: MethodEntry): readonly MethodEntry[] {
  return [...foreign, entry];
}

export function entryOf({ card }: Method, module: MethodModule<MethodSpec>): MethodEntry {
  return defineMethod<MethodSpec>({ card, load: async () => ({ default: module }) });
}

/** Asks for the method first, with another way beside it and another step after it, so that every link is drawn. */
export async function adapterFor(method: Method): Promise<SecurityInfoAdapter> {
  const offer = offerOf(method);
  const others = (await allMethods()).filter(({ kind }) => kind !== method.kind).map(offerOf);
  const info: SecurityInfo = {
    account: { label: 'ayaka@harbor.example', organization: 'Harbor' },
    requirements: [
      { id: 'first', anyOf: [offer, ...others], status: 'open', skip: { daysLeft: 3 } },
      ...others.map((other) => ({ id: other.kind, anyOf: [other], status: 'open', skip: {} }) as const),
    ],
    methods: [],
    pending: [],
  };
  const never = (): Promise<never> => new Promise(() => undefined);
  const putOff = (): SecurityInfo => ({
    ...info,
    requirements: info.requirements.map((one) => (one.id === 'first' ? { ...one, status: 'put-off' } : one)),
  });
  const done = method.samples.enrollments.find(({ next }) => next.type === 'done');
  return {
    load: async () => info,
    begin: async () => done ?? never(),
    verify: never,
    skip: async () => putOff(),
    cancel: async () => undefined,
  };
}

export function offerOf({ samples }: Method): Offer {
  return samples.contexts[0].offer;
}
