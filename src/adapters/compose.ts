/** One adapter out of several: each kind of method goes to the backend that can do it. */
import type { SecurityInfoAdapter } from '../contract/adapter.js';
import type { MethodKind } from '../contract/enrollment.js';
import { Composition } from './composition.js';
import { optionalCalls } from '../contract/optional-calls.js';
import { isLackedByAll, type Part } from './composed-info.js';
import { passedOn } from './passed-on.js';

export type * from '../methods/rows.js';

/**
 * Which backend does which kind. One may stand for several.
 *
 * @example
 * const parts: Parts = { phone: textingService, totp: ownServer };
 */
export type Parts = { readonly [K in MethodKind]?: SecurityInfoAdapter };

/**
 * Routes each kind of method to the adapter that `parts` names for it, and every other kind to `base`. Ids are marked
 * with the part they come from, so that a later call finds it again.
 *
 * What is required is what `base` says. It does not hear what the others registered: where that matters, let the
 * requirements be planned over the whole, by `withPolicy(compose(base, parts), …)`. A call that the part in question
 * lacks is refused with `unsupported`; ending an enrolment there does nothing. `skip` and `complete` go to `base`,
 * `reauthenticate` to whoever asked for it last. Of several defaults the one set last through here counts, then the one of
 * `base`.
 *
 * @example
 * element.adapter = compose(identityProvider, { phone: textingService });
 */
export function compose(base: SecurityInfoAdapter, parts: Parts): SecurityInfoAdapter {
  const all = partsOf(base, parts);
  const composed = passedOn(new Composition(all));
  for (const call of optionalCalls) if (isLackedByAll(call, all)) Reflect.deleteProperty(composed, call);
  return composed;
}

/** The base first, then each other adapter once, named by the first kind it serves. */
function partsOf(base: SecurityInfoAdapter, parts: Parts): readonly [Part, ...Part[]] {
  const byKind = new Map(Object.entries<SecurityInfoAdapter | undefined>(parts));
  const adapterFor = (kind: string): SecurityInfoAdapter => byKind.get(kind) ?? base;
  const others = new Map<SecurityInfoAdapter, string>();
  for (const [kind, adapter] of byKind) {
    if (adapter !== undefined && adapter !== base && !others.has(adapter))
      others.set(adapter, encodeURIComponent(kind));
  }
  const part = (adapter: SecurityInfoAdapter, name: string): Part => ({
    name,
    adapter,
    serves: (kind) => adapterFor(kind) === adapter,
  });
  return [part(base, ''), ...[...others].map(([adapter, name]) => part(adapter, name))];
}
