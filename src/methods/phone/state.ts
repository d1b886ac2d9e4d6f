/** The pages of `phone` as states, and what may happen on them. Types only. */
import type { Ms } from '../../contract/enrollment.js';
import type { MethodFault } from '../../contract/fault.js';
import type { MethodSpec } from '../../contract/method.js';
import type { NextRejected } from '../../contract/next.js';
import type { Resend, ResendEvent } from '../../contract/resend.js';
import type { CodeProblem } from '../../contract/typed-code.js';
import type { PhoneChannel } from './contract.js';
import type { NumberProblem, Zone } from './phone-number.js';
import type { en } from './strings.js';

/** A number as it was typed: shown back like this, never in another form. */
export interface Draft {
  readonly country: string;
  readonly number: string;
  readonly extension: string;
  readonly channel: PhoneChannel;
}

/** What every page after the number knows of the phone. */
export interface Reach {
  readonly draft: Draft;
  /** Shown: what was typed; after a reload the backend's masked form. */
  readonly to: string;
  readonly resend: Resend;
  readonly busy: 'checking' | PhoneChannel | undefined;
}

export type PhoneState =
  | {
      readonly page: 'number';
      readonly draft: Draft;
      /** The numbering plans at hand; the step fetches them, since they are heavy. */
      readonly zones: readonly Zone[];
      /** The zone that a given number waits for. */
      readonly awaited: string | undefined;
      readonly isBusy: boolean;
      readonly problem: NumberProblem | Gone | 'unread' | 'extension' | MethodFault | undefined;
    }
  | ({
      readonly page: 'code';
      /** Texted, or spoken in a call. */
      readonly via: PhoneChannel;
      readonly length: number;
      readonly alphabet: 'digits' | 'alphanumeric';
      readonly problem: CodeProblem | MethodFault | undefined;
    } & Reach)
  /** The phone rings, and wants to be answered with #. */
  | ({
      readonly page: 'calling';
      /** Who is calling, if the backend tells. */
      readonly from: string | undefined;
      readonly problem: MethodFault | undefined;
    } & Reach)
  /** The call came to nothing. */
  | ({
      readonly page: 'unanswered';
      readonly reason: NextRejected['reason'];
      readonly canCall: boolean;
      readonly problem: Early | MethodFault | undefined;
    } & Reach)
  | { readonly page: 'registered'; readonly by: 'code' | 'call' };

/** Asked for another call too early; as long as it was to wait then, so that what is said stays as it was. */
export interface Early {
  readonly type: 'early';
  readonly left: Ms;
}

/** Whose time is over: the code's, or the call's. */
export type Gone = 'gone-code' | 'gone-call';

export type PhoneEvent =
  | {
      readonly type: 'number-given';
      readonly country: string;
      readonly number: string;
      readonly extension: string;
      readonly channel: string;
    }
  | { readonly type: 'zone-loaded'; readonly zone: Zone }
  | { readonly type: 'zone-missed'; readonly code: string }
  | { readonly type: 'code-given'; readonly typed: string }
  /** Once more, or by the other way. */
  | { readonly type: 'asked-again'; readonly channel: PhoneChannel }
  | ResendEvent
  | { readonly type: 'went-back' }
  | { readonly type: 'went-on' };

export interface Phone extends MethodSpec {
  readonly kind: 'phone';
  readonly state: PhoneState;
  readonly event: PhoneEvent;
  readonly strings: typeof en;
}

export type On<P extends PhoneState['page']> = Extract<PhoneState, { readonly page: P }>;
