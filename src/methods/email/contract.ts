/** The row of `email`: an address that a code is sent to. */
import type { NextCode, ProofCode } from '../../contract/next.js';

declare module '../../contract/enrollment.js' {
  interface MethodTypes {
    email: {
      offer: {
        /**
         * The organisation's own domains: whoever cannot sign in could not read mail there either, so addresses of them
         * and below are refused. The address that the person signs in with is refused always.
         */
        readonly refusedDomains?: readonly string[];
      };
      /** The domain in ASCII, the mailbox as it was typed. */
      input: { readonly address: string };
      next: NextCode;
      proof: ProofCode;
    };
  }
}
