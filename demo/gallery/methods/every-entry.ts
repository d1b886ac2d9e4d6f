/** All that is shown and tested as a method: ours, and the sample of somebody else's, which is held to the same. */
import type { MethodSpec } from '../../../src/contract/method.js';
import type { MethodSamples } from '../../../src/contract/samples.js';
import type { LoadableMethod, MethodEntry } from '../../../src/contract/step.js';
import { manifest } from '../../../src/methods/manifest.js';
import { others } from '../../../src/methods/others.js';
import { badge } from '../../badge/badge.js';

/** A row of the table, and where its samples are. */
export interface Sampled extends LoadableMethod {
  samples(): Promise<{ readonly samples: MethodSamples<MethodSpec> }>;
}

type Samples = ReturnType<Sampled['samples']>;

/** Those that a wizard does not know by itself, so that it has to be handed them, and where their samples are. */
const foreignRows: readonly (readonly [MethodEntry, () => Promise<unknown>])[] = [
  [badge, () => import('../../badge/samples.js')],
];

/** What a host hands to its wizard. */
export const foreign: readonly MethodEntry[] = foreignRows.map(([entry]) => entry);

// A folder of ours has the name of its kind.
const ours = [...manifest, ...others].map(
  (entry) => [entry, () => import(`../../../src/methods/${entry.card.kind}/samples.ts`) as Promise<unknown>] as const,
);

export const everyEntry: readonly Sampled[] = [...ours, ...foreignRows].map(([entry, samples]) => {
  // Entries are opaque to hosts only: `defineMethod` made them out of loadable methods.
  const { card, load } = entry as unknown as LoadableMethod;
  return { card, load, samples: samples as () => Samples };
});
