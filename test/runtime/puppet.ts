/** A method without a will of its own: it goes to the page and wishes for what its event says, and notes what it hears. */
import type { Enrollment, EnrollmentId, MethodId } from '../../src/contract/enrollment.js';
import type { Call, Enrolled, MethodEffect, MethodLogic, MethodSpec, Reply } from '../../src/contract/method.js';
import type { AnyNext, NextCode, NextDone, NextWait, ProofCode, ProofReturned } from '../../src/contract/next.js';
import type { PendingEnrollment } from '../../src/contract/security-info.js';
import type { MethodModule, StepClass } from '../../src/contract/step.js';

declare module '../../src/contract/enrollment.js' {
  interface MethodTypes {
    puppet: {
      offer: Readonly<Record<never, never>>;
      input: { readonly badge?: string };
      next: Exclude<AnyNext, NextDone>;
      proof: ProofCode | ProofReturned;
    };
  }
}

export interface Puppet extends MethodSpec {
  readonly kind: 'puppet';
  readonly state: { readonly page: string; readonly heard: readonly (PuppetEvent | Reply<Puppet>)[] };
  readonly event: PuppetEvent;
  readonly strings: { readonly title: 'Puppet'; readonly sent: 'Sent' };
}

export type PuppetEvent =
  | { readonly type: 'told'; readonly page?: string; readonly effects?: readonly MethodEffect<Puppet>[] }
  | { readonly type: 'rang'; readonly id: string }
  | { readonly type: 'stumbled' };

export type PuppetEffect = MethodEffect<Puppet>;

const page = (name: string, heard: Puppet['state']['heard'] = []): Puppet['state'] => ({ page: name, heard });

export const logic: MethodLogic<Puppet> = {
  start: (_context, pending) => [page(pending ? `resumed ${pending.enrollment.next.type}` : 'first')],
  update(state, incoming) {
    if (incoming.type === 'stumbled') throw new Error('the logic has a defect');
    const heard = [...state.heard, incoming];
    if (incoming.type === 'told') return [page(incoming.page ?? state.page, heard), incoming.effects ?? []];
    if (incoming.type === 'enrolled' && incoming.enrollment.next.type === 'done') return [page('registered', heard)];
    return [page(state.page, heard)];
  },
  frame: ({ page: name }) => ({ title: 'title', stage: name === 'first' ? 'first' : 'middle' }),
};

/** Forgotten whose it is, as the runtime sees every method. */
export function puppetModule(own: Partial<MethodLogic<Puppet>> = {}): MethodModule<MethodSpec> {
  const module: MethodModule<Puppet> = {
    kind: 'puppet',
    logic: { ...logic, ...own },
    nexts: {
      code: true,
      wait: true,
      ready: true,
      answers: true,
      rejected: true,
      webauthn: true,
      acknowledge: true,
      redirect: true,
    },
    // Nothing is drawn here.
    Step: undefined as unknown as StepClass<Puppet>,
    strings: { en: { title: 'Puppet', sent: 'Sent' }, load: {} },
  };
  return module as unknown as MethodModule<MethodSpec>;
}

// ── what the backend may say to it ───────────────────────────────────────────────────────────────────────

export const id = 'enrollment-1' as EnrollmentId;
export const methodId = 'method-1' as MethodId;
export const pendingPuppet: PendingEnrollment = { id, kind: 'puppet' };
export const codeNext: NextCode = { type: 'code', alphabet: 'digits', length: 6 };
export const proof: ProofCode = { type: 'code', code: '123456' };
export const begin: PuppetEffect = { type: 'begin', input: {} };
export const verify: PuppetEffect = { type: 'verify', proof };
export const challenge: PuppetEffect = { type: 'challenge' };

export function enrollment(next: Enrollment<'puppet'>['next'], expiresIn?: number): Enrollment<'puppet'> {
  return { id, kind: 'puppet', next, ...(expiresIn !== undefined && { expiresIn }) };
}

export const asksForCode = enrollment(codeNext);

export function wait(more: Partial<NextWait> = {}, expiresIn?: number): Enrollment<'puppet'> {
  return enrollment({ type: 'wait', for: 'approval', pollAfter: 2_000, ...more }, expiresIn);
}

export function done(then?: NextDone['then']): Enrollment<'puppet'> {
  const method = {
    id: methodId,
    kind: 'puppet',
    label: 'Puppet',
    usage: ['sign-in'],
    canBeDefault: true,
    removable: true,
  } as const;
  return enrollment({ type: 'done', methods: [method], ...(then && { then }) });
}

/** What a method heard of the backend, in short: `code`, `verify refused invalid_code`, `begin withdrawn`. */
export function short(incoming: PuppetEvent | Reply<Puppet>): string {
  switch (incoming.type) {
    case 'enrolled':
      return (incoming satisfies Enrolled<Puppet>).enrollment.next.type;
    case 'refused':
      return `${incoming.during satisfies Call} refused ${incoming.fault.code}`;
    case 'withdrawn':
      return `${incoming.during} withdrawn`;
    case 'rang':
      return `${incoming.id} rang`;
    default:
      return incoming.type;
  }
}
