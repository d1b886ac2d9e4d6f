/** One person's passage before a real server: what a reload brings back is there, and nowhere else. */
import { createHttpAdapter } from '../../src/adapters/http/index.js';
import { createAuthenticator } from '../authenticator/client.js';
import { indexedDbKeys } from '../authenticator/keys.js';
import type { Run, RunOptions } from '../run.js';
import { scenarios } from '../scenarios.js';
import { Phone } from '../phone/phone.js';
import { RemoteDevice } from './device.js';
import { newVisitor, signIn, signOut, type Visitor, visitorNow } from './visitor.js';

/** What this tab remembers of a made-up person: the password they type, and what their phone's camera saw. */
interface Kept {
  readonly email: string;
  readonly password: string;
  readonly seen?: readonly string[];
  readonly token?: Visitor['token'] | undefined;
}

const place = 'nagisa-phone';

export async function startRemoteRun({ scenario, organization, isOffline, changed }: RunOptions): Promise<Run> {
  const before = await visitorNow();
  const isSame = before?.scenario === scenario;
  if (before && !isSame) await signOut();
  const visitor = before && isSame ? before : await newVisitor(scenario, organization);
  const { email, password = keptOf(email).password ?? '', token = keptOf(email).token } = visitor;
  const keep = (change: Partial<Kept>): void =>
    sessionStorage.setItem(
      place,
      JSON.stringify({ ...keptOf(email), email, password, token, ...change } satisfies Kept),
    );
  keep({});

  const keys = indexedDbKeys(indexedDB, `${place} ${email}`);
  const authenticator = createAuthenticator({ fetch: (...given) => fetch(...given), keys, now: Date.now });
  const device = new RemoteDevice(authenticator);
  const phone = new Phone(device, changed);
  phone.isPaired = (await authenticator.accounts()).length > 0;
  if (token) await phone.hold(token);
  const { seen = [] } = keptOf(email);
  for (const text of seen) await phone.add(text);
  phone.onAdded = (text) => keep({ seen: [...(keptOf(email).seen ?? []), text] });
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
    password,
    isSignedIn: isSame,
    async signIn(typed) {
      const isIn = await signIn(email, typed);
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

function keptOf(email: string | undefined): Partial<Kept> {
  // Only this file writes there.
  const kept = JSON.parse(sessionStorage.getItem(place) ?? '{}') as Partial<Kept>;
  return kept.email === email ? kept : {};
}
