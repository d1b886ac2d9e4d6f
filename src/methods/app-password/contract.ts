/** The row of `app-password`: a password of its own for an app that can do no more than ask for one. */
import type { NextAcknowledge, ProofAcknowledged } from '../../contract/next.js';

declare module '../../contract/enrollment.js' {
  interface MethodTypes {
    'app-password': {
      /** It is no proof at a prompt, so its `usage` is best left empty. */
      offer: Readonly<Record<never, never>>;
      /** What the person calls it. Part of the wish, which `label` is not: for another name there is another password. */
      input: { readonly name: string };
      /** The one code is the password. It works once it is acknowledged. */
      next: NextAcknowledge;
      proof: ProofAcknowledged;
    };
  }
}
