/** Where somebody stands who sets up a hardware token, and what may happen there. Types only. */
import type { MethodFault } from '../../contract/fault.js';
import type { MethodSpec } from '../../contract/method.js';
import type { CodeProblem, CodeShape } from '../../contract/typed-code.js';
import type {} from './contract.js';
import type { SerialProblem } from './serial.js';
import type { en } from './strings.js';

/** What the code field expects. */
export type Shape = Readonly<Required<Pick<CodeShape, 'alphabet'>>> & { readonly length: number };

export type TokenState =
  | {
      readonly page: 'serial';
      /** As it was typed; shown again when the person comes back. */
      readonly typed: string;
      readonly isBusy: boolean;
      readonly problem: SerialProblem | MethodFault | undefined;
    }
  | {
      readonly page: 'name';
      readonly typed: string;
      /** As the backend knows it. */
      readonly serial: string;
      readonly name: string;
      readonly shape: Shape;
      readonly isBusy: boolean;
      readonly problem: 'too-long' | MethodFault | undefined;
    }
  | {
      readonly page: 'code';
      /** Empty after a reload: the backend does not tell. */
      readonly typed: string;
      readonly shape: Shape;
      readonly isBusy: boolean;
      readonly problem: CodeProblem | MethodFault | undefined;
    }
  | { readonly page: 'registered' };

export type On<P extends TokenState['page']> = Extract<TokenState, { readonly page: P }>;

export type TokenEvent =
  | { readonly type: 'serial-given'; readonly typed: string }
  | { readonly type: 'name-given'; readonly typed: string }
  | { readonly type: 'code-given'; readonly typed: string }
  | { readonly type: 'went-back' }
  | { readonly type: 'went-on' };

export interface HardwareOtp extends MethodSpec {
  readonly kind: 'hardware-otp';
  readonly state: TokenState;
  readonly event: TokenEvent;
  readonly strings: typeof en;
}
