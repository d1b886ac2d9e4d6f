/** What a backend knows, with what the policy makes of it; and what was put off, which only we know. */
import type { Ms } from '../contract/enrollment.js';
import { EnrollmentError } from '../contract/enrollment-error.js';
import type { RegisteredMethod, Requirement, SecurityInfo } from '../contract/security-info.js';
import { type OrganizationPolicy, type Person, plan, type PlanContext, type Registered } from '../policy/index.js';

/**
 * What a backend without requirements has nowhere to keep. JSON.
 *
 * @example
 * const record: SkipRecord = { skips: { campaign: { times: 1, lastAt: 1768467600000 } } };
 */
export interface SkipRecord {
  /** When a second method was first asked for, in epoch milliseconds. */
  readonly firstAskedAt?: number;
  /** How often each requirement was put off, and when last. */
  readonly skips?: NonNullable<Person['skips']>;
}

/**
 * Where it is kept, for one person. What is read is what was written last; `undefined` where nothing was.
 *
 * @example
 * const store: SkipStore = {
 *   read: async () => JSON.parse(localStorage.getItem('skips') ?? 'null') ?? undefined,
 *   write: async (record) => localStorage.setItem('skips', JSON.stringify(record)),
 * };
 */
export interface SkipStore {
  read(): Promise<SkipRecord | undefined>;
  write(record: SkipRecord): Promise<void>;
}

/**
 * What is known of the person beside their methods and skips.
 *
 * @example
 * const person: PersonFacts = { isAdmin: true, hasBusinessPhone: true };
 */
export type PersonFacts = Omit<Person, 'registered' | 'skips'>;

/**
 * Here and now. `signedInAt` is when `withPolicy` was called, unless it is given: give it, or a reload asks again for what
 * was put off.
 *
 * @example
 * const context: Circumstances = { device: 'phone', signedInAt: session.startedAt };
 */
export type Circumstances = Omit<PlanContext, 'now'>;

/**
 * What the plan is made from; only the policy has no default.
 *
 * @example
 * const options: WithPolicyOptions = { policy, person: ({ account }) => directory.factsOf(account.label), store };
 */
export interface WithPolicyOptions {
  readonly policy: OrganizationPolicy;
  /** Default: nothing is known. As a function it is asked anew with each answer of the backend. */
  readonly person?: PersonFacts | ((info: SecurityInfo) => PersonFacts | Promise<PersonFacts>);
  /** As a function it is asked anew with each answer. */
  readonly context?: Circumstances | (() => Circumstances);
  /** Default: in memory, so that a reload forgets what was put off. */
  readonly store?: SkipStore;
  /** Which offer a method was registered for, where there are two of its kind. Default: any. */
  readonly offerIdOf?: (method: RegisteredMethod) => string | undefined;
  /** Epoch milliseconds. Default: `Date.now`. */
  readonly now?: () => number;
}

export class PlannedAnswers {
  readonly #options: WithPolicyOptions;
  readonly #store: SkipStore;
  readonly #now: () => number;
  readonly #madeAt: number;
  /** Every requirement so far, in the order in which they came. */
  readonly #asked = new Map<string, Requirement>();
  #lastSkip: Promise<unknown> = Promise.resolve();

  constructor(options: WithPolicyOptions) {
    this.#options = options;
    this.#store = options.store ?? inMemory();
    this.#now = options.now ?? Date.now;
    this.#madeAt = this.#now();
  }

  /** The backend's answer, with the requirements that follow from it. Refuses where the plan is blocked. */
  async after(info: SecurityInfo): Promise<SecurityInfo> {
    const { person = {}, context = {}, policy } = this.#options;
    const record = (await this.#store.read()) ?? {};
    const facts = typeof person === 'function' ? await person(info) : person;
    const here = typeof context === 'function' ? context() : context;
    const registered = info.methods.map((method) => registeredAs(method, this.#options));
    const now = this.#now();
    const planned = plan(policy, { ...record, ...facts, registered }, { signedInAt: this.#madeAt, ...here, now });
    if (planned.type === 'blocked') throw new EnrollmentError(planned.fault);
    const { requirements, sessionExpiresIn, ...rest } = planned.info;
    const isFirst = (facts.firstAskedAt ?? record.firstAskedAt) === undefined;
    if (isFirst && requirements.some(({ id }) => id === 'sign-in')) {
      await this.#store.write({ ...record, firstAskedAt: now });
    }
    return {
      ...info,
      ...rest,
      // Whoever may not register here has met nothing by that.
      requirements: here.denied === undefined ? this.#followed(requirements, info.methods) : requirements,
      ...(info.absent && { absent: info.absent.filter((call) => call !== 'skip') }),
      ...soonest(info.sessionExpiresIn, sessionExpiresIn),
    };
  }

  /** One after the other: two at once would each count from the same number. */
  skip(requirementId: string, signal: AbortSignal, load: () => Promise<SecurityInfo>): Promise<SecurityInfo> {
    const mine = this.#lastSkip.then(async () => this.#skip(requirementId, signal, await load()));
    this.#lastSkip = mine.catch(() => undefined);
    return mine;
  }

  async #skip(requirementId: string, signal: AbortSignal, info: SecurityInfo): Promise<SecurityInfo> {
    const before = await this.after(info);
    const requirement = before.requirements.find(({ id }) => id === requirementId);
    if (requirement !== undefined && requirement.status !== 'open') return before;
    if (requirement?.skip === undefined) throw new EnrollmentError({ code: 'policy_denied' });
    signal.throwIfAborted();
    const record = (await this.#store.read()) ?? {};
    const times = (record.skips?.[requirementId]?.times ?? 0) + 1;
    await this.#store.write({ ...record, skips: { ...record.skips, [requirementId]: { times, lastAt: this.#now() } } });
    return this.after(info);
  }

  /** What the plan does not hold any more is met. */
  #followed(planned: readonly Requirement[], methods: readonly RegisteredMethod[]): readonly Requirement[] {
    for (const requirement of planned) this.#asked.set(requirement.id, requirement);
    return [...this.#asked.values()].map((requirement) => {
      if (planned.includes(requirement)) return requirement;
      const { id, anyOf } = requirement;
      // The method that stands for it is shown first.
      const by = anyOf.find(({ kind }) => methods.some((method) => method.kind === kind)) ?? anyOf[0];
      return { id, anyOf: [by, ...anyOf.filter((offer) => offer !== by)], status: 'satisfied' };
    });
  }
}

function registeredAs(method: RegisteredMethod, { offerIdOf }: WithPolicyOptions): Registered {
  const { kind, channels, addedAt } = method;
  const offerId = offerIdOf?.(method);
  return {
    kind,
    ...(channels && { channels }),
    ...(addedAt !== undefined && { addedAt }),
    ...(offerId !== undefined && { offerId }),
  };
}

function soonest(...ends: readonly (Ms | undefined)[]): { readonly sessionExpiresIn?: Ms } {
  const known = ends.filter((end) => end !== undefined);
  return known.length > 0 ? { sessionExpiresIn: Math.min(...known) } : {};
}

function inMemory(): SkipStore {
  let kept: SkipRecord | undefined;
  return {
    read: async () => kept,
    write: async (record) => {
      kept = record;
    },
  };
}
