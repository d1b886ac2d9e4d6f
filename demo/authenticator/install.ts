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
    if (!navigator.serviceWorker.controller) await showAll(navigator.serviceWorker);
  } catch {
    // Nothing that a person at the app could do about it.
  }
}

/** What the first visit loaded before there was a worker: asked for once more, so that it passes before its eyes. */
async function showAll(workers: ServiceWorkerContainer): Promise<void> {
  await new Promise((resolve) => workers.addEventListener('controllerchange', resolve, { once: true }));
  const loaded = performance.getEntriesByType('resource').map(({ name }) => name);
  await Promise.all(loaded.filter((address) => /\/(chunks|fonts)\//.test(address)).map((address) => fetch(address)));
}
