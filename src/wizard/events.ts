/**
 * The element's public events: facts only, no personal data, no secret; each frozen when made (R45).
 * They fire on the element itself and do not bubble.
 */
import type { MethodKind } from '../contract/enrollment.js';
import type { FaultCode } from '../contract/fault.js';
import type { News } from '../core/flow-state.js';
import type { Page } from './page.js';

/** What `siw-page` tells of. */
export type PagePhase = 'prompt' | 'method' | 'chooser' | 'summary' | 'trouble' | 'step-up';

/** The first answer of the backend is drawn; also after each new start. */
export class SiwReadyEvent extends Event {
  declare readonly type: 'siw-ready';
  constructor() {
    super('siw-ready');
    Object.freeze(this);
  }
}

/** Another page stands in the tree. For measuring: which page, of which method, how far along (R134). */
export class SiwPageEvent extends Event {
  declare readonly type: 'siw-page';
  readonly phase: PagePhase;
  /** Set while a method is visited. */
  readonly kind: MethodKind | undefined;
  /** The page's own name, such as `scan`. */
  readonly page: string;
  /** "Method `current` of `total`", both 0 outside methods. */
  readonly current: number;
  readonly total: number;
  constructor({ phase, kind, name, progress }: Pick<Page, 'phase' | 'kind' | 'name' | 'progress'>) {
    super('siw-page');
    this.phase = phase;
    this.kind = kind;
    this.page = name;
    this.current = progress?.of.current ?? 0;
    this.total = progress?.of.total ?? 0;
    Object.freeze(this);
  }
}

/** The backend has registered a method. */
export class SiwRegisteredEvent extends Event {
  declare readonly type: 'siw-registered';
  readonly kind: MethodKind;
  constructor(kind: MethodKind) {
    super('siw-registered');
    this.kind = kind;
    Object.freeze(this);
  }
}

/** Every requirement is met or put off: let the person through. Fires at once when nothing was open. */
export class SiwCompleteEvent extends Event {
  declare readonly type: 'siw-complete';
  constructor() {
    super('siw-complete');
    Object.freeze(this);
  }
}

/** The person put everything off, as the organisation allows: let them through. */
export class SiwSkipEvent extends Event {
  declare readonly type: 'siw-skip';
  constructor() {
    super('siw-skip');
    Object.freeze(this);
  }
}

/** `cancel()` was called. Prevent the default to stay. */
export class SiwCancelEvent extends Event {
  declare readonly type: 'siw-cancel';
  constructor() {
    super('siw-cancel', { cancelable: true });
    Object.freeze(this);
  }
}

/** The person asked to sign in with another account. The host acts; the wizard stays as it is. */
export class SiwSwitchAccountEvent extends Event {
  declare readonly type: 'siw-switch-account';
  constructor() {
    super('siw-switch-account');
    Object.freeze(this);
  }
}

/** The host must sign the person in again (`session`) or step them up (`step-up`), then call `resume()`. */
export class SiwReauthEvent extends Event {
  declare readonly type: 'siw-reauth';
  readonly reason: 'session' | 'step-up';
  /** Goes on: after a step-up where it stopped, after a new session with a fresh `load`. */
  readonly resume: () => void;
  constructor(reason: 'session' | 'step-up', resume: () => void) {
    super('siw-reauth');
    this.reason = reason;
    this.resume = resume;
    Object.freeze(this);
  }
}

/** The backend wants a check against robots; the host makes it and calls `resume(token)`. */
export class SiwHumanCheckEvent extends Event {
  declare readonly type: 'siw-human-check';
  readonly provider: string | undefined;
  readonly resume: (token: string) => void;
  constructor(provider: string | undefined, resume: (token: string) => void) {
    super('siw-human-check');
    this.provider = provider;
    this.resume = resume;
    Object.freeze(this);
  }
}

/** The person is about to leave for `url` (https only). Prevent the default to navigate in another way. */
export class SiwRedirectEvent extends Event {
  declare readonly type: 'siw-redirect';
  readonly url: string;
  constructor(url: string) {
    super('siw-redirect', { cancelable: true });
    this.url = url;
    Object.freeze(this);
  }
}

/** Something keeps the wizard from going on; the person sees a page about it. */
export class SiwErrorEvent extends Event {
  declare readonly type: 'siw-error';
  readonly code: FaultCode;
  /** The backend's own reference, if it gave one. */
  readonly traceId: string | undefined;
  constructor(code: FaultCode, traceId: string | undefined) {
    super('siw-error');
    this.code = code;
    this.traceId = traceId;
    Object.freeze(this);
  }
}

/** The element's events by name, for `addEventListener`. */
export interface SecurityInfoWizardEventMap {
  'siw-ready': SiwReadyEvent;
  'siw-page': SiwPageEvent;
  'siw-registered': SiwRegisteredEvent;
  'siw-complete': SiwCompleteEvent;
  'siw-skip': SiwSkipEvent;
  'siw-cancel': SiwCancelEvent;
  'siw-switch-account': SiwSwitchAccountEvent;
  'siw-reauth': SiwReauthEvent;
  'siw-human-check': SiwHumanCheckEvent;
  'siw-redirect': SiwRedirectEvent;
  'siw-error': SiwErrorEvent;
}

/** The event that tells the host a piece of news. */
export function eventOf(news: News): Event {
  switch (news.type) {
    case 'ready':
      return new SiwReadyEvent();
    case 'registered':
      return new SiwRegisteredEvent(news.kind);
    case 'complete':
      return new SiwCompleteEvent();
    case 'skip':
      return new SiwSkipEvent();
    case 'error':
      return new SiwErrorEvent(news.fault.code, news.fault.traceId);
  }
}
