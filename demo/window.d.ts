/** What the page's own buttons and its end-to-end tests share; nothing here knows the wizard from inside. */
import type { MemoryBackend } from '../src/adapters/memory/index.js';

declare global {
  interface Window {
    demo: {
      readonly phone: {
        /** Every text that the phone got, oldest first. */
        messages(): readonly { readonly to: string; readonly text: string }[];
        /**
         * What the phone's camera saw, or somebody typed: an `otpauth:` address, a pairing link or code. Adds the
         * account, and rejects when it cannot.
         */
        scan(text: string): Promise<void>;
        /** The live code of the account that was added last. */
        code(): Promise<string>;
        /** The hardware token beside the phone: what is printed on it, and what it shows. */
        token(): { readonly serial: string; readonly code: string } | undefined;
        /** Every call so far, oldest first. */
        calls(): readonly {
          readonly id: string;
          readonly from: string;
          readonly state: 'ringing' | 'answered' | 'over';
        }[];
        answer(id: string): void;
        /** The key that a call asks for. */
        pressHash(id: string): void;
        /** What the company's app is asked to approve. The number stands in the wizard alone. */
        requests(): readonly { readonly id: string; readonly app: string }[];
        approve(id: string, number: string): void;
        /** No, it is not me. */
        deny(id: string): void;
      };
      /** The backend of the scenario on show; a new one after each restart. */
      readonly backend: MemoryBackend;
    };
  }
}
