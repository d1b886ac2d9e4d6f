/**
 * The element's public events: facts only, no personal data, no secret; each frozen when made.
 * They fire on the element itself and do not bubble.
 */
import type { MethodKind } from '../contract/enrollment.js';
import type { FaultCode } from '../contract/fault.js';
import type { News } from '../core/flow-state.js';
import type { SiwHumanCheckEvent, SiwReauthEvent } from './host-events.js';
import type { SiwRedirectEvent } from './leave.js';
import type { Page } from './page.js';

/** Frozen, with nothing in it but what it was made of. */
export class Fact extends Event {
  constructor(type: string, fields: object = {}, options?: EventInit) {
    super(type, options);
    Object.freeze(Object.assign(this, fields));
  }
}

/** What `siw-page` tells of. */
export type PagePhase = 'prompt' | 'method' | 'chooser' | 'summary' | 'trouble' | 'step-up';

/** The first answer of the backend is drawn; also after each new start. */
export class SiwReadyEvent extends Fact {
  declare readonly type: 'siw-ready';
  constructor() {
    super('siw-ready');
  }
}

/** Another page stands in the tree. For measuring: which page, of which method, how far along. */
export class SiwPageEvent extends Fact {
  declare readonly type: 'siw-page';
  declare readonly phase: PagePhase;
  /** Set while a method is visited. */
  declare readonly kind: MethodKind | (string & Record<never, never>) | undefined;
  /** The page's own name, such as `scan`. */
  declare readonly page: string;
  /** "Method `current` of `total`", both 0 outside methods. */
  declare readonly current: number;
  declare readonly total: number;
  constructor({ phase, kind, name, progress }: Pick<Page, 'phase' | 'kind' | 'name' | 'progress'>) {
    super('siw-page', {
      phase,
      kind,
      page: name,
      current: progress?.current ?? 0,
      total: progress?.total ?? 0,
    });
  }
}

/** The backend has registered a method. */
export class SiwRegisteredEvent extends Fact {
  declare readonly type: 'siw-registered';
  declare readonly kind: MethodKind;
  constructor(kind: MethodKind) {
    super('siw-registered', { kind });
  }
}

/** The wizard is done: let the person through. Fires at once, before `siw-ready`, when nothing was open. Never with `siw-skip`. */
export class SiwCompleteEvent extends Fact {
  declare readonly type: 'siw-complete';
  constructor() {
    super('siw-complete');
  }
}

/** The other end: the person put everything off, as the organisation allows, and nothing was registered. Let them through. */
export class SiwSkipEvent extends Fact {
  declare readonly type: 'siw-skip';
  constructor() {
    super('siw-skip');
  }
}

/** `cancel()` was called. Prevent the default to stay. */
export class SiwCancelEvent extends Fact {
  declare readonly type: 'siw-cancel';
  constructor() {
    super('siw-cancel', {}, { cancelable: true });
  }
}

/** The person asked to sign in with another account. The host acts; the wizard stays as it is. */
export class SiwSwitchAccountEvent extends Fact {
  declare readonly type: 'siw-switch-account';
  constructor() {
    super('siw-switch-account');
  }
}

/** Something keeps the wizard from going on; the person sees a page about it. */
export class SiwErrorEvent extends Fact {
  declare readonly type: 'siw-error';
  /** `insecure`: the page is not, so nothing is asked. `unsupported`, mostly: it was given no adapter. */
  declare readonly code: FaultCode | 'insecure';
  /** The backend's own reference, if it gave one. */
  declare readonly traceId: string | undefined;
  /**
   * With `method_unavailable`: the kind that is asked for first, where neither it nor what would do instead is ours or stands
   * in `methods`. Absent where the backend itself said that nothing can be set up.
   */
  declare readonly kind: MethodKind | undefined;
  constructor(code: FaultCode | 'insecure', traceId: string | undefined, kind?: MethodKind) {
    super('siw-error', { code, traceId, kind });
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

/** What the element's `addEventListener` and `removeEventListener` take. */
export interface WizardEvents {
  addEventListener: Listen<boolean | AddEventListenerOptions>;
  removeEventListener: Listen<boolean | EventListenerOptions>;
}

interface Listen<Options> {
  <T extends keyof SecurityInfoWizardEventMap>(
    type: T,
    listener: (event: SecurityInfoWizardEventMap[T]) => unknown,
    options?: Options,
  ): void;
  (type: string, listener: EventListenerOrEventListenerObject, options?: Options): void;
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
      return new SiwErrorEvent(news.fault.code, news.fault.traceId, news.kind);
  }
}
