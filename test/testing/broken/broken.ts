/** The form of a broken adapter: the memory backend with exactly one fault. */
import type { MemoryBackendOptions } from '../../../src/adapters/memory/index.js';
import type { SecurityInfoAdapter } from '../../../src/contract/adapter.js';
import type { Enrollment } from '../../../src/contract/enrollment.js';
import { EnrollmentError, faultOf } from '../../../src/contract/enrollment-error.js';
import type { EnrollmentFault } from '../../../src/contract/fault.js';
import type { SecurityInfo } from '../../../src/contract/security-info.js';
import type { World } from '../memory-lab.js';

/** An adapter with nothing left out, as the memory backend with a password has it. */
export type Full = Required<SecurityInfoAdapter>;

export interface Broken {
  /** What it does: "an adapter that …". */
  readonly that: string;
  /** The checks that must fail, each of them. */
  readonly caughtBy: readonly string[];
  readonly through?: (adapter: Full, world: World) => Partial<SecurityInfoAdapter>;
  readonly backend?: Partial<MemoryBackendOptions>;
}

type InfoCall = 'load' | 'setDefault' | 'remove' | 'skip' | 'complete';
type EnrollmentCall = 'begin' | 'verify' | 'get' | 'challenge';

/** Every answer of the form that `load` gives, changed. */
export function changedInfo(adapter: Full, change: (info: SecurityInfo) => SecurityInfo): Pick<Full, InfoCall> {
  return {
    load: async (options) => change(await adapter.load(options)),
    setDefault: async (ref, options) => change(await adapter.setDefault(ref, options)),
    remove: async (id, options) => change(await adapter.remove(id, options)),
    skip: async (id, options) => change(await adapter.skip(id, options)),
    complete: async (options) => change(await adapter.complete(options)),
  };
}

/** Every answer about an enrolment, changed. */
export function changedEnrollment(
  adapter: Full,
  change: (enrollment: Enrollment) => Enrollment,
): Pick<Full, EnrollmentCall> {
  return {
    begin: async (request, options) => change(await adapter.begin(request, options)),
    verify: async (id, proof, options) => change(await adapter.verify(id, proof, options)),
    get: async (id, options) => change(await adapter.get(id, options)),
    challenge: async (id, how, options) => change(await adapter.challenge(id, how, options)),
  };
}

/** The same adapter, every call of which passes through `around`. */
export function everyCall(adapter: Full, around: <T>(call: () => Promise<T>) => Promise<T>): Full {
  return {
    load: (...given) => around(() => adapter.load(...given)),
    begin: (...given) => around(() => adapter.begin(...given)),
    verify: (...given) => around(() => adapter.verify(...given)),
    get: (...given) => around(() => adapter.get(...given)),
    challenge: (...given) => around(() => adapter.challenge(...given)),
    cancel: (...given) => around(() => adapter.cancel(...given)),
    setDefault: (...given) => around(() => adapter.setDefault(...given)),
    remove: (...given) => around(() => adapter.remove(...given)),
    skip: (...given) => around(() => adapter.skip(...given)),
    reauthenticate: (...given) => around(() => adapter.reauthenticate(...given)),
    complete: (...given) => around(() => adapter.complete(...given)),
  };
}

/** Every refusal as what `change` makes of it. */
export function changedFaults(adapter: Full, change: (fault: EnrollmentFault) => unknown): Full {
  return everyCall(adapter, async (call) => {
    try {
      return await call();
    } catch (thrown) {
      const fault = faultOf(thrown);
      throw fault === undefined ? thrown : change(fault);
    }
  });
}

export function refusal(fault: EnrollmentFault): EnrollmentError {
  return new EnrollmentError(fault);
}

/** What `call` answers, or `otherwise` of the fault that it is refused with. */
export async function orElse<T>(call: Promise<T>, otherwise: (fault: EnrollmentFault) => T | Promise<T>): Promise<T> {
  try {
    return await call;
  } catch (thrown) {
    const fault = faultOf(thrown);
    if (fault === undefined) throw thrown;
    return otherwise(fault);
  }
}

/** A value of its own for each person of a lab, shared by all adapters of that person and of the stranger. */
export function perPerson<T>(make: () => T): (world: World) => T {
  const made = new WeakMap<object, T>();
  return ({ clock }) => {
    const value = made.get(clock) ?? make();
    made.set(clock, value);
    return value;
  };
}

export function freshKey<O extends { readonly idempotencyKey: string }>(options: O): O {
  return { ...options, idempotencyKey: crypto.randomUUID() };
}
