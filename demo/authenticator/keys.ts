/** Where the device keeps its keys: in the browser's own database, in a form that no script can read out. */
import type { AccountName } from './protocol.js';

/** An account on this device. */
export interface Account extends AccountName {
  readonly deviceId: string;
}

/** With the private key that answers for it; never extractable. */
export interface KeptAccount extends Account {
  readonly key: CryptoKey;
}

/** The device's accounts, oldest first. */
export interface KeyStore {
  all(): Promise<readonly KeptAccount[]>;
  add(account: KeptAccount): Promise<void>;
  remove(deviceId: string): Promise<void>;
}

const table = 'accounts';

/**
 * Keys in IndexedDB, which stores a key without ever showing it.
 *
 * @example
 * createAuthenticator({ keys: indexedDbKeys(indexedDB), fetch, now: Date.now });
 */
export function indexedDbKeys(factory: IDBFactory, name = 'nagisa-pass'): KeyStore {
  let opened: Promise<IDBDatabase> | undefined;
  const database = async (): Promise<IDBDatabase> => {
    opened ??= open(factory, name);
    try {
      return await opened;
    } catch (error) {
      // The next call may be luckier: a private window can be refused once and allowed later.
      opened = undefined;
      throw error;
    }
  };
  const change = async (act: (accounts: IDBObjectStore) => void): Promise<void> => {
    const transaction = (await database()).transaction(table, 'readwrite');
    act(transaction.objectStore(table));
    await new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = transaction.onerror = () => reject(failure(transaction.error));
    });
  };
  return {
    all: async () => settled((await database()).transaction(table).objectStore(table).getAll()),
    add: (account) => change((accounts) => accounts.add(account)),
    async remove(deviceId) {
      const accounts = (await database()).transaction(table).objectStore(table);
      const place = await settled(accounts.index('deviceId').getKey(deviceId));
      if (place !== undefined) await change((all) => all.delete(place));
    },
  };
}

function open(factory: IDBFactory, name: string): Promise<IDBDatabase> {
  const request = factory.open(name, 1);
  request.onupgradeneeded = () => {
    // Numbered, so that they come back in the order in which they were added.
    const accounts = request.result.createObjectStore(table, { autoIncrement: true });
    accounts.createIndex('deviceId', 'deviceId', { unique: true });
  };
  return settled(request);
}

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(failure(request.error));
  });
}

function failure(error: DOMException | null): Error {
  return error ?? new Error('The database did not say why.');
}
