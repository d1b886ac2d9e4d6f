/** What a method draws: its one step element, its words, its card, and the entry that ties them together. */
import type { MethodCard } from './card.js';
import type { Ms, NextType } from './enrollment.js';
import type { MethodContext, MethodLogic, MethodSpec, Text, Translation } from './method.js';

/** Monotonic time, as a step may use it. */
export interface Clock {
  /** Milliseconds on a clock that never jumps; the clock of `Enrolled.at`. */
  now(): Ms;
  /** Calls back at once and then each second until the returned function is called. */
  everySecond(tick: () => void): () => void;
}

/** One page, as the shell hands it to the step. */
export interface StepView<M extends MethodSpec> {
  readonly state: M['state'];
  /** What the organisation offers, the account and the device: constant during a visit. */
  readonly context: MethodContext<M>;
  readonly locale: string;
  t(text: Text<M>): string;
  readonly busy: boolean;
  /** Put into words by the shell, so that a step never knows a fault. */
  readonly problem?: { readonly field?: string; readonly text: string };
  readonly clock: Clock;
  /** The only way up. Bound to this visit: afterwards it does nothing. */
  send(event: M['event']): void;
}

/** A method's step element. `show` settles when the page stands in the tree; focus moves then. */
export type StepClass<M extends MethodSpec> = new () => HTMLElement & {
  show(view: StepView<M>): void | Promise<unknown>;
  /**
   * Does what the logic wished for by the effect `perform`, before anything is drawn or waited for: a browser holds a
   * ceremony only in the person's own press.
   */
  perform?(state: M['state']): void;
};

/** All of a method but its card; loaded when it is about to be needed. */
export interface MethodModule<M extends MethodSpec> {
  readonly kind: M['kind'];
  readonly logic: MethodLogic<M>;
  /** What may come next in an enrolment of this method, besides `done`. Anything else is a breach of the protocol. */
  readonly nexts: Readonly<Record<NextType<M['kind']>, true>>;
  readonly Step: StepClass<M>;
  /** CSS text, adopted by the shell: a step has no root of its own. Every selector starts with `.siw-<kind>`. */
  readonly styles?: string;
  /** Makes ready what is dear at first use; called while another page is read, so that nobody waits for it. */
  prepare?(locale: string): void;
  readonly strings: {
    readonly en: M['strings'];
    /** By language, `ja` or `zh-hant`. */
    readonly load: Readonly<Record<string, () => Promise<{ default: Translation<M['strings']> }>>>;
  };
}

declare const entry: unique symbol;

/** A row of the method table. Opaque: made by {@link defineMethod}, given to `element.methods`. */
export interface MethodEntry {
  readonly [entry]: true;
  readonly card: MethodCard;
}

/** A row as the runtime reads it, its type parameter forgotten. */
export interface LoadableMethod {
  readonly card: MethodCard;
  load(): Promise<{ default: MethodModule<MethodSpec> }>;
}

/** What a row is made of. */
export interface MethodDefinition<M extends MethodSpec> {
  readonly card: MethodCard & { readonly kind: M['kind'] };
  load(): Promise<{ default: MethodModule<M> }>;
}

/**
 * Makes a row of the method table.
 *
 * @example
 * export const badge = defineMethod<Badge>({ card, load: () => import('./badge/index.js') });
 */
export function defineMethod<M extends MethodSpec>(definition: MethodDefinition<M>): MethodEntry {
  // Here, and in the first table, the type of a method is forgotten: logic, step and strings of one entry belong together,
  // and the runtime never mixes two.
  return definition as unknown as MethodEntry;
}
