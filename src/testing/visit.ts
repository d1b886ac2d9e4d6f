/** One fresh person in front of the adapter: every call with a new key and a signal, and all that was heard noted down. */
import type { CallOptions, SecurityInfoAdapter, WriteOptions } from '../contract/adapter.js';
import type { BeginRequest, Enrollment, EnrollmentId, MethodId, Ms, Proof } from '../contract/enrollment.js';
import type { MethodRef, OptionalCall, SecurityInfo } from '../contract/security-info.js';
import { Failure, Skip } from './assert.js';
import type { LabPerson } from './lab.js';
import { has } from './needs.js';

/**
 * What the adapter said to one call.
 *
 * @example
 * person.heard.filter(({ thrown }) => thrown !== undefined);
 */
export interface Heard {
  readonly call: 'load' | 'begin' | 'verify' | OptionalCall;
  readonly answer?: unknown;
  readonly thrown?: unknown;
}

/**
 * What a check is handed: the person of the lab with every call of the adapter. A call that the adapter does not have,
 * or a hook that the lab does not have, ends the check as skipped.
 *
 * @example
 * const { id } = await person.begin({ kind: 'totp' });
 * await person.cancel(id);
 */
export class Visit {
  readonly lab: LabPerson;
  readonly adapter: SecurityInfoAdapter;
  /** What the first `load` said. */
  readonly info: SecurityInfo;
  /** All answers and refusals, in all tabs and to strangers too. */
  readonly heard: Heard[];
  locale = 'en';
  readonly #signal: AbortSignal;
  readonly #calls = new Set<AbortController>();

  constructor(
    lab: LabPerson,
    adapter: SecurityInfoAdapter,
    info: SecurityInfo,
    signal: AbortSignal,
    heard: Heard[] = [],
  ) {
    this.lab = lab;
    this.adapter = adapter;
    this.info = info;
    this.#signal = signal;
    this.heard = heard;
    signal.addEventListener('abort', () => {
      for (const controller of this.#calls) controller.abort(signal.reason);
    });
  }

  /** Options with a fresh key, or with what is given. */
  options(given: Partial<WriteOptions> = {}): WriteOptions {
    return { signal: this.#ownSignal(), locale: this.locale, idempotencyKey: crypto.randomUUID(), ...given };
  }

  load(options: CallOptions = this.options()): Promise<SecurityInfo> {
    return this.#note('load', () => this.adapter.load(options));
  }

  begin(request: BeginRequest, options = this.options()): Promise<Enrollment> {
    return this.#note('begin', () => this.adapter.begin(request, options));
  }

  verify(id: EnrollmentId, proof: Proof, options = this.options()): Promise<Enrollment> {
    return this.#note('verify', () => this.adapter.verify(id, proof, options));
  }

  /** Hands in a typed code. */
  type(id: EnrollmentId, code: string, options = this.options()): Promise<Enrollment> {
    return this.verify(id, { type: 'code', code }, options);
  }

  get(id: EnrollmentId, options: CallOptions = this.options()): Promise<Enrollment> {
    return this.#optional('get', (adapter) => adapter.get?.(id, options));
  }

  challenge(id: EnrollmentId, how: { readonly channel?: string } = {}, options = this.options()): Promise<Enrollment> {
    return this.#optional('challenge', (adapter) => adapter.challenge?.(id, how, options));
  }

  cancel(id: EnrollmentId, options = this.options()): Promise<void> {
    return this.#optional('cancel', (adapter) => adapter.cancel?.(id, options));
  }

  setDefault(ref: MethodRef, options = this.options()): Promise<SecurityInfo> {
    return this.#optional('setDefault', (adapter) => adapter.setDefault?.(ref, options));
  }

  remove(id: MethodId, options = this.options()): Promise<SecurityInfo> {
    return this.#optional('remove', (adapter) => adapter.remove?.(id, options));
  }

  skip(requirementId: string, options = this.options()): Promise<SecurityInfo> {
    return this.#optional('skip', (adapter) => adapter.skip?.(requirementId, options));
  }

  reauthenticate(password: string, options = this.options()): Promise<void> {
    return this.#optional('reauthenticate', (adapter) => adapter.reauthenticate?.({ password }, options));
  }

  complete(options = this.options()): Promise<SecurityInfo> {
    return this.#optional('complete', (adapter) => adapter.complete?.(options));
  }

  /** Whether the adapter has this function. */
  can(name: OptionalCall): boolean {
    return has(this.adapter, this.info, name);
  }

  /** Moves the backend's time. */
  async pass(ms: Ms): Promise<void> {
    await this.hook('clock').advance(ms);
  }

  /** What the lab has under this name; the check is skipped where it has nothing. */
  hook<N extends keyof LabPerson>(name: N): NonNullable<LabPerson[N]> {
    return this.lab[name] ?? skipped(`the lab has no ${name}`);
  }

  /** The same person in a second tab. */
  async tab(): Promise<Visit> {
    return this.#beside(this.hook('another'));
  }

  /** Somebody else. */
  async stranger(): Promise<Visit> {
    return this.#beside(this.hook('stranger'));
  }

  async #beside(adapter: SecurityInfoAdapter): Promise<Visit> {
    const info = await adapter.load(this.options());
    return new Visit(this.lab, adapter, info, this.#signal, this.heard);
  }

  /** A signal per call, as the widget has it: many calls that listen to one look like a leak. */
  #ownSignal(): AbortSignal {
    const controller = new AbortController();
    this.#calls.add(controller);
    return controller.signal;
  }

  #optional<T>(call: OptionalCall, made: (adapter: SecurityInfoAdapter) => Promise<T> | undefined): Promise<T> {
    if (!this.can(call)) skipped(`the adapter has no ${call}`);
    return this.#note(call, () => made(this.adapter) ?? skipped(`the adapter has no ${call}`));
  }

  /** Makes a call in the same breath, as the widget does, and notes down how it went. */
  #note<T>(call: Heard['call'], made: () => Promise<T>): Promise<T> {
    const noted = this.#heard(call, made);
    // A check may fail before it comes to wait for this one; the host's process must not end for that.
    noted.catch(() => undefined);
    return noted;
  }

  async #heard<T>(call: Heard['call'], made: () => Promise<T>): Promise<T> {
    try {
      const answer = await promised(call, made);
      this.heard.push({ call, answer });
      return answer;
    } catch (thrown) {
      if (!(thrown instanceof Skip)) this.heard.push({ call, thrown });
      throw thrown;
    }
  }
}

function promised<T>(call: string, made: () => Promise<T>): Promise<T> {
  try {
    return made();
  } catch (thrown) {
    throw thrown instanceof Skip ? thrown : new Failure(`${call} throws at once, where it has to reject`);
  }
}

function skipped(reason: string): never {
  throw new Skip(reason);
}
