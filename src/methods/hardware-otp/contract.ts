/** The row of `hardware-otp`: a small device that shows a code and knows nothing else (RFC 6238). */
import type { NextCode, ProofCode } from '../../contract/next.js';

declare module '../../contract/enrollment.js' {
  interface MethodTypes {
    'hardware-otp': {
      offer: Readonly<Record<never, never>>;
      /**
       * As it is printed, without decoration: capital letters and digits. A serial that nobody has and one that is
       * somebody else's are refused alike, with `invalid_input`/`mismatch`. The same one with another `label` only
       * changes what the token is called.
       */
      input: { readonly serial: string };
      next: NextCode;
      proof: ProofCode;
    };
  }
}
