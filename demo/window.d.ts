/** What the page's own buttons and its end-to-end tests share; nothing here knows the wizard from inside. */
import type { MemoryBackend } from '../src/adapters/memory/index.js';

declare global {
  interface Window {
    demo: {
      readonly phone: {
        /** Every text that the phone got, oldest first. */
        messages(): readonly { readonly to: string; readonly text: string }[];
        /** What the phone's camera saw: an `otpauth:` address. Adds the account, and rejects when it is none. */
        scan(text: string): Promise<void>;
        /** The live code of the account that was added last. */
        code(): Promise<string>;
      };
      /** The backend of the scenario on show; a new one after each restart. */
      readonly backend: MemoryBackend;
    };
  }
}
