/** The pages of `passkey`, and what happens on them. Types only. */
import type { MethodFault } from '../../contract/fault.js';
import type { MethodSpec } from '../../contract/method.js';
import type {} from './contract.js';
import type { en } from './strings.js';

/** Why nothing can be made here: the browser knows no passkeys, the frame may not, the device has no place for one. */
export type Inability = 'browser' | 'frame' | 'device';

/** How the browser ends a ceremony without a credential. `not-made` may be anything, and nobody's fault. */
export type Mishap = 'exists' | 'not-made' | 'framed' | 'no-verification' | 'address' | 'failed';

export type PasskeyState =
  | { readonly page: 'about'; readonly problem: MethodFault | undefined }
  | { readonly page: 'unable'; readonly reason: Inability }
  | {
      readonly page: 'create';
      /** What the browser is to make, in the backend's words; on its way where it is missing. */
      readonly options: unknown;
      /** As given last; the field keeps what is typed since. */
      readonly name: string;
      /** Made, and not registered yet: what kept the backend from it may pass. */
      readonly made: unknown;
      readonly busy: 'preparing' | 'device' | 'saving' | undefined;
      readonly problem: 'empty' | 'too-long' | 'renewed' | Mishap | MethodFault | undefined;
    }
  | { readonly page: 'registered' };

export type On<P extends PasskeyState['page']> = Extract<PasskeyState, { readonly page: P }>;

export type PasskeyEvent =
  | { readonly type: 'went-on' }
  | { readonly type: 'went-back' }
  /** The step has looked around, and nothing can be made here. */
  | { readonly type: 'found-unable'; readonly reason: Inability }
  | { readonly type: 'name-given'; readonly typed: string }
  /** How the browser ended the ceremony. */
  | { readonly type: 'made'; readonly credential: unknown }
  | { readonly type: 'not-made'; readonly why: Mishap };

export interface Passkey extends MethodSpec {
  readonly kind: 'passkey';
  readonly state: PasskeyState;
  readonly event: PasskeyEvent;
  readonly strings: typeof en;
}
