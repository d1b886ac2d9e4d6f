/** A provider whose word is a ticket in the address of the return, signed with a secret that the two services share. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { ExternalProvider, Outcome } from './provider.js';

export interface TicketOptions {
  /** The page of the other service, https; `state` is added to its query. */
  readonly page: string;
  /** Shared with the other service; 32 bytes of chance. */
  readonly secret: Uint8Array;
}

/** The backend's end of it, and the other service's. */
export interface TicketProvider extends ExternalProvider {
  /** What the other service adds to the address of the return, as `ticket`. */
  ticketFor(state: string, outcome: Outcome): string;
}

/**
 * @example
 * const provider = createTicketProvider({ page: 'https://id.example/add', secret });
 * const backend = createReferenceBackend({ db, secrets, provider: sms, elsewhere: provider });
 */
export function createTicketProvider({ page, secret }: TicketOptions): TicketProvider {
  const signature = (state: string, outcome: Outcome): Buffer =>
    createHmac('sha256', secret)
      .update(JSON.stringify([state, outcome]))
      .digest();
  return {
    addressFor: (state) => {
      const address = new URL(page);
      address.searchParams.set('state', state);
      return address.href;
    },
    ticketFor: (state, outcome) => `${outcome}.${signature(state, outcome).toString('base64url')}`,
    outcomeIn: (url, state) => {
      const [said, signed = ''] = (ticketIn(url) ?? '').split('.', 2);
      const outcome = (['finished', 'refused'] as const).find((one) => one === said);
      if (outcome === undefined) return undefined;
      const [given, own] = [Buffer.from(signed, 'base64url'), signature(state, outcome)];
      return given.length === own.length && timingSafeEqual(given, own) ? outcome : undefined;
    },
  };
}

function ticketIn(url: string): string | null {
  return URL.canParse(url) ? new URL(url).searchParams.get('ticket') : null;
}
