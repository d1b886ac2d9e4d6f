/** What every part of the policy page may read, and what it may ask for: data down, wishes up. */
import type { SecurityInfoAdapter } from '../../../src/contract/adapter.js';
import type { Offer } from '../../../src/contract/enrollment.js';
import type { Explanation } from '../../../src/policy/index.js';
import type { Language, Look } from '../../settings.js';
import type { Words } from '../../words/words.js';
import type { Situation } from '../situation.js';
import type { PolicyWords } from '../words/words.js';

/** How the wizard let the person go: it drew nothing at all, it ended, everything was put off, or she left for another page. */
export type Ending = 'let-through' | 'done' | 'put-off' | 'elsewhere';

export interface View {
  readonly words: Words;
  /** The page's own words. */
  readonly say: PolicyWords;
  readonly language: Language;
  readonly look: Look;
  /** The address of all this, from the question mark on. */
  readonly query: string;
  readonly situation: Situation;
  readonly explanation: Explanation<Offer>;
  readonly adapter: SecurityInfoAdapter;
  /** Absent: the wizard is at work. */
  readonly ending: Ending | undefined;
  readonly ask: Wishes;
}

export interface Wishes {
  /** Another situation: a new plan, and a wizard that starts over. */
  change(change: Partial<Situation>): void;
  /** Another language or scheme: the wizard stays where it is. */
  dress(change: Partial<Look>): void;
  restart(): void;
  end(ending: Ending): void;
}
