/** Broken in how long something stands: time, cancelling, replacing, completing. */
import { type Broken, changedEnrollment, changedInfo } from './broken.js';

const minute = 60_000;
const countless = 1e9;

export const lifetimes: readonly Broken[] = [
  {
    that: 'never ends what is open',
    caughtBy: [
      'time/enrollment-ends-totp',
      'time/enrollment-ends-sms',
      'time/enrollment-ends-hardware-otp',
      'time/enrollment-ends-email',
      'time/new-secret',
    ],
    backend: { limits: { enrollmentLife: countless } },
    through: (adapter) => changedEnrollment(adapter, (one) => ({ ...one, expiresIn: 10 * minute })),
  },
  {
    that: 'never ends a pairing',
    caughtBy: ['time/enrollment-ends-push'],
    backend: { limits: { pairingLife: countless } },
    through: (adapter) => changedEnrollment(adapter, (one) => ({ ...one, expiresIn: 10 * minute })),
  },
  {
    that: 'takes texted codes for an hour',
    caughtBy: ['time/text-too-late'],
    backend: { limits: { codeLife: 60 * minute, enrollmentLife: 60 * minute } },
  },
  {
    that: 'takes codes of an app for ten minutes',
    caughtBy: ['time/app-code-too-late'],
    backend: { limits: { totpWindow: 10 * minute } },
  },
  {
    that: 'says the same durations whenever it is asked',
    caughtBy: ['time/counts-down'],
    through: (adapter) => changedEnrollment(adapter, (one) => ({ ...one, expiresIn: 30 * minute })),
  },
  {
    that: 'sends another text whenever it is asked',
    caughtBy: ['time/resend'],
    backend: { limits: { resendWaits: [0] } },
  },
  {
    that: 'leaves codes alive when it cancels',
    caughtBy: [
      'cancel/code-dies-totp',
      'cancel/code-dies-sms',
      'cancel/code-dies-hardware-otp',
      'cancel/leaves-nothing-totp',
      'cancel/leaves-nothing-sms',
      'cancel/leaves-nothing-hardware-otp',
      'cancel/code-dies-email',
      'cancel/leaves-nothing-email',
      'cancel/leaves-nothing-push',
      'cancel/leaves-nothing-passkey',
      'cancel/no-resend',
      'cancel/withdraws-request',
      'call/cancelled',
      'cancel/new-secret',
    ],
    through: () => ({ cancel: () => Promise.resolve() }),
  },
  {
    that: 'takes a registered method away with a late cancel',
    caughtBy: ['cancel/keeps-done'],
    through: (adapter) => ({
      cancel: async (id, options) => {
        const { next } = await adapter.get(id, options);
        if (next.type === 'done') await adapter.remove(next.methods[0].id, options);
        else await adapter.cancel(id, options);
      },
    }),
  },
  {
    that: 'takes everything away with a cancel',
    caughtBy: ['cancel/keeps-others', 'binding/replace-cancelled'],
    through: (adapter) => ({
      cancel: async (id, options) => {
        await adapter.cancel(id, options);
        const { methods } = await adapter.load(options);
        for (const method of methods) await adapter.remove(method.id, options);
      },
    }),
  },
  {
    that: 'drops the old method when a new one is begun',
    caughtBy: ['binding/replace', 'binding/replace-cancelled'],
    through: (adapter) => ({
      begin: async ({ replaces, ...request }, options) => {
        if (replaces === undefined) return adapter.begin(request, options);
        await adapter.remove(replaces, options);
        return { ...(await adapter.begin(request, options)), replaces };
      },
    }),
  },
  {
    that: 'keeps the old method beside the one that replaces it',
    caughtBy: ['binding/replace'],
    through: (adapter) => ({
      begin: async ({ replaces, ...request }, options) => ({
        ...(await adapter.begin(request, options)),
        ...(replaces !== undefined && { replaces }),
      }),
    }),
  },
  {
    that: 'says that all is done too early',
    caughtBy: ['binding/complete'],
    through: (adapter) => ({
      complete: async (options) => {
        const info = await adapter.complete(options);
        return { ...info, requirements: info.requirements.map((one) => ({ ...one, status: 'satisfied' as const })) };
      },
    }),
  },
  {
    that: 'never hears that something is done',
    caughtBy: ['binding/complete-after', 'shape/registered-totp'],
    through: (adapter) =>
      changedInfo(adapter, (info) => ({
        ...info,
        requirements: info.requirements.map((one) => ({ ...one, status: 'open' as const })),
      })),
  },
];
