/** The row of `totp`: any authenticator app that shows time-based codes (RFC 6238). */
import type { NextCode, ProofCode } from '../../contract/next.js';

declare module '../../contract/enrollment.js' {
  interface MethodTypes {
    totp: {
      /** `issuer` is what the app will list the account under; keep it short and ASCII, or the QR grows dense. */
      offer: { readonly issuer?: string };
      input: Readonly<Record<never, never>>;
      next: NextCode;
      proof: ProofCode;
    };
  }
}
