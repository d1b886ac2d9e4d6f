/** The browser's part: whether it can make a passkey here, and having it made. All that touches the device is in this file. */
import { fromJson, toJson } from './json.js';
import type { Inability, Mishap } from './state.js';

/** What keeps this page from making one; `undefined`: nothing that can be known beforehand. */
export async function inabilityOf(
  attachment: 'platform' | 'cross-platform' | undefined,
): Promise<Inability | undefined> {
  if (typeof PublicKeyCredential !== 'function') return 'browser';
  if (!isAllowed()) return 'frame';
  if (attachment !== 'platform') return undefined;
  // Whoever cannot tell is not taken for unable.
  const hasPlace = await PublicKeyCredential.isUserVerifyingPlatformAuthenticatorAvailable().catch(() => true);
  return hasPlace ? undefined : 'device';
}

/** Some browsers say whether the frame may; for the others the ceremony shows it. */
function isAllowed(): boolean {
  const { featurePolicy } = document as { readonly featurePolicy?: { allowsFeature(name: string): boolean } };
  return featurePolicy?.allowsFeature('publickey-credentials-create') ?? true;
}

/** What came of a ceremony. */
export type Outcome = { readonly credential: unknown } | { readonly why: Mishap };

/**
 * Has the browser make a passkey. Call it in the person's press itself: before the browser is asked, nothing waits.
 * Whatever goes wrong, what was thrown goes no further.
 */
export async function make(options: unknown, signal: AbortSignal): Promise<Outcome> {
  try {
    const credential = await navigator.credentials.create({ publicKey: fromJson(options), signal });
    // For `publicKey` there is no other kind of credential, and `null` is for those without a ceremony.
    return { credential: toJson(credential as PublicKeyCredential) };
  } catch (thrown) {
    return { why: mishapOf(thrown) };
  }
}

/** By the names of Web Authentication, section 5.1.3. */
const mishaps: ReadonlyMap<string, Mishap> = new Map([
  ['InvalidStateError', 'exists'],
  ['ConstraintError', 'no-verification'],
  ['SecurityError', 'address'],
  ['AbortError', 'not-made'],
]);

function mishapOf(thrown: unknown): Mishap {
  const name = thrown instanceof Error || thrown instanceof DOMException ? thrown.name : '';
  // Cancelled, timed out, not verified, or not allowed in this frame: on purpose they all look the same.
  if (name === 'NotAllowedError') return isFramed() ? 'framed' : 'not-made';
  return mishaps.get(name) ?? 'failed';
}

/** Whether a page of another origin stands around this one. */
function isFramed(): boolean {
  try {
    return window.top?.location.origin !== location.origin;
  } catch {
    return true;
  }
}
