/** Makes the app installable: its worker, and the wish that the browser does not clear its keys away. */

interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): string };
}

const worker = '/authenticator/worker.js';

/**
 * Registers the worker; where the browser or the page's policy does not allow it, the app works all the same. Under
 * Trusted Types the policy has to name `nagisa-pass`.
 *
 * @example
 * await install();
 */
export async function install(): Promise<void> {
  try {
    const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
    const policy = trustedTypes?.createPolicy('nagisa-pass', { createScriptURL: () => worker });
    // Typed as text by the policy above; to the browser it is an address that may be run.
    await navigator.serviceWorker.register(policy?.createScriptURL(worker) ?? worker, { scope: '/authenticator/' });
    await navigator.storage.persist();
  } catch {
    // Nothing that a person at the app could do about it.
  }
}
