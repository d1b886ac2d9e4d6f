/** The row of `phone`: a number that can be texted or called. */
import type { NextCode, NextRejected, NextWait, ProofCode } from '../../contract/next.js';

/** How a number proves itself: a text with a code, or a call that is answered. */
export type PhoneChannel = 'sms' | 'voice';

declare module '../../contract/enrollment.js' {
  interface MethodTypes {
    phone: {
      offer: {
        /** In order; the first is chosen beforehand. */
        readonly channels: readonly [PhoneChannel, ...PhoneChannel[]];
        /** ISO 3166-1 alpha-2; absent: every country. */
        readonly countries?: readonly string[];
        readonly defaultCountry?: string;
        /** An office phone: an extension may be given, which is dialled once the call is answered. For calls alone. */
        readonly extension?: true;
        /** Another phone, which stands only beside one that the person has under another offer; else `prerequisite`. */
        readonly alternate?: true;
      };
      /** `number` is E.164; `extension` has up to seven ASCII digits, and counts only where the offer allows one. */
      input: { readonly number: string; readonly channel: PhoneChannel; readonly extension?: string };
      /** A text is answered with a code; a call by pressing # (`wait`), or with the code that it speaks. */
      next: NextCode | NextWait | NextRejected;
      proof: ProofCode;
    };
  }
}
