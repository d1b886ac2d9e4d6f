/** What a browser is asked to make a passkey of: `PublicKeyCredentialCreationOptionsJSON`. */
import type { Ms, Offer } from '../../contract/enrollment.js';

/** A passkey that stands, as far as a browser must know it to make no second one in the same place. */
export interface StandingPasskey {
  /** Base64url. */
  readonly id: string;
  readonly transports: readonly string[];
}

export interface Ceremony {
  /** The site that the passkey is for. */
  readonly site: { readonly id: string; readonly name: string };
  /** Says nothing of the person: an authenticator may show it to whoever holds it. Base64url, like the challenge. */
  readonly userHandle: string;
  readonly challenge: string;
  readonly account: string;
  readonly standing: readonly StandingPasskey[];
  readonly time: Ms;
}

/** 256 bits; WebAuthn wants 128 at least. */
export const challengeBytes = 32;
/** As many as fit. */
export const userHandleBytes = 64;

/** EdDSA, ES256, RS256: between them every authenticator that is sold. */
export const algorithms = [-8, -7, -257];

export function creationOptions(ceremony: Ceremony, offer: Offer<'passkey'>): Readonly<Record<string, unknown>> {
  const { site, userHandle, challenge, account, standing, time } = ceremony;
  const { attachment, verification = 'required', models } = offer;
  return {
    rp: site,
    user: { id: userHandle, name: account, displayName: account },
    challenge,
    pubKeyCredParams: algorithms.map((alg) => ({ type: 'public-key', alg })),
    timeout: time,
    excludeCredentials: standing.map((one) => ({ ...one, type: 'public-key' })),
    authenticatorSelection: {
      residentKey: 'preferred',
      requireResidentKey: false,
      userVerification: verification,
      ...(attachment && { authenticatorAttachment: attachment }),
    },
    // Browsers hide the model unless it is asked for.
    attestation: models ? 'direct' : 'none',
  };
}
