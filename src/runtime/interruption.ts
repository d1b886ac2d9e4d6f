/** What may come between a call and its answer, and asks something of the person or the host first. Types only. */
import type { EnrollmentFault } from '../contract/fault.js';

/** Drawn beside the page, which stays as it was. */
export type Interruption =
  /** Prove yourself again; `problem` tells why the last password did not do. */
  | { readonly kind: 'password'; readonly busy: boolean; readonly problem: EnrollmentFault | 'empty' | undefined }
  | { readonly kind: 'host' }
  | { readonly kind: 'redirect'; readonly url: string }
  | { readonly kind: 'human-check'; readonly provider: string | undefined }
  /** The call may or may not have arrived; trying again is safe, since it is the same wish. */
  | { readonly kind: 'network' };

/** How an interruption ends. */
export type Answer =
  | { readonly type: 'again'; readonly humanCheck?: string }
  | { readonly type: 'password'; readonly password: string }
  /** The person gave the call up. */
  | { readonly type: 'withdrawn' };

/** An interruption that stands, and how to answer it: once, whatever stands there afterwards. */
export interface Asked {
  readonly what: Interruption;
  answer(answer: Answer): void;
}

/** Puts an interruption on the screen, or takes it away again; `before` is the one that is meant. */
export type Show = (asked: Asked | undefined, before?: Asked) => void;
