/** What every part of the authenticator's page may read, and what it may ask for: data down, wishes up. */
import type { Language } from '../../settings.js';
import type { Account } from '../keys.js';
import type { AccountRequest } from '../open-requests.js';
import type { Sheet } from '../sheet.js';
import type { Words } from '../words/words.js';

export interface View {
  readonly words: Words;
  readonly language: Language;
  readonly now: number;
  /** `undefined` until the device's database has answered. */
  readonly accounts: readonly Account[] | undefined;
  readonly requests: readonly AccountRequest[];
  readonly gone: readonly Account[];
  readonly problem: 'unreachable' | 'stale' | 'noStorage' | undefined;
  readonly sheet: Sheet | undefined;
  readonly ask: Wishes;
}

export interface Wishes {
  add(): void;
  useCamera(): Promise<void>;
  pair(text: string): Promise<void>;
  open(request: AccountRequest): void;
  approve(typed: string): Promise<void>;
  deny(): Promise<void>;
  askToRemove(account: Account): void;
  remove(account: Account): Promise<void>;
  /** Takes the sheet away; a request stays in the list until it is answered or over. */
  dismiss(): void;
}
