/** How little an adapter may be (R89): the three functions that are required, one method, and every promise kept. */
import { generateSecret, generateURI, verifySync } from 'otplib';
import type { CallOptions, SecurityInfoAdapter, WriteOptions } from '../../src/contract/adapter.js';
import type { Enrollment, EnrollmentId, MethodId } from '../../src/contract/enrollment.js';
import { EnrollmentError } from '../../src/contract/enrollment-error.js';
import type { RegisteredMethod } from '../../src/contract/security-info.js';

interface Open {
  readonly id: EnrollmentId;
  readonly secret: string;
  readonly replaces: MethodId | undefined;
}

export function tinyAdapter(now: () => number): SecurityInfoAdapter {
  const account = { label: 'mika@contoso.example' };
  const verdicts = new Map<string, Promise<unknown>>();
  let methods: RegisteredMethod[] = [];
  let open: Open | undefined;
  let wrong = 0;
  let opened = 0;

  const answer = ({ id, secret, replaces }: Open): Enrollment<'totp'> => {
    const provision = {
      uri: generateURI({ issuer: 'Tiny', label: account.label, secret }),
      manual: [{ name: 'secret', value: secret }],
    } as const;
    return {
      id,
      kind: 'totp',
      ...(replaces && { replaces }),
      next: { type: 'code', length: 6, alphabet: 'digits', provision },
    };
  };
  /** A copy of what `work` says, unless nobody waits for it any more. */
  const read = async <T>({ signal }: CallOptions, work: () => T | Promise<T>): Promise<T> => {
    signal.throwIfAborted();
    try {
      return structuredClone(await work());
    } finally {
      // Of a refusal, too, nobody wants to hear any more.
      signal.throwIfAborted();
    }
  };
  const write = <T>(name: string, options: WriteOptions, work: () => T): Promise<T> =>
    read(options, () => {
      const key = `${name} ${options.idempotencyKey}`;
      const verdict = (verdicts.get(key) as Promise<T> | undefined) ?? Promise.resolve().then(work);
      verdicts.set(key, verdict);
      return verdict;
    });

  return {
    load: (options) =>
      read(options, () => ({
        account,
        requirements: [
          {
            id: 'app',
            anyOf: [{ kind: 'totp', usage: ['sign-in'] }],
            status: methods.length > 0 ? 'satisfied' : 'open',
          },
        ],
        methods,
        pending: open ? [{ id: open.id, kind: 'totp' }] : [],
      })),
    begin: ({ kind, offerId, replaces, restart }, options) =>
      write('begin', options, () => {
        if (kind !== 'totp' || offerId !== undefined) throw new EnrollmentError({ code: 'method_unavailable' });
        if (restart === true || open?.replaces !== replaces) open = undefined;
        open ??= { id: `enrollment-${(opened += 1)}` as EnrollmentId, secret: generateSecret(), replaces };
        return answer(open);
      }),
    verify: (id, proof, options) => {
      const code = proof.type === 'code' && typeof proof.code === 'string' ? proof.code : '';
      return write('verify', options, () => {
        if (open?.id !== id) throw new EnrollmentError({ code: 'enrollment_gone' });
        if (wrong >= 10) throw new EnrollmentError({ code: 'locked' });
        if (!/^\d{6}$/.test(code)) throw new EnrollmentError({ code: 'invalid_code', reason: 'format' });
        const { secret, replaces } = open;
        if (!verifySync({ secret, token: code, epoch: Math.floor(now() / 1000), epochTolerance: 30 }).valid) {
          wrong += 1;
          throw new EnrollmentError({ code: 'invalid_code', attemptsLeft: 10 - wrong });
        }
        const method: RegisteredMethod = {
          id: `method-${opened}` as MethodId,
          kind: 'totp',
          label: 'Authenticator app',
          usage: ['sign-in'],
          canBeDefault: true,
          removable: false,
        };
        methods = [...methods.filter((old) => old.id !== replaces), method];
        open = undefined;
        return { id, kind: 'totp', next: { type: 'done', methods: [method] } };
      });
    },
  };
}
