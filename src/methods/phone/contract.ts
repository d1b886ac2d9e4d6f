/** The row of `phone`: a number that can receive a text message. */
import type { NextCode, ProofCode } from '../../contract/next.js';

/** How a code travels to a phone. */
export type PhoneChannel = 'sms';

declare module '../../contract/enrollment.js' {
  interface MethodTypes {
    phone: {
      offer: {
        readonly channels: readonly [PhoneChannel, ...PhoneChannel[]];
        /** ISO 3166-1 alpha-2; absent: every country. */
        readonly countries?: readonly string[];
        readonly defaultCountry?: string;
      };
      /** `number` is E.164. */
      input: { readonly number: string; readonly channel: PhoneChannel };
      next: NextCode;
      proof: ProofCode;
    };
  }
}
