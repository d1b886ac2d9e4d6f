/** The row of `security-questions`: questions of a list, answered. Off unless an organisation offers it. */
import type { NextAnswers, ProofAnswers } from '../../contract/next.js';

declare module '../../contract/enrollment.js' {
  interface MethodTypes {
    'security-questions': {
      offer: {
        /** How many are to be answered. Default: three. */
        readonly count?: number;
        /** Questions of one's own may be written. Others can read those up, so it is off unless this says otherwise. */
        readonly ownAllowed?: true;
        /** Characters that an answer has at least. Default: three; names of two letters are real. */
        readonly minLength?: number;
      };
      input: Readonly<Record<never, never>>;
      next: NextAnswers;
      proof: ProofAnswers;
    };
  }
}
