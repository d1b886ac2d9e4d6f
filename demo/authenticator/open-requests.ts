/** What the device was last told to be open, over all its accounts: an answer needs the nonce that came with it. */
import type { Account } from './keys.js';
import type { Posted } from './post.js';
import { requestLife, type OpenRequest, type RequestsAnswer } from './protocol.js';

/** A request as the app shows it. */
export interface AccountRequest extends OpenRequest {
  readonly account: Account;
  /** When it ends, by the device's own clock. */
  readonly until: number;
}

interface Answer {
  readonly account: Account;
  readonly posted: Posted<RequestsAnswer>;
}

/**
 * The requests of one device.
 *
 * @example
 * const open = new OpenRequests(Date.now);
 * open.update([{ account, posted: { answer } }]);
 * open.find('r1')?.nonce;
 */
export class OpenRequests {
  readonly #now: () => number;
  #open: readonly AccountRequest[] = [];

  constructor(now: () => number) {
    this.#now = now;
  }

  find(id: string): AccountRequest | undefined {
    return this.#open.find((request) => request.id === id);
  }

  /** The list as it now is, newest first. An account that could not be asked keeps what it had, until that ends. */
  update(answers: readonly Answer[]): readonly AccountRequest[] {
    const now = this.#now();
    const listed = answers.flatMap(({ account, posted }): readonly AccountRequest[] => {
      if ('answer' in posted)
        return posted.answer.requests.map((request) => dated(request, account, posted.answer, now));
      return posted.problem === 'refused' ? [] : this.#of(account).filter(({ until }) => until > now);
    });
    // Two accounts of one person may be asked the same; either may answer.
    const once = new Map(listed.reverse().map((request) => [request.id, request]));
    this.#open = [...once.values()].sort((a, b) => b.at - a.at);
    return this.#open;
  }

  #of({ deviceId }: Account): readonly AccountRequest[] {
    return this.#open.filter(({ account }) => account.deviceId === deviceId);
  }
}

/** By how old it is, not by when it was asked: the two clocks may differ. */
function dated(request: OpenRequest, account: Account, answer: RequestsAnswer, now: number): AccountRequest {
  return { ...request, account, until: now + requestLife - (answer.now - request.at) };
}
