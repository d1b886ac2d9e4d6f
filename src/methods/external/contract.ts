/** The row of `external`: registered on another page, from which the person comes back. */
import type { NextRedirect, NextRejected, ProofReturned } from '../../contract/next.js';

declare module '../../contract/enrollment.js' {
  interface MethodTypes {
    external: {
      offer: Readonly<Record<never, never>>;
      input: Readonly<Record<never, never>>;
      /**
       * `redirect.url`: https, its host in ASCII and without a name or a password before it; the person is shown that host
       * and goes there by a press of their own. It leads back to the page with the wizard, which goes on by `load`: the
       * enrolment stands in `pending` until `verify`.
       */
      next: NextRedirect | NextRejected;
      /**
       * The address of the page after the return, whatever it says. Where it is worth nothing, `verify` resolves with the
       * same `redirect`; that is no wrong try.
       */
      proof: ProofReturned;
    };
  }
}
