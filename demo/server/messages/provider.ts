/** What the backend asks of whoever carries its texts and calls. */
import type { Ms } from '../../../src/contract/enrollment.js';

/** A text or a call. */
export interface OutgoingMessage {
  /** The same for every copy of this message: a provider carries it once, however often it is handed over. */
  readonly id: string;
  /** For the provider's books. Never the person's name or address. */
  readonly accountId: string;
  readonly channel: 'sms' | 'voice';
  /** E.164. */
  readonly to: string;
  /** What is written, or spoken when the call is answered. */
  readonly text: string;
  /** BCP 47, for the voice. */
  readonly locale: string;
  /** Of a call. */
  readonly call?: {
    /** Who calls, as a phone shows it. */
    readonly from: string;
    /** Dialled once the number has answered. */
    readonly extension?: string;
    /** A key is waited for, and reported as a {@link CallEvent}. */
    readonly wantsKey: boolean;
    /** How long it rings, and then waits for a key. */
    readonly life: Ms;
  };
}

/** Why a message will never arrive. */
export type Undeliverable = 'blocked' | 'opted_out' | 'provider';

/**
 * What became of a message: taken, refused for good, or to be tried again. A provider that throws is tried again.
 */
export type Carried =
  | { readonly type: 'taken' }
  | { readonly type: 'refused'; readonly reason: Undeliverable }
  | { readonly type: 'later' };

/** What happens on a call. */
export type CallEvent =
  | { readonly type: 'answered' }
  | { readonly type: 'pressed'; readonly key: string }
  /** `busy`: refused before it was answered. `no-answer`: nobody answered, or nobody pressed a key. */
  | { readonly type: 'ended'; readonly how: 'busy' | 'no-answer' };

/** What the event did to the call: a key may end it, or be ignored because nothing can be proved by it any more. */
export type CallHeard = (messageId: string, event: CallEvent) => Promise<'ends' | 'ignored'>;

/**
 * A provider of texts and calls. Here are two: a simulated telephone, and a webhook behind which any other can stand.
 * One for a particular service is written by whoever has an account there: this interface is all that it needs.
 *
 * @example
 * const provider: MessageProvider = {
 *   send: async ({ id, to, text }) => {
 *     await service.messages.create({ idempotencyKey: id, to, body: text });
 *     return { type: 'taken' };
 *   },
 * };
 */
export interface MessageProvider {
  send(message: OutgoingMessage): Promise<Carried>;
  /** The caller ends a call that rings or waits, where the provider can. Not reported as an event. */
  giveUp?(messageId: string): Promise<void>;
  /** Called once by the backend, with what wants to hear of calls. Absent: a route hands events to the backend. */
  onCall?(heard: CallHeard): void;
}
