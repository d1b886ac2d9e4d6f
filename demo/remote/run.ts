/** One person's passage before a real server: what a reload brings back is there, and nowhere else. */
import { createHttpAdapter } from '../../src/adapters/http/index.js';
import { createAuthenticator } from '../authenticator/client.js';
import { indexedDbKeys } from '../authenticator/keys.js';
import type { Run, RunOptions } from '../run.js';
import { scenarios } from '../scenarios.js';
import { Phone } from '../phone/phone.js';
import { RemoteDevice } from './device.js';
import { newVisitor, signIn, signOut, visitorNow } from './visitor.js';

/** What the phone's camera saw, by account: an authenticator keeps its accounts when a page is loaded again. */
const place = 'nagisa-phone';

export async function startRemoteRun({ scenario, organization, isOffline, changed }: RunOptions): Promise<Run> {
  const before = await visitorNow();
  const isSame = before?.scenario === scenario;
  if (before && !isSame) await signOut();
  const { email } = before && isSame ? before : await newVisitor(scenario, organization);

  const keys = indexedDbKeys(indexedDB, `${place} ${email}`);
  const authenticator = createAuthenticator({ fetch: (...given) => fetch(...given), keys, now: Date.now });
  const device = new RemoteDevice(authenticator);
  const phone = new Phone(device, changed);
  phone.isPaired = (await authenticator.accounts()).length > 0;
  for (const text of seenBy(email)) await phone.add(text);
  phone.onAdded = (text) => sessionStorage.setItem(place, JSON.stringify({ email, seen: [...seenBy(email), text] }));
  device.onText = (text) => phone.receive(text);
  if (isSame) device.open();

  const looking = setInterval(() => phone.isPaired && void device.look(), 1000);
  return {
    scenario: scenarios[scenario],
    backend: undefined,
    adapter: createHttpAdapter({
      baseUrl: '/api/security-info',
      fetch: (...given) => (isOffline() ? Promise.reject(new TypeError('offline')) : fetch(...given)),
    }),
    phone,
    device,
    account: email,
    isSignedIn: isSame,
    async signIn(password) {
      const isIn = await signIn(email, password);
      if (isIn) device.open();
      return isIn;
    },
    async end() {
      clearInterval(looking);
      device.close();
      await signOut();
    },
  };
}

function seenBy(email: string): readonly string[] {
  // Only this file writes there.
  const kept = JSON.parse(sessionStorage.getItem(place) ?? '{}') as { email?: string; seen?: string[] };
  return kept.email === email ? (kept.seen ?? []) : [];
}
