/** Reads what a browser made (`RegistrationResponseJSON`), and judges all of it but signatures. */
import type { Offer, Proof } from '../../contract/enrollment.js';
import type { EnrollmentFault } from '../../contract/fault.js';
import { bytesOf, textOf } from './base64url.js';
import { readCbor } from './cbor.js';

/** A new credential, as browser and authenticator tell of it. */
export interface Registration {
  /** What the browser says: for which challenge, and on which page. */
  readonly challenge: string;
  readonly origin: string;
  /** Of the page around it, where that is another one; empty where a browser keeps it to itself. `undefined`: no frame. */
  readonly around: string | undefined;
  /** What the authenticator says. All but the model in base64url. */
  readonly rpIdHash: string;
  readonly isPresent: boolean;
  readonly isVerified: boolean;
  /** Its AAGUID; zeros where it, or the browser, keeps that to itself. */
  readonly model: string;
  readonly credentialId: string;
  readonly transports: readonly string[];
}

/** What it has to be. */
export interface Expected {
  readonly challenge: string;
  readonly origins: readonly string[];
  readonly rpIdHash: string;
  readonly offer: Pick<Offer<'passkey'>, 'verification' | 'models'>;
  isTaken(credentialId: string): boolean;
}

/** Authenticator data (Web Authentication, section 6.1): a hash, a byte of flags, a counter, and the new credential. */
const flagsAt = 32;
const modelAt = 37;
const idLengthAt = 53;
const idAt = 55;
/** Of a credential's id (Web Authentication, section 7.1). */
const longestId = 1023;
const flags = { present: 1, verified: 4, withCredential: 64 } as const;

/** `undefined`: it is nothing of the kind. */
export function readRegistration(proof: Proof): Registration | undefined {
  if (proof.type !== 'webauthn') return undefined;
  try {
    // From a page that may be anybody's: each part is looked at before it is used, and what does not fit throws.
    const { id, type, response } = proof.credential as Record<string, unknown>;
    const { clientDataJSON, attestationObject, transports } = response as Record<string, unknown>;
    const client = JSON.parse(new TextDecoder().decode(bytesOf(clientDataJSON))) as Record<string, unknown>;
    const attested = readCbor(bytesOf(attestationObject));
    const made = attested instanceof Map ? (attested.get('authData') as unknown) : undefined;
    if (!(made instanceof Uint8Array) || made.length < idAt) return undefined;
    const flagged = made[flagsAt] ?? 0;
    const idLength = ((made[idLengthAt] ?? 0) << 8) | (made[idLengthAt + 1] ?? 0);
    const credentialId = textOf(made.subarray(idAt, idAt + idLength));
    const isWhole =
      (flagged & flags.withCredential) !== 0 && idLength > 0 && idLength <= longestId && made.length > idAt + idLength;
    const isOne = type === 'public-key' && client['type'] === 'webauthn.create' && id === credentialId;
    if (!isWhole || !isOne) return undefined;
    return {
      challenge: String(client['challenge']),
      origin: String(client['origin']),
      around: client['crossOrigin'] === true ? pageAround(client['topOrigin']) : undefined,
      rpIdHash: textOf(made.subarray(0, flagsAt)),
      isPresent: (flagged & flags.present) !== 0,
      isVerified: (flagged & flags.verified) !== 0,
      model: modelOf(made.subarray(modelAt, idLengthAt)),
      credentialId,
      transports: Array.isArray(transports) ? transports.filter(isTransport) : [],
    };
  } catch {
    return undefined;
  }
}

/** What keeps it from being registered; `undefined`: nothing. */
export function judge(registration: Registration, expected: Expected): EnrollmentFault | undefined {
  const { verification = 'required', models } = expected.offer;
  if (!registration.isPresent || registration.challenge !== expected.challenge) return refusedCredential();
  // In a page that may be anybody's, a press may be meant for something else.
  const { origin, around = origin, rpIdHash } = registration;
  const isHere = [origin, around].every((one) => expected.origins.includes(one)) && rpIdHash === expected.rpIdHash;
  if (!isHere) return refusedCredential('origin');
  if (verification === 'required' && !registration.isVerified) return refusedCredential('user_verification');
  if (models && !models.includes(registration.model)) return refusedCredential('attestation');
  return expected.isTaken(registration.credentialId) ? refusedCredential('already_registered') : undefined;
}

type Rejection = Extract<EnrollmentFault, { readonly code: 'credential_rejected' }>;

export function refusedCredential(reason?: Rejection['reason']): Rejection {
  return { code: 'credential_rejected', ...(reason && { reason }) };
}

function pageAround(topOrigin: unknown): string {
  return typeof topOrigin === 'string' ? topOrigin : '';
}

function isTransport(value: unknown): value is string {
  return typeof value === 'string' && /^[a-z-]{1,20}$/.test(value);
}

function modelOf(bytes: Uint8Array): string {
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
