/** What a method is good for, in words: signing in, getting back in, or both (R14, F164). */
import type { Usage } from '../contract/enrollment.js';
import type { LaterStrings } from './later-strings.js';
import type { Shell } from './shell.js';

/** Undefined where nothing is said of it, as of what follows another method by itself. */
export function usageOf({ usage }: { readonly usage: readonly Usage[] }, shell: Shell): string | undefined {
  const [first] = usage;
  if (first === undefined) return undefined;
  const say = shell.language.sayOf<LaterStrings>('wizard later');
  return say(`usage.${usage.includes('sign-in') && usage.includes('recovery') ? 'both' : first}`);
}
