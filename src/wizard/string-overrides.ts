/** The words that a host may bring: which there are is read from ours, so that a misspelt key does not compile. Types only. */
import type { CardWords } from '../contract/card.js';
import type { MethodKind } from '../contract/enrollment.js';
import type { Message } from '../contract/method.js';
import type { MethodWords } from '../methods/words.js';
import type { AsideStrings } from './aside-strings.js';
import type { FaultStrings } from './fault-strings.js';
import type { LaterStrings } from './later-strings.js';
import type { WizardStrings } from './strings.js';

/** The shell's words come in four chunks; a host need not know in which. */
type ShellWords = WizardStrings & LaterStrings & AsideStrings & FaultStrings;

type Keys<K extends string> = K extends 'wizard'
  ? keyof ShellWords
  : K extends keyof MethodWords
    ? keyof MethodWords[K] | keyof CardWords
    : string;

/**
 * A host's own words: by method kind, or `wizard` for the shell; then by key. Missing keys keep ours. Of a kind of your own
 * any key is taken.
 *
 * @example
 * wizard.strings = { wizard: { 'prompt.title': 'One more step' }, totp: { name: 'Code app' } };
 */
export type StringOverrides = {
  readonly [K in 'wizard' | keyof MethodWords | MethodKind]?: Readonly<Partial<Record<Keys<K>, Message>>>;
};
