/** What is known of a method before it is loaded. Types only, no DOM. */
import type { MethodKind } from './enrollment.js';

/** What a person reads of a method before it is loaded. */
export interface CardWords {
  readonly name: string;
  readonly hint: string;
}

/** What is known of a method before it is loaded: for the chooser, the progress line and the summary. */
export interface MethodCard {
  readonly kind: MethodKind;
  /** Methods of one family stand in for each other behind "different app". */
  readonly family?: string;
  /** The `d` of an SVG path on a 24 px grid, drawn as a 1.5 px stroke. */
  readonly icon: string;
  /** What the method is good for and what it asks of the person. */
  readonly nature: {
    readonly use: 'sign-in' | 'recovery' | 'both';
    /** Known to be weak, and offered all the same. */
    readonly restricted?: true;
    readonly phishingResistant?: true;
    readonly requires: readonly ('phone' | 'camera' | 'hearing' | 'sight')[];
  };
  readonly words: {
    readonly en: CardWords;
    readonly load: Readonly<Record<string, () => Promise<{ default: CardWords }>>>;
  };
}
