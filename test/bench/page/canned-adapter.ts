/** A backend that answers at once, in the page, always the same: what is timed is the wizard and nothing else. */
import type { SecurityInfoAdapter } from '../../../src/contract/adapter.js';
import type { Enrollment, EnrollmentId, MethodId, MethodKind, Offer } from '../../../src/contract/enrollment.js';
import type { AnyNext } from '../../../src/contract/next.js';
import type { RegisteredMethod, SecurityInfo } from '../../../src/contract/security-info.js';
import type {} from '../../../src/methods/phone/contract.js';
import type {} from '../../../src/methods/push/contract.js';
import type {} from '../../../src/methods/totp/contract.js';

interface Canned {
  readonly offer: Offer;
  /** What comes next, one after the other; then it is done. */
  readonly next: readonly AnyNext[];
}

const secret = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
const account = { label: 'robin@quarry.example', organization: 'Quarry' };

/** THE table: a method of the passage is a row. */
const methods: Readonly<Record<string, Canned>> = {
  totp: {
    offer: { kind: 'totp', usage: ['sign-in'] },
    next: [
      {
        type: 'code',
        alphabet: 'digits',
        length: 6,
        provision: {
          uri: `otpauth://totp/Quarry:${encodeURIComponent(account.label)}?secret=${secret}&issuer=Quarry`,
          manual: [
            { name: 'account', value: account.label },
            { name: 'secret', value: secret },
          ],
        },
      },
    ],
  },
  push: {
    offer: { kind: 'push', usage: ['sign-in'] },
    next: [
      {
        type: 'wait',
        for: 'pairing',
        pollAfter: 1000,
        provision: {
          uri: `quarry-app://pair?code=${secret}&url=https%3A%2F%2Flogin.quarry.example%2Fpair`,
          manual: [
            { name: 'code', value: '482 913 556' },
            { name: 'url', value: 'https://login.quarry.example/pair' },
          ],
        },
      },
      { type: 'ready' },
      { type: 'wait', for: 'approval', pollAfter: 1000, matchNumber: '47' },
    ],
  },
  phone: {
    offer: { kind: 'phone', usage: ['sign-in'], channels: ['sms'] },
    next: [{ type: 'code', alphabet: 'digits', length: 6, delivery: { channel: 'sms', to: '+81 **-****-5678' } }],
  },
};

/** Answers for a person of whom these kinds are asked, in this order. */
export function cannedAdapter(kinds: readonly string[]): SecurityInfoAdapter {
  const asked = kinds.flatMap((kind) => methods[kind] ?? []);
  /** How far each enrolment has come. */
  const at = new Map<string, number>();
  const isDone = (kind: string): boolean => (at.get(kind) ?? 0) >= (methods[kind]?.next.length ?? 0);

  const info = (): SecurityInfo => ({
    account,
    requirements: asked.map(({ offer }) => ({
      id: offer.kind,
      anyOf: [offer],
      status: isDone(offer.kind) ? 'satisfied' : 'open',
    })),
    methods: asked.flatMap(({ offer }) => (isDone(offer.kind) ? [registered(offer.kind)] : [])),
    pending: [],
  });
  const standing = (kind: string): Enrollment =>
    ({
      id: kind as EnrollmentId,
      kind,
      next: methods[kind]?.next[at.get(kind) ?? 0] ?? { type: 'done', methods: [registered(kind)] },
    }) as Enrollment;
  const goOn = async (id: string): Promise<Enrollment> => {
    at.set(id, (at.get(id) ?? 0) + 1);
    return standing(id);
  };

  return {
    load: async () => info(),
    begin: async ({ kind }) => {
      at.set(kind, at.get(kind) ?? 0);
      return standing(kind);
    },
    verify: (id) => goOn(id),
    challenge: (id) => goOn(id),
    get: async (id) => (standing(id).next.type === 'wait' ? goOn(id) : standing(id)),
  };
}

function registered(kind: string): RegisteredMethod {
  return {
    id: `${kind}-1` as MethodId,
    kind: kind as MethodKind,
    label: kind === 'phone' ? '+81 **-****-5678' : 'App of Robin',
    usage: ['sign-in'],
    canBeDefault: true,
    removable: true,
  };
}
