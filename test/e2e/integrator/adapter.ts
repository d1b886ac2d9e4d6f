/** What an integrator writes: sixty lines between the contract and an API that has never heard of it. */
import { EnrollmentError } from '../../../src/server/index.js';
import type { SecurityInfoAdapter } from '../../../src/contract/adapter.js';
import type { Enrollment, EnrollmentId, MethodId } from '../../../src/contract/enrollment.js';
import type { EnrollmentFault } from '../../../src/contract/fault.js';
import type { RegisteredMethod } from '../../../src/contract/security-info.js';

type Call = (method: string, path: string, body?: unknown) => Response | Promise<Response>;
type Refusal = { readonly error: string; readonly remaining?: number };
type Me = { mail: string; devices: { ref: string; title: string }[]; awaiting: string | null };

const faultOf = ({ error, remaining }: Refusal): EnrollmentFault => {
  if (error === 'WRONG') return { code: 'invalid_code', ...(remaining !== undefined && { attemptsLeft: remaining }) };
  if (error === 'MALFORMED') return { code: 'invalid_code', reason: 'format' };
  if (error === 'TOO_MANY_MISSES') return { code: 'locked' };
  return { code: error === 'NO_SUCH_DEVICE' ? 'enrollment_gone' : 'server' };
};

const methodOf = ({ ref, title }: Me['devices'][number]): RegisteredMethod => ({
  id: ref as MethodId,
  kind: 'totp',
  label: title,
  usage: ['sign-in'],
  canBeDefault: true,
  removable: false,
});

/** One person's adapter; `call` carries their session. */
export function identityAdapter(call: Call): SecurityInfoAdapter {
  const ask = async <T>(signal: AbortSignal, method: string, path: string, body?: unknown): Promise<T> => {
    signal.throwIfAborted();
    const response = await call(method, path, body);
    const answer = (await response.json()) as T;
    signal.throwIfAborted();
    if (!response.ok) throw new EnrollmentError(faultOf(answer as Refusal));
    return answer;
  };
  return {
    load: async ({ signal }) => {
      const me = await ask<Me>(signal, 'GET', '/me');
      const status = me.devices.length ? 'satisfied' : 'open';
      return {
        account: { label: me.mail, organization: 'Contoso' },
        requirements: [{ id: 'app', anyOf: [{ kind: 'totp', usage: ['sign-in'] }], status }],
        methods: me.devices.map(methodOf),
        pending: me.awaiting === null ? [] : [{ id: me.awaiting as EnrollmentId, kind: 'totp' }],
      };
    },
    begin: async ({ kind, offerId, replaces, restart = false }, { signal }) => {
      if (replaces !== undefined) throw new EnrollmentError({ code: 'unsupported' });
      if (kind !== 'totp' || offerId !== undefined) throw new EnrollmentError({ code: 'method_unavailable' });
      type Made = { ref: string; otpauth: string; seed: string };
      const { ref, otpauth, seed } = await ask<Made>(signal, 'POST', '/me/devices', { fresh: restart });
      const provision = { uri: otpauth, manual: [{ name: 'secret', value: seed }] } as const;
      const next = { type: 'code', length: 6, alphabet: 'digits', provision } as const;
      return { id: ref as EnrollmentId, kind: 'totp', next } satisfies Enrollment<'totp'>;
    },
    verify: async (id, proof, { signal }) => {
      const passcode = proof.type === 'code' ? proof.code : '';
      const path = `/me/devices/${encodeURIComponent(id)}/confirm`;
      const device = await ask<Me['devices'][number]>(signal, 'POST', path, { passcode });
      return { id, kind: 'totp', next: { type: 'done', methods: [methodOf(device)] } };
    },
  };
}
