/** App passwords: drawn here, shown until acknowledged, and kept as keyed fingerprints. */
import { and, eq, isNotNull, isNull } from 'drizzle-orm';
import { EnrollmentError } from '../../../../src/contract/enrollment-error.js';
import type {} from '../../../../src/methods/app-password/contract.js';
import { schema } from '../../database/index.js';
import { isSame } from '../../secrets/index.js';
import { Account } from '../account.js';
import type { Kind } from '../kind.js';
import { acknowledged, drawSecret, folded, readSecret, usableName } from '../shared-rules.js';
import type { Look } from '../work.js';
import type { World } from '../world.js';

interface State {
  readonly name: string;
  readonly password: string;
}

/** What is left of a password that somebody has in an app. */
interface Kept {
  readonly mark: string;
}

export const appPassword: Kind<'app-password', State> = {
  slots: ({ policy }) => ({ atMost: policy.appPasswords }),
  strength: 0,
  check: async (_world, { request }) => void usableName(request.name),
  open: async (work, { request, offer }) => {
    const { world } = work;
    const name = usableName(request.name);
    const books = await Account.read(work, () => 0);
    const added = { offer, slots: appPassword.slots(world), replaces: request.replaces };
    if (books.isTaken(added, world.secrets.mark(folded(name), offer.kind))) {
      throw new EnrollmentError({ code: 'invalid_input', field: 'label', reason: 'duplicate' });
    }
    const password = drawSecret((length) => world.random(length));
    return { state: { name, password }, endsAt: world.now() + world.policy.enrollmentLife };
  },
  next: async (_look, { state: { password } }) => ({ type: 'acknowledge', codes: [password] }),
  prove: async (_work, _entry, proof) => acknowledged(proof) ?? { type: 'right', accepted: {} },
  isReplay: async () => false,
  describe: async ({ world }, { state: { name, password } }) => ({
    label: name,
    identity: folded(name),
    secret: { mark: markOf(world, password) } satisfies Kept,
  }),
};

/**
 * Where an app signs in: whether this is one of the person's app passwords. It is handed in again and again, so it is kept
 * as a fast hash: it was drawn, not chosen, and without the pepper there is nothing to try. No try is counted, since 80
 * bits are not guessed, and an app that still has a deleted password must not lock its owner out.
 */
export async function isAppPassword({ tx, world, account }: Look, typed: string): Promise<boolean> {
  const { methods } = schema;
  const password = readSecret(typed);
  if (password === undefined) return false;
  const isKept = and(eq(methods.kind, 'app-password'), isNull(methods.removedAt), isNotNull(methods.secret));
  const rows = await tx
    .select({ id: methods.id, secret: methods.secret })
    .from(methods)
    .where(and(eq(methods.accountId, account.id), isKept));
  const kept = rows.map(({ id, secret }) => world.secrets.open(secret ?? '', `method ${id}`) as Kept);
  return kept.some(({ mark }) => isSame(mark, markOf(world, password)));
}

function markOf({ secrets }: World, password: string): string {
  return secrets.mark(password, 'app password');
}
