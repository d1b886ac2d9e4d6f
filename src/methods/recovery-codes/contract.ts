/** The row of `recovery-codes`: codes to keep on paper, each good for one sign-in. */
import type { NextAcknowledge, ProofAcknowledged } from '../../contract/next.js';

declare module '../../contract/enrollment.js' {
  interface MethodTypes {
    'recovery-codes': {
      offer: Readonly<Record<never, never>>;
      input: Readonly<Record<never, never>>;
      /** A new set takes the place of the old one when it is acknowledged, and not before. */
      next: NextAcknowledge;
      proof: ProofAcknowledged;
    };
  }
}
