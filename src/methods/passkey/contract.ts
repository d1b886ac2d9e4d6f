/** The row of `passkey`: a key pair that a device or a security key makes for this site alone (Web Authentication). */
import type { NextWebAuthn, ProofWebAuthn } from '../../contract/next.js';

declare module '../../contract/enrollment.js' {
  interface MethodTypes {
    /**
     * A page in a frame of another origin needs that page's leave: `allow="publickey-credentials-create"` on the frame,
     * and no `Permissions-Policy` that forbids it.
     */
    passkey: {
      offer: {
        /** `platform`: on this device. `cross-platform`: on a security key. Absent: wherever the person wants it. */
        readonly attachment?: 'platform' | 'cross-platform';
        /** Whether a touch is enough (`preferred`), or the PIN, face or finger is asked for. Default: `required`. */
        readonly verification?: 'required' | 'preferred';
        /** The models that are taken, by their AAGUIDs in lower case. Absent: any. */
        readonly models?: readonly string[];
      };
      input: Readonly<Record<never, never>>;
      /** Fresh options for one ceremony: `begin` with `restart` makes others, whose challenge was never used. */
      next: NextWebAuthn;
      /**
       * `credential` is a `RegistrationResponseJSON`, `label` the person's own name for it: 1 to 30 characters. Whoever
       * refuses the credential (`credential_rejected`) takes its challenge for used.
       */
      proof: ProofWebAuthn;
    };
  }
}
