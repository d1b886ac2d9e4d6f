/** The pages of `push` as states, and what may happen on them. Types only. */
import type { MethodFault } from '../../contract/fault.js';
import type { MethodSpec } from '../../contract/method.js';
import type { NextRejected, Provision } from '../../contract/next.js';
import type { en } from './strings.js';

/** What the three pages of pairing have in common: one payload, three ways to carry it over. */
export interface Pairing {
  /** On its way, or dropped once the app is paired: it can be used once. Holds a secret. */
  readonly provision: Provision | undefined;
  readonly isPaired: boolean;
  /** Next was chosen; `looking` until the backend knows of the app, `sending` until the test is on its way. */
  readonly busy: 'looking' | 'sending' | undefined;
  readonly problem: 'not-yet' | MethodFault | undefined;
}

export type PushState =
  | { readonly page: 'get'; readonly problem: MethodFault | undefined }
  | { readonly page: 'set-up' }
  /** On a phone: the link to the app on the same device, which can be followed once. */
  | ({ readonly page: 'pair'; readonly isOpened: boolean } & Pairing)
  | ({ readonly page: 'scan' } & Pairing)
  | ({ readonly page: 'key' } & Pairing)
  | {
      readonly page: 'test';
      /** To be entered in the app. Without one, the app asks for plain approval. */
      readonly number: string | undefined;
      /** Some seconds have passed: time for advice. */
      readonly isHinted: boolean;
      readonly busy: 'sending' | undefined;
      readonly problem: MethodFault | undefined;
    }
  | {
      readonly page: 'refused';
      readonly reason: NextRejected['reason'] | 'expired';
      readonly recover: NextRejected['recover'];
      readonly busy: 'sending' | undefined;
      readonly problem: MethodFault | undefined;
    }
  | { readonly page: 'registered' };

export type PushEvent =
  | { readonly type: 'went-on' }
  | { readonly type: 'went-back' }
  /** Another way to carry the same payload over. */
  | { readonly type: 'way-chosen'; readonly way: 'pair' | 'scan' | 'key' }
  | { readonly type: 'link-opened' }
  /** Nothing has come of looking for the app. */
  | { readonly type: 'looked-in-vain' }
  | { readonly type: 'hint-due' }
  | { readonly type: 'asked-again' }
  | { readonly type: 'renewal-asked' };

export interface Push extends MethodSpec {
  readonly kind: 'push';
  readonly state: PushState;
  readonly event: PushEvent;
  readonly strings: typeof en;
}

export type On<P extends PushState['page']> = Extract<PushState, { readonly page: P }>;
