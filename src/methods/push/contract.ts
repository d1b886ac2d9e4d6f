/** The row of `push`: the organisation's own app, which is paired once and then asked to approve (by a number). */
import type { NextReady, NextRejected, NextWait } from '../../contract/next.js';

/** Where the app can be had. */
export interface AppStore {
  readonly platform: 'ios' | 'android';
  /** `https:` only; anything else is not drawn. */
  readonly url: string;
}

declare module '../../contract/enrollment.js' {
  interface MethodTypes {
    push: {
      offer: {
        readonly stores?: readonly AppStore[];
        /** The address of the app's icon, `https:` or of the page's own origin. Absent: a drawing of ours. */
        readonly icon?: string;
      };
      input: Readonly<Record<never, never>>;
      /**
       * `wait` for `pairing` carries the provision (QR, code and URL by hand, deep link), `ready` says that the app is
       * paired, `wait` for `approval` that it was asked, with the number to compare.
       */
      next: NextWait | NextReady | NextRejected;
      proof: never;
    };
  }
}
