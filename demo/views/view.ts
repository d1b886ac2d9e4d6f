/** What every part of the page may read, and what it may ask for: data down, wishes up. */
import type { RegisteredMethod, Requirement } from '../../src/contract/security-info.js';
import type { SecurityInfoAdapter } from '../../src/contract/adapter.js';
import type { Phone } from '../phone/phone.js';
import type { ScenarioId } from '../scenarios.js';
import type { Language, Settings } from '../settings.js';
import type { Words } from '../words/words.js';

/** What came of it, for the start page. */
export interface Outcome {
  readonly methods: readonly (RegisteredMethod & { readonly isNew: boolean })[];
  readonly putOff: readonly Requirement[];
}

export type Moment =
  /** `isWrong`: the server did not take what was typed. */
  | { readonly at: 'sign-in'; readonly isWrong?: true }
  | { readonly at: 'wizard' }
  /** The wizard waits, hidden, for the person to sign in once more. */
  | { readonly at: 'sign-in-again'; readonly isWrong?: true }
  | { readonly at: 'start'; readonly outcome: Outcome };

export interface View {
  readonly words: Words;
  readonly language: Language;
  readonly settings: Settings<ScenarioId>;
  readonly offline: boolean;
  readonly moment: Moment;
  readonly adapter: SecurityInfoAdapter | undefined;
  readonly phone: Phone;
  /** What the person signs in with. */
  readonly account: string;
  readonly password: string;
  /** A server keeps everything; a page has to be told to. */
  readonly hasServer: boolean;
  readonly ask: Wishes;
}

export interface Wishes {
  signIn(password: string): Promise<void>;
  restart(): Promise<void>;
  /** Other settings; a new scenario starts over, a new language or scheme does not. */
  set(change: Partial<Settings<ScenarioId>>): Promise<void>;
  setOffline(offline: boolean): void;
  /** Events of the wizard, in the host's words. */
  wizardPage(): void;
  wizardDone(): Promise<void>;
  wizardLeaves(url: string): void;
  wizardExpired(resume: () => void): void;
  /** Something on the phone changed that only the phone's view knows. */
  redraw(): void;
}
