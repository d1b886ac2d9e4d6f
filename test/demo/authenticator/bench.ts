/** A device, its server and the service behind it, all in memory: enough to see both ends of every message. */
import { authenticatorRoutes } from '../../../demo/server/authenticator/routes.js';
import type { CompanionService } from '../../../demo/server/authenticator/companion-service.js';
import { createAuthenticator, type Authenticator } from '../../../demo/authenticator/client.js';
import type { KeptAccount, KeyStore } from '../../../demo/authenticator/keys.js';
import type { AccountName, Decision, PublicKey } from '../../../demo/authenticator/protocol.js';

interface Asked {
  readonly app: string;
  readonly number: string;
  nonce: string;
  readonly deviceId: string;
  readonly at: number;
}

/** Keeps everything, and writes down what reached it. */
export class MemoryService implements CompanionService {
  readonly codes = new Map<string, AccountName | 'used' | 'expired'>();
  readonly devices = new Map<string, PublicKey>();
  readonly names: string[] = [];
  readonly open = new Map<string, Asked>();
  readonly decisions: [id: string, decision: Decision, number?: string][] = [];
  breaks = false;
  #count = 0;

  async pair({ code, publicKey, name }: { code: string; publicKey: PublicKey; name: string }) {
    this.#break();
    const account = this.codes.get(code);
    if (account === undefined) throw new Error('unknown');
    if (typeof account === 'string') throw new Error(account);
    this.codes.set(code, 'used');
    const deviceId = `device-${++this.#count}`;
    this.devices.set(deviceId, publicKey);
    this.names.push(name);
    return { deviceId, account };
  }

  async publicKeyOf(deviceId: string): Promise<JsonWebKey | undefined> {
    this.#break();
    return this.devices.get(deviceId);
  }

  async requests(deviceId: string) {
    // With the number in it, as a row of a table may be.
    return [...this.open]
      .filter(([, asked]) => asked.deviceId === deviceId)
      .map(([id, { app, nonce, at, number }]) => ({ id, app, nonce, at, number }));
  }

  async answer(deviceId: string, id: string, decision: Decision, number?: string) {
    const asked = this.open.get(id);
    if (asked?.deviceId !== deviceId) return 'over';
    this.decisions.push(number === undefined ? [id, decision] : [id, decision, number]);
    if (decision === 'approve' && number !== asked.number) {
      asked.nonce += '+';
      return 'wrong-number';
    }
    this.open.delete(id);
    return decision === 'approve' ? 'approved' : 'denied';
  }

  #break(): void {
    if (this.breaks) throw new Error('column "secret" does not exist');
  }
}

export class MemoryKeys implements KeyStore {
  readonly kept: KeptAccount[] = [];
  locked = false;

  async all() {
    if (this.locked) throw new Error('private window');
    return [...this.kept];
  }

  async add(account: KeptAccount) {
    this.kept.push(account);
  }

  async remove(deviceId: string) {
    const place = this.kept.findIndex((account) => account.deviceId === deviceId);
    if (place >= 0) this.kept.splice(place, 1);
  }
}

export const hana: AccountName = { label: 'hana.mori@nagisa-tram.example', organization: 'Nagisa Tramways' };
export const code = 'ABCDEFGHIJKLMN27';

export interface Sent {
  readonly address: string;
  readonly body: Record<string, unknown>;
}

export interface Bench {
  readonly service: MemoryService;
  readonly keys: MemoryKeys;
  readonly device: Authenticator;
  /** Every message of the device, oldest first. */
  readonly sent: Sent[];
  /** Two clocks, as in life. */
  readonly clocks: { server: number; device: number };
  readonly line: { down: boolean };
  /** Sends a message to the server as it stands. */
  post(address: string, body: unknown, headers?: Record<string, string>): Promise<Response>;
  /** The sign-in page asks the newest device. */
  ask(id: string, number: string): void;
}

/** One device and its server, with one code that waits. */
export function bench(): Bench {
  const service = new MemoryService();
  const keys = new MemoryKeys();
  const sent: Sent[] = [];
  const line = { down: false };
  const clocks = { server: 1_800_000_000_000, device: 1_800_000_000_000 };
  const routes = authenticatorRoutes(service, () => clocks.server);
  const fetch: typeof globalThis.fetch = async (address, init) => {
    if (line.down) throw new TypeError('no connection');
    sent.push({ address: address as string, body: JSON.parse(init?.body as string) as Record<string, unknown> });
    return routes.request(address, init);
  };
  service.codes.set(code, hana);
  return {
    service,
    keys,
    sent,
    clocks,
    line,
    device: createAuthenticator({ fetch, keys, now: () => clocks.device, name: 'Test phone' }),
    post: async (address, body, headers = { 'Content-Type': 'application/json' }) =>
      routes.request(address, {
        method: 'POST',
        headers,
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
    ask(id, number) {
      const deviceId = [...service.devices.keys()].at(-1) ?? '';
      service.open.set(id, { app: 'Staff entrance', number, nonce: `nonce-${id}`, deviceId, at: clocks.server });
    },
  };
}
