/** What the shell's own pages may know and do. */
import type { MethodKind, Offer } from '../contract/enrollment.js';
import type { EnrollmentFault } from '../contract/fault.js';
import type { OptionalCall } from '../contract/security-info.js';
import type { MethodCard } from '../contract/card.js';
import type { FlowEvent } from '../core/flow-state.js';
import type { Language } from './language.js';

export interface Shell {
  readonly language: Language;
  card(kind: MethodKind): MethodCard | undefined;
  /** The kinds of method that can be drawn. */
  kinds(): ReadonlySet<string>;
  has(call: OptionalCall): boolean;
  send(event: FlowEvent): void;
  /** Fires a public event; false when the host prevented its default. */
  fire(event: Event): boolean;
}

/** The same for the pages of later chunks, which can say what went wrong. */
export interface TellingShell extends Shell {
  /** A fault in words. */
  explain(fault: EnrollmentFault): string;
}

/** What to call an offered method: the organisation's own name for it, else the card's, else its kind. */
export function nameOf(shell: Shell, offer: Pick<Offer, 'kind' | 'displayName'>): string {
  const card = shell.card(offer.kind);
  return offer.displayName ?? (card ? shell.language.card(card, 'name') : offer.kind);
}
