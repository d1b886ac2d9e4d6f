/** Broken in what is shown once: recovery codes and app passwords. */
import type { Enrollment } from '../../../src/contract/enrollment.js';
import { type Broken, changedEnrollment, type Full, perPerson } from './broken.js';

/** What is shown, changed. */
function changedCodes(
  adapter: Full,
  change: (codes: readonly string[], kind: string) => readonly string[],
): ReturnType<typeof changedEnrollment> {
  return changedEnrollment(adapter, (enrollment) => {
    const { next, kind } = enrollment;
    if (next.type !== 'acknowledge') return enrollment;
    return { ...enrollment, next: { ...next, codes: change(next.codes, kind) } } as Enrollment;
  });
}

const firsts = perPerson(() => ({ codes: undefined as readonly string[] | undefined }));
const names = perPerson(() => ({ given: 0 }));
const looks = perPerson(() => ({ count: 0 }));

export const acknowledging: readonly Broken[] = [
  {
    that: 'shows other codes each time somebody looks',
    caughtBy: ['acknowledged/recovery-codes', 'acknowledged/app-password'],
    through: (adapter, world) => {
      const look = looks(world);
      return changedCodes(adapter, (codes) => {
        look.count += 1;
        return codes.map((code) => `${code.slice(0, -1)}${String(look.count % 10)}`);
      });
    },
  },
  {
    that: 'takes a code that was typed back for an acknowledgement',
    caughtBy: ['acknowledged/recovery-codes', 'acknowledged/app-password'],
    through: (adapter) => ({
      verify: async (id, proof, options) => {
        const { next } = await adapter.get(id, options);
        return adapter.verify(id, next.type === 'acknowledge' ? { type: 'acknowledged' } : proof, options);
      },
    }),
  },
  {
    that: 'shows short codes',
    caughtBy: ['acknowledged/strong-codes'],
    through: (adapter) => changedCodes(adapter, (codes) => codes.map((code) => code.slice(0, 9))),
  },
  {
    that: 'ends the old set of codes as soon as somebody looks at a new one',
    caughtBy: ['acknowledged/old-set'],
    through: (adapter) => ({
      begin: async (request, options) => {
        const { methods } = await adapter.load(options);
        const old = request.kind === 'recovery-codes' && methods.find(({ kind }) => kind === 'recovery-codes');
        if (old) await adapter.remove(old.id, { ...options, idempotencyKey: crypto.randomUUID() });
        return adapter.begin(request, options);
      },
    }),
  },
  {
    that: 'lets two app passwords have one name',
    caughtBy: ['acknowledged/one-name'],
    through: (adapter, world) => ({
      begin: (request, options) => {
        if (request.kind !== 'app-password') return adapter.begin(request, options);
        const name = names(world);
        name.given += 1;
        return adapter.begin({ ...request, name: `${request.name} ${String(name.given)}` }, options);
      },
    }),
  },
  {
    that: 'has one password for every app',
    caughtBy: ['acknowledged/other-name'],
    through: (adapter, world) => {
      const first = firsts(world);
      return changedCodes(adapter, (codes, kind) => (kind === 'app-password' ? (first.codes ??= codes) : codes));
    },
  },
];
