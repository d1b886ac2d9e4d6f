/** All methods of the manifest, loaded with their samples, so that a suite over them needs no line per method. */
import type { MethodSamples } from '../../src/contract/samples.js';
import type { Message, MethodSpec } from '../../src/contract/method.js';
import type { LoadableMethod, MethodModule } from '../../src/contract/step.js';
import { manifest } from '../../src/methods/manifest.js';
import { others } from '../../src/methods/others.js';

export interface LoadedMethod extends MethodModule<MethodSpec> {
  readonly samples: MethodSamples<MethodSpec>;
  /** Every language but English, by name. */
  readonly translations: Readonly<Record<string, Readonly<Record<string, Message>>>>;
}

export const everyMethod: readonly LoadedMethod[] = await Promise.all(
  // Entries are opaque to hosts only.
  ([...manifest, ...others] as unknown as readonly LoadableMethod[]).map(async (entry) => {
    const { default: module } = await entry.load();
    const path = `../../src/methods/${module.kind}/samples.js`;
    const { samples } = (await import(path)) as { readonly samples: MethodSamples<MethodSpec> };
    const languages = Object.entries(module.strings.load);
    const loaded = await Promise.all(languages.map(async ([name, load]) => [name, (await load()).default] as const));
    return { ...module, samples, translations: Object.fromEntries(loaded) };
  }),
);
