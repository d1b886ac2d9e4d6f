/** All methods, loaded with their samples, so that a suite over them needs no line per method. */
import type { MethodSamples } from '../../src/contract/samples.js';
import type { Message, MethodSpec } from '../../src/contract/method.js';
import type { MethodModule } from '../../src/contract/step.js';
import { everyEntry } from '../../demo/gallery/methods/every-entry.js';

export interface LoadedMethod extends MethodModule<MethodSpec> {
  readonly samples: MethodSamples<MethodSpec>;
  /** Every language but English, by name. */
  readonly translations: Readonly<Record<string, Readonly<Record<string, Message>>>>;
}

export const everyMethod: readonly LoadedMethod[] = await Promise.all(
  everyEntry.map(async (entry) => {
    const [{ default: module }, { samples }] = await Promise.all([entry.load(), entry.samples()]);
    const languages = Object.entries(module.strings.load);
    const loaded = await Promise.all(languages.map(async ([name, load]) => [name, (await load()).default] as const));
    return { ...module, samples, translations: Object.fromEntries(loaded) };
  }),
);
