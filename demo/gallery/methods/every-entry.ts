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

/** Those that a wizard does not know by itself; a host hands them to it. */
export const foreign: readonly MethodEntry[] = [badge];

// Entries are opaque to hosts only: `defineMethod` made them out of loadable methods.
const rowsOf = (entries: readonly MethodEntry[]): readonly LoadableMethod[] =>
  entries as unknown as readonly LoadableMethod[];

// A folder has the name of its kind.
export const everyEntry: readonly Sampled[] = [
  ...rowsOf([...manifest, ...others]).map(({ card, load }) => ({
    card,
    load,
    samples: () => import(`../../../src/methods/${card.kind}/samples.ts`) as ReturnType<Sampled['samples']>,
  })),
  ...rowsOf(foreign).map(({ card, load }) => ({
    card,
    load,
    samples: () => import(`../../${card.kind}/samples.ts`) as ReturnType<Sampled['samples']>,
  })),
];
