/** What lies over the list of accounts: one sheet at a time, as data. */
import type { Account } from './keys.js';
import type { AccountRequest } from './open-requests.js';
import type { AnswerOutcome, PairingProblem } from './protocol.js';

export type PairingTrouble = PairingProblem | 'not-a-code' | 'no-storage' | 'unreachable';

/** `on` comes with what the camera sees. */
export type CameraState = 'off' | 'starting' | 'none' | 'refused' | { readonly video: HTMLVideoElement };

export type Sheet =
  | {
      readonly at: 'adding';
      readonly camera: CameraState;
      readonly problem: PairingTrouble | undefined;
      readonly busy: boolean;
    }
  /** A link was followed: anybody may have sent it, so nothing happens before the person says so. */
  | {
      readonly at: 'confirming';
      readonly code: string;
      readonly problem: PairingTrouble | undefined;
      readonly busy: boolean;
    }
  | { readonly at: 'added'; readonly account: Account }
  | {
      readonly at: 'asked';
      readonly request: AccountRequest;
      readonly problem: 'two-digits' | 'wrong-number' | 'unreachable' | undefined;
      readonly busy: 'approve' | 'deny' | undefined;
    }
  | { readonly at: 'told'; readonly outcome: AnswerOutcome; readonly account: Account }
  | { readonly at: 'removing'; readonly account: Account };

export type SheetAt<A extends Sheet['at']> = Extract<Sheet, { readonly at: A }>;
