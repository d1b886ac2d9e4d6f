/**
 * The rest of the table of methods: those that few organisations ask for. It is fetched when one of them is spoken of, and
 * costs nobody else a byte.
 */
import type { MethodKind } from '../contract/enrollment.js';
import type { SecurityInfo } from '../contract/security-info.js';
import { defineMethod, type MethodEntry } from '../contract/step.js';
import { card as passkey } from './passkey/card.js';
import type { Passkey } from './passkey/logic.js';

export const others: readonly MethodEntry[] = [
  defineMethod<Passkey>({ card: passkey, load: () => import('./passkey/index.js') }),
];

/** What a method cannot do without on this device. */
const needs: ReadonlyMap<MethodKind, () => boolean> = new Map([['passkey', () => 'PublicKeyCredential' in globalThis]]);

const isPossible = ({ kind }: { readonly kind: MethodKind }): boolean => needs.get(kind)?.() ?? true;

/**
 * The rows for what is asked of a person. What this device cannot do is left out where something else would do, so that
 * nobody is led to it first; where nothing else is asked for, or where it is registered already, it stays, and says so
 * itself.
 */
export function rowsFor({ requirements, methods }: SecurityInfo): readonly MethodEntry[] {
  const hopeless = requirements.filter(({ anyOf }) => !anyOf.some(isPossible)).flatMap(({ anyOf }) => anyOf);
  const kept = new Set([...hopeless, ...methods].map(({ kind }) => kind));
  return others.filter(({ card }) => isPossible(card) || kept.has(card.kind));
}
