/** The badge's row in the table of kinds: what an organisation sets, what `begin` takes, and what goes back and forth. */
import type { NextCode, ProofCode } from '../../src/method.js';

declare module '../../src/method.js' {
  interface MethodTypes {
    badge: {
      /** Where the badge opens doors, as people there call it. */
      readonly offer: { readonly site: string };
      /** Its eight digits, bare. */
      readonly input: { readonly badge: string };
      readonly next: NextCode;
      readonly proof: ProofCode;
    };
  }
}
