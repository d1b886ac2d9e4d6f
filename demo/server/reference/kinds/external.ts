/** What is registered on another page: the person is sent there with a state, and proves it by what they bring back. */
import { EnrollmentError } from '../../../../src/contract/enrollment-error.js';
import type {} from '../../../../src/methods/external/contract.js';
import { keep } from '../entries.js';
import type { Kind } from '../kind.js';
import { wordsIn } from '../shared-rules.js';
import { newId } from '../world.js';

interface State {
  /** What the other page is given, and has to speak of. */
  readonly state: string;
  readonly isRefused?: true;
}

export const external: Kind<'external', State> = {
  slots: () => 'one-per-offer',
  strength: 1,
  check: async ({ elsewhere }) => {
    if (elsewhere === undefined) throw new EnrollmentError({ code: 'method_unavailable' });
  },
  open: async ({ world }) => ({
    state: { state: newId('state') },
    endsAt: world.now() + world.policy.enrollmentLife,
  }),
  next: async ({ world: { elsewhere } }, { state: { state, isRefused } }) => {
    if (isRefused) return { type: 'rejected', reason: 'denied', recover: 'restart' };
    if (elsewhere === undefined) throw new EnrollmentError({ code: 'method_unavailable' });
    return { type: 'redirect', url: elsewhere.addressFor(state) };
  },
  /** Coming back proves nothing by itself: only the other page's word does. */
  prove: async (work, entry, proof) => {
    if (proof.type !== 'returned') return { type: 'refused', fault: { code: 'unsupported' } };
    const { state, isRefused } = entry.state;
    const outcome = typeof proof.url === 'string' ? work.world.elsewhere?.outcomeIn(proof.url, state) : undefined;
    if (outcome === 'finished' && !isRefused) return { type: 'right', accepted: {} };
    if (outcome === 'refused') {
      await keep(work, entry, { state: { state, isRefused: true }, endsAt: entry.row.endsAt });
    }
    return { type: 'undecided' };
  },
  isReplay: async () => false,
  describe: async (_look, { name, offer, locale }) => ({
    label: name ?? offer.displayName ?? wordsIn(locale).externalService,
  }),
};
