/** The authenticator without its pages: pairs, lists accounts and requests, and answers them with the device's own keys. */
import { OpenRequests, type AccountRequest } from './open-requests.js';
import type { Account, KeptAccount, KeyStore } from './keys.js';
import { pairingCode } from './pairing-code.js';
import { post, signatureOf, type Posted } from './post.js';
import {
  addresses,
  curve,
  signed,
  type AnswerAnswer,
  type AnswerOutcome,
  type Decision,
  type PairingAnswer,
  type PairingProblem,
  type PublicKey,
  type RequestsAnswer,
} from './protocol.js';

export interface AuthenticatorParts {
  readonly fetch: typeof fetch;
  readonly keys: KeyStore;
  /** Milliseconds since 1970. */
  now(): number;
  /** What this device calls itself to the server. */
  readonly name?: string;
}

/** `no-storage`: this browser keeps no keys, so the code was not spent. */
export type Pairing =
  | { readonly outcome: 'paired'; readonly account: Account }
  | { readonly outcome: PairingProblem | 'not-a-code' | 'no-storage' | 'unreachable' };

/** What there is to approve, over all accounts, and what stood in the way of knowing. */
export interface Glance {
  readonly requests: readonly AccountRequest[];
  /** `stale`: the device's clock is wrong. What was known of such an account before stays in the list. */
  readonly problem: 'unreachable' | 'stale' | undefined;
  /** Accounts that the server no longer knows. */
  readonly gone: readonly Account[];
}

export type Answered = AnswerOutcome | 'unreachable';

export interface Authenticator {
  /** Takes what a QR code holds, a link, or a code as it was typed. */
  pair(text: string): Promise<Pairing>;
  accounts(): Promise<readonly Account[]>;
  /** Forgets an account and its key, on this device alone. */
  remove(deviceId: string): Promise<void>;
  requests(): Promise<Glance>;
  /** Only for a request that `requests` has listed; any other is `over`. */
  approve(id: string, number: string): Promise<Answered>;
  deny(id: string): Promise<Answered>;
}

/**
 * The authenticator of one device.
 *
 * @example
 * const authenticator = createAuthenticator({ fetch, keys: indexedDbKeys(indexedDB), now: Date.now });
 * await authenticator.pair('ABCD-EFGH-IJKL-MNOP');
 */
export function createAuthenticator({ fetch, keys, now, name = 'Nagisa Pass' }: AuthenticatorParts): Authenticator {
  const open = new OpenRequests(now);

  async function ask({ deviceId, key }: KeptAccount): Promise<Posted<RequestsAnswer>> {
    const at = now();
    const signature = await signatureOf(key, signed.requests({ deviceId, at }));
    return post(fetch, addresses.requests, { deviceId, at, signature });
  }

  async function answer(id: string, decision: Decision, number?: string): Promise<Answered> {
    const request = open.find(id);
    const account = (await keys.all()).find(({ deviceId }) => deviceId === request?.account.deviceId);
    if (!request || !account) return 'over';
    const message = { deviceId: account.deviceId, decision, ...(number !== undefined && { number }) };
    const signature = await signatureOf(account.key, signed.answer({ ...message, id, nonce: request.nonce }));
    const posted = await post<AnswerAnswer>(fetch, addresses.answer(id), { ...message, signature });
    if ('answer' in posted) return posted.answer.outcome;
    // A device that was taken off the account has nothing to answer any more.
    return posted.problem === 'refused' ? 'over' : 'unreachable';
  }

  return {
    async pair(text) {
      const code = pairingCode(text);
      if (code === undefined) return { outcome: 'not-a-code' };
      // A code works once: whether there is a place for the key comes first.
      if (!(await canKeep(keys))) return { outcome: 'no-storage' };
      const { privateKey: key, publicKey } = await newKeys();
      const signature = await signatureOf(key, signed.pairing({ code, name, publicKey }));
      const posted = await post<PairingAnswer>(fetch, addresses.pairings, { code, name, publicKey, signature });
      if ('problem' in posted) return { outcome: pairingProblemOf(posted.problem) };
      const account = { deviceId: posted.answer.deviceId, ...posted.answer.account };
      await keys.add({ ...account, key });
      return { outcome: 'paired', account };
    },
    accounts: async () => (await keys.all()).map(named),
    remove: (deviceId) => keys.remove(deviceId),
    async requests() {
      const asked = await keys.all();
      const answers = await Promise.all(asked.map(async (kept) => ({ account: named(kept), posted: await ask(kept) })));
      const problems = answers.flatMap(({ posted }) => ('problem' in posted ? [posted.problem] : []));
      return {
        requests: open.update(answers),
        problem: problems.includes('stale') ? 'stale' : problems.some(isPassing) ? 'unreachable' : undefined,
        gone: answers.filter(({ posted }) => 'problem' in posted && posted.problem === 'refused').map(accountOf),
      };
    },
    approve: (id, number) => answer(id, 'approve', number),
    deny: (id) => answer(id, 'deny'),
  };
}

async function newKeys(): Promise<{ readonly privateKey: CryptoKey; readonly publicKey: PublicKey }> {
  const { privateKey, publicKey } = await crypto.subtle.generateKey(curve, false, ['sign', 'verify']);
  const { x = '', y = '' } = await crypto.subtle.exportKey('jwk', publicKey);
  return { privateKey, publicKey: { kty: 'EC', crv: 'P-256', x, y } };
}

async function canKeep(keys: KeyStore): Promise<boolean> {
  try {
    await keys.all();
    return true;
  } catch {
    return false;
  }
}

function pairingProblemOf(problem: string): PairingProblem | 'unreachable' {
  return problem === 'unknown' || problem === 'used' || problem === 'expired' ? problem : 'unreachable';
}

function isPassing(problem: string): boolean {
  return problem !== 'refused';
}

function accountOf({ account }: { readonly account: Account }): Account {
  return account;
}

/** Without the key: it never leaves this file and the store. */
function named({ deviceId, label, organization }: Account): Account {
  return { deviceId, label, ...(organization !== undefined && { organization }) };
}
