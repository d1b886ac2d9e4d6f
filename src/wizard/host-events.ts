/** The public events that ask the host to act; only pages that few people meet fire them. */
import { Fact } from './events.js';

/** The host must sign the person in again (`session`) or step them up (`step-up`), then call `resume()`. */
export class SiwReauthEvent extends Fact {
  declare readonly type: 'siw-reauth';
  declare readonly reason: 'session' | 'step-up';
  /** Goes on: after a step-up where it stopped, after a new session with a fresh `load`. */
  declare readonly resume: () => void;
  constructor(reason: 'session' | 'step-up', resume: () => void) {
    super('siw-reauth', { reason, resume });
  }
}

/** The backend wants a check against robots; the host makes it and calls `resume(token)`. */
export class SiwHumanCheckEvent extends Fact {
  declare readonly type: 'siw-human-check';
  declare readonly provider: string | undefined;
  declare readonly resume: (token: string) => void;
  constructor(provider: string | undefined, resume: (token: string) => void) {
    super('siw-human-check', { provider, resume });
  }
}
