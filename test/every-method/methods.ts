/** Every method of the table with its samples: a new method is found here by itself. */
import type { MethodSpec } from '../../src/contract/method.js';
import type { MethodSamples } from '../../src/contract/samples.js';
import type { LoadableMethod, MethodModule } from '../../src/contract/step.js';
import { manifest } from '../../src/methods/manifest.js';
import { explore, type Stop } from './explore.js';

export interface Method {
  readonly kind: string;
  readonly card: LoadableMethod['card'];
  readonly module: MethodModule<MethodSpec>;
  readonly samples: MethodSamples<MethodSpec>;
  /** All that a person can come to. */
  readonly stops: readonly [Stop, ...Stop[]];
}

// Entries are opaque to hosts only: `defineMethod` made them out of loadable methods.
const rows = manifest as unknown as readonly LoadableMethod[];

export const methods: readonly Method[] = await Promise.all(
  rows.map(async ({ card, load }) => {
    const { kind } = card;
    const { default: module } = await load();
    const found = (await import(`../../src/methods/${kind}/samples.ts`)) as { samples: MethodSamples<MethodSpec> };
    const { samples } = found;
    return { kind, card, module, samples, stops: explore(module.logic, samples) };
  }),
);

/** One stop for each kind of page that looks different. */
export function representatives(stops: readonly Stop[], lookOf: (stop: Stop) => string): readonly Stop[] {
  const first = new Map<string, Stop>();
  for (const stop of stops) if (!first.has(lookOf(stop))) first.set(lookOf(stop), stop);
  return [...first.values()];
}
