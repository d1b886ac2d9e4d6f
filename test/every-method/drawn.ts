/** Draws any state of any method in a real wizard: a host's method of the same kind, whose logic stands where it is put. */
import type { SecurityInfoAdapter } from '../../src/contract/adapter.js';
import type { Offer } from '../../src/contract/enrollment.js';
import type { MethodLogic, MethodSpec } from '../../src/contract/method.js';
import type { SecurityInfo } from '../../src/contract/security-info.js';
import { defineMethod, type MethodEntry, type MethodModule, type StepView } from '../../src/contract/step.js';
import { WizardPage, type WizardOptions } from '../wizard/wizard-page.js';
import { until } from '../wizard/patience.js';
import type { Stop } from './explore.js';
import { allMethods, type Method } from './methods.js';

type Event = MethodSpec['event'];

export class Drawn {
  readonly page: WizardPage;
  readonly method: Method;
  /** What the page sent up. */
  readonly sent: Event[];
  readonly #put: (stop: Stop) => void;

  constructor(page: WizardPage, method: Method, sent: Event[], put: (stop: Stop) => void) {
    this.page = page;
    this.method = method;
    this.sent = sent;
    this.#put = put;
  }

  /** A wizard that stands at `stop`, drawn by the method's own step in the real shell. */
  static async open(method: Method, stop: Stop, options: WizardOptions = {}): Promise<Drawn> {
    const sent: Event[] = [];
    let standing = stop;
    let sendUp: StepView<MethodSpec>['send'] | undefined;
    const logic: MethodLogic<MethodSpec> = {
      start: () => [standing.state],
      update: (state, incoming) => {
        if (incoming.type === 'put') return [standing.state];
        sent.push(incoming);
        return [state];
      },
      frame: (state) => method.module.logic.frame(state, standing.context),
    };
    class Step extends method.module.Step {
      override show(view: StepView<MethodSpec>): void | Promise<unknown> {
        sendUp = view.send;
        // What a step tells by itself changes nothing here: the state stands where it was put.
        return super.show({ ...view, send: (event) => sent.push(event) });
      }
    }
    const adapter = await adapterFor(method);
    const methodsOfHost = [entryOf(method, { ...method.module, logic, Step })];
    const page = WizardPage.place({ methods: methodsOfHost, ...options });
    // What races with the language is tested elsewhere: here it is spoken before anything else happens.
    await until(() => page.element.shadowRoot?.querySelector('section'), 'a language');
    page.element.adapter = adapter;
    await page.first();
    // Through the prompt, as people come.
    page.form()?.requestSubmit();
    const drawn = new Drawn(page, method, sent, (next) => {
      standing = next;
      sendUp?.({ type: 'put' });
    });
    await drawn.stands(stop);
    return drawn;
  }

  /** Moves it to another state. */
  async show(stop: Stop): Promise<void> {
    this.#put(stop);
    await this.stands(stop);
  }

  async stands(stop: Stop): Promise<void> {
    await until(() => this.page.of<PageEvent>('siw-page').at(-1)?.page === stop.state.page, `page ${stop.state.page}`);
    await this.page.element.updateComplete;
    // Chunks of its own (a QR encoder) may come after the page.
    await until(() => !this.page.root.querySelector('.siw-qr:empty') || stop.frame.busy !== undefined, 'a picture');
  }
}

interface PageEvent extends globalThis.Event {
  readonly type: 'siw-page';
  readonly page: string;
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
  return {
    load: async () => info,
    begin: never,
    verify: never,
    skip: async () => putOff(),
    cancel: async () => undefined,
  };
}

function offerOf({ samples }: Method): Offer {
  return samples.contexts[0].offer;
}
