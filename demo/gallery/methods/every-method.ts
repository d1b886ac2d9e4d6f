/** Every method of the table with its samples: a new method is found here by itself. */
import type { MethodSpec } from '../../../src/contract/method.js';
import type { MethodSamples } from '../../../src/contract/samples.js';
import type { LoadableMethod, MethodModule } from '../../../src/contract/step.js';
import { everyEntry } from './every-entry.js';
import { explore, type Stop } from './explore.js';

export interface Method {
  readonly kind: string;
  readonly card: LoadableMethod['card'];
  readonly module: MethodModule<MethodSpec>;
  readonly samples: MethodSamples<MethodSpec>;
  /** All that a person can come to. */
  readonly stops: readonly [Stop, ...Stop[]];
}

/** Known before anything is loaded, so that suites can be named after them. */
export const kinds: readonly string[] = everyEntry.map(({ card }) => card.kind);

const loaded = new Map<string, Promise<Method>>();

/** Loaded and explored once. Not at the top of the module: WebKit hangs where two modules wait for such a third one. */
export function methodOf(kind: string): Promise<Method> {
  const loading = loaded.get(kind) ?? load(kind);
  loaded.set(kind, loading);
  return loading;
}

export function allMethods(): Promise<readonly Method[]> {
  return Promise.all(kinds.map(methodOf));
}

async function load(kind: string): Promise<Method> {
  const row = everyEntry.find(({ card }) => card.kind === kind);
  if (!row) throw new Error(`There is no method ${kind}`);
  const { default: module } = await row.load();
  const { samples } = await row.samples();
  return { kind, card: row.card, module, samples, stops: explore(module.logic, samples) };
}

/** One stop for each kind of page that looks different. */
export function representatives(stops: readonly Stop[], lookOf: (stop: Stop) => string): readonly Stop[] {
  const first = new Map<string, Stop>();
  for (const stop of stops) if (!first.has(lookOf(stop))) first.set(lookOf(stop), stop);
  return [...first.values()];
}
