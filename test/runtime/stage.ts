/** A run of the flow with everything around it under the test's hand: the backend, the time, the keys, one method. */
import assert from 'node:assert/strict';
import type { Offer } from '../../src/contract/enrollment.js';
import type { EnrollmentFault } from '../../src/contract/fault.js';
import type { MethodSpec } from '../../src/contract/method.js';
import type { PendingEnrollment, Requirement, SecurityInfo } from '../../src/contract/security-info.js';
import type { MethodModule } from '../../src/contract/step.js';
import type { FlowEvent, News } from '../../src/core/flow-state.js';
import type { Answer } from '../../src/runtime/interruption.js';
import type { MethodLoader } from '../../src/runtime/load-method.js';
import { FlowRun } from '../../src/runtime/run-flow.js';
import { FakeClock } from './fake-clock.js';
import {
  asksForCode,
  begin,
  id,
  puppetModule,
  short,
  type Puppet,
  type PuppetEffect,
  type PuppetEvent,
} from './puppet.js';
import { ScriptedAdapter, type CallName } from './scripted-adapter.js';
import { settle } from './settle.js';

export const puppetOffer: Offer = { kind: 'puppet', usage: ['sign-in'] };
/** Another offer of the same kind, to leave the first one for. */
export const otherOffer: Offer = { kind: 'puppet', offerId: 'other', usage: ['sign-in'] };

export function requirement(key = 'a', status: Requirement['status'] = 'open'): Requirement {
  return { id: key, anyOf: [puppetOffer, otherOffer], status, skip: {} };
}

export function infoOf(
  requirements: readonly Requirement[] = [requirement()],
  more: Partial<SecurityInfo> = {},
): SecurityInfo {
  return { account: { label: 'a***@harbor.example' }, requirements, methods: [], pending: [], ...more };
}

export interface StageOptions {
  readonly info?: SecurityInfo;
  readonly without?: readonly CallName[];
  readonly prompt?: boolean;
  /** What a kind's chunk is; undefined where it does not come. */
  readonly load?: (kind: string) => Promise<MethodModule<MethodSpec> | undefined>;
  readonly kinds?: readonly string[];
  readonly random?: () => number;
}

export class Stage {
  readonly backend: ScriptedAdapter;
  readonly clock = new FakeClock();
  readonly run: FlowRun;
  readonly info: SecurityInfo;
  readonly news: News[] = [];
  readonly announced: unknown[] = [];
  /** The kinds whose chunk was asked for. */
  readonly loaded: string[] = [];
  /** The kinds that were spoken of, answer by answer. */
  readonly spokenOf: (readonly string[])[] = [];
  changes = 0;
  locale = 'en';
  #keys = 0;

  constructor(options: StageOptions = {}) {
    const { info = infoOf(), without = [], prompt = false, random = () => 0.5 } = options;
    const { load = () => Promise.resolve(puppetModule()), kinds = ['puppet'] } = options;
    this.info = info;
    this.backend = new ScriptedAdapter({ without });
    this.run = new FlowRun({
      adapter: this.backend.adapter,
      methods: {
        kinds: new Set(kinds),
        know: async (choices) => void this.spokenOf.push(choices.flat().map(({ kind }) => kind)),
        load: (kind) => {
          this.loaded.push(kind);
          return load(kind);
        },
      } satisfies MethodLoader,
      clock: this.clock,
      newKey: () => `key-${++this.#keys}`,
      random,
      locale: () => this.locale,
      hasPrompt: () => prompt,
      device: { touch: false },
      changed: () => void this.changes++,
      tell: (news) => void this.news.push(news),
      announce: (text) => void this.announced.push(text),
    });
  }

  /** Starts, and answers the first load: the method stands, or the prompt, or whatever the answer leads to. */
  static async open(options: StageOptions = {}): Promise<Stage> {
    const stage = new Stage(options);
    stage.run.send({ type: 'started' });
    await stage.settled();
    await stage.reply('load', stage.info);
    return stage;
  }

  /** Starts, and goes on with an enrolment that the backend holds open; `get` answers with it. */
  static async resume(open: unknown, options: StageOptions = {}): Promise<Stage> {
    const pending: PendingEnrollment = { id, kind: 'puppet' };
    const stage = await Stage.open({ info: infoOf([requirement()], { pending: [pending] }), ...options });
    await stage.reply('get', open);
    return stage;
  }

  /** Starts, and opens an enrolment in the method: `begin` answers with it. */
  static async enrolled(answer: unknown = asksForCode, options: StageOptions = {}): Promise<Stage> {
    const stage = await Stage.open(options);
    await stage.tell({ effects: [begin] });
    await stage.reply('begin', answer);
    return stage;
  }

  /** Everything that is on its way has arrived. */
  settled(): Promise<void> {
    return settle(() => {
      const { state, tour, asked } = this.run;
      const isOut = (...names: readonly CallName[]): boolean =>
        this.backend.allOpen.some(({ name }) => names.includes(name));
      if ('at' in state && !tour?.visit) return !isOut('get');
      const { puttingOff, removing, working } = { puttingOff: 0, removing: 0, working: 0, ...state };
      if (puttingOff || removing || working)
        return !asked && !isOut('skip', 'setDefault', 'remove', 'complete', 'load');
      return state.phase === 'loading' && !asked && !isOut('load') && this.clock.waiting === 0;
    });
  }

  /** Sends the method an event. */
  do(event: PuppetEvent): void {
    const visit = this.run.tour?.visit ?? assert.fail('a method stands');
    visit.send(event);
  }

  /** Has the method turn to a page and wish for things. */
  async tell(told: { readonly page?: string; readonly effects?: readonly PuppetEffect[] }): Promise<void> {
    this.do({ type: 'told', ...told });
    await this.settled();
  }

  async send(event: FlowEvent): Promise<void> {
    this.run.send(event);
    await this.settled();
  }

  /** The backend answers the call that is out. */
  async reply(name: CallName, value: unknown): Promise<void> {
    this.backend.answer(name, value);
    await this.settled();
  }

  async refuse(name: CallName, fault: EnrollmentFault): Promise<void> {
    this.backend.refuse(name, fault);
    await this.settled();
  }

  /** The person, or the host, answers what stands between a call and its answer. */
  async answer(answer: Answer): Promise<void> {
    this.run.asked?.answer(answer);
    await this.settled();
  }

  async pass(ms: number): Promise<void> {
    await this.clock.advance(ms);
    await this.settled();
  }

  get phase(): string {
    return this.run.state.phase;
  }

  /** Why the wizard is in trouble, if it is. */
  get fault(): EnrollmentFault | undefined {
    return this.run.state.phase === 'trouble' ? this.run.state.fault : undefined;
  }

  get page(): string | undefined {
    return this.run.tour?.visit?.state?.page;
  }

  /** What the method heard of the backend and its timers, in short. */
  get heard(): readonly string[] {
    const state = this.run.tour?.visit?.state as Puppet['state'] | undefined;
    return (state?.heard ?? []).filter(({ type }) => type !== 'told').map(short);
  }

  get asked(): string | undefined {
    return this.run.asked?.what.kind;
  }

  get told(): readonly string[] {
    return this.news.map(({ type }) => type);
  }
}
