/** What a method hands to the suites that hold for every method, and to the gallery: the alphabet of all it may meet. */
import type { Enrollment } from './enrollment.js';
import type { MethodContext, MethodSpec } from './method.js';

/**
 * Few values that stand for all others. The explorer walks every state × everything here, so each value costs time and
 * buys coverage. Data only; never shipped to a page.
 */
export interface MethodSamples<M extends MethodSpec> {
  readonly contexts: readonly [MethodContext<M>, ...MethodContext<M>[]];
  readonly events: readonly M['event'][];
  /** Every shape of answer that the backend may give, `done` among them. */
  readonly enrollments: readonly [Enrollment<M['kind']>, ...Enrollment<M['kind']>[]];
  /** Strings that must not stand anywhere but on these pages. */
  readonly secrets: readonly { readonly value: string; readonly pages: readonly M['state']['page'][] }[];
}
