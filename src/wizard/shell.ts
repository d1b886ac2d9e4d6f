/** What the shell's own pages may know and do. */
import type { MethodKind, Offer } from '../contract/enrollment.js';
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

/** What to call a way in which a method can be used; undefined where nobody has a word for it. */
export function channelName(shell: Shell, kind: MethodKind, channel: string | undefined): string | undefined {
  const card = shell.card(kind);
  const key = `channel.${channel ?? ''}` as const;
  const word = card && shell.language.card(card, key);
  return word === key ? undefined : word;
}

/** What to call an offered method: the organisation's own name for it, else the card's, else its kind. */
export function nameOf(shell: Shell, offer: Pick<Offer, 'kind' | 'displayName'>): string {
  const card = shell.card(offer.kind);
  return offer.displayName ?? (card ? shell.language.card(card, 'name') : offer.kind);
}
