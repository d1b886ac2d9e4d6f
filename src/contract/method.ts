/** What a method decides: its pure logic, and the frame that the shell draws around each of its pages. No DOM types. */
import type { Enrollment, Input, MethodKind, Ms, Offer, Proof } from './enrollment.js';
import type { MethodFault } from './fault.js';

/** The four type parameters of a method, under one name. */
export interface MethodSpec {
  readonly kind: MethodKind;
  /** A union; the tag is the page. What a page cannot have, its variant does not hold. */
  readonly state: { readonly page: string };
  /** A union, past tense: what happened. */
  readonly event: { readonly type: string };
  /** The type of the English strings. */
  readonly strings: Readonly<Record<string, Message>>;
}

/** A text with `{holes}`. Plural forms are one message, since languages differ in them; the hole that counts is `{count}`. */
export type Message =
  string | (Readonly<Partial<Record<'zero' | 'one' | 'two' | 'few' | 'many', string>>> & { readonly other: string });

/** A translation: the same keys, and plural forms where English has plural forms. */
export type Translation<S extends Readonly<Record<string, Message>>> = {
  readonly [K in keyof S]: S[K] extends string ? string : Exclude<Message, string>;
};

// ── logic: pure ──────────────────────────────────────────────────────────────────────────────────────────

/**
 * Wishes. The runtime owns the enrolment, the calls, the polling and the clock; logic only says what it wants.
 * What the device does under the person's own gesture (WebAuthn, clipboard, download, print) is done by the step, which
 * sends the outcome as an event.
 */
export type MethodEffect<M extends MethodSpec> =
  /** Open an enrolment, or get the open one again. `restart` throws that away: new secret, new QR. */
  | {
      readonly type: 'begin';
      readonly input: Input<M['kind']>;
      readonly label?: string;
      readonly restart?: true;
    }
  | { readonly type: 'verify'; readonly proof: Proof<M['kind']> }
  | { readonly type: 'challenge'; readonly channel?: string }
  /** `event` happens after `ms`, if the page is still the same. A second one under the same id replaces the first. */
  | { readonly type: 'after'; readonly id: string; readonly ms: Ms; readonly event: M['event'] }
  /** Said once to assistive technology, beyond what the new page says by itself. */
  | { readonly type: 'announce'; readonly text: Text<M> }
  /**
   * Has the step do what only the person's own press allows (`StepClass.perform`). It is called in the press itself, and
   * sends what came of it as an event.
   */
  | { readonly type: 'perform' }
  /** This method is finished: on to the next. */
  | { readonly type: 'leave' };

/** What the backend said. While `next` is `wait` the runtime polls by itself and delivers each answer that differs. */
export interface Enrolled<M extends MethodSpec> {
  readonly type: 'enrolled';
  readonly enrollment: Enrollment<M['kind']>;
  /** When it arrived, on the clock of `StepView.clock`. */
  readonly at: Ms;
}

/** The calls a method can wish for, and the wait that may follow one. */
export type Call = 'begin' | 'verify' | 'challenge' | 'wait';

export type Reply<M extends MethodSpec> =
  | Enrolled<M>
  | { readonly type: 'refused'; readonly during: Call; readonly fault: MethodFault }
  /** The person gave the call up at a step-up or while offline: show the page as it was before it. */
  | { readonly type: 'withdrawn'; readonly during: Call };

/** The state after, and what is wished for. */
export type Next<M extends MethodSpec> = readonly [state: M['state'], effects?: readonly MethodEffect<M>[]];

/** What a method may know of the world. */
export interface MethodContext<M extends MethodSpec> {
  readonly offer: Offer<M['kind']>;
  readonly locale: string;
  readonly account: { readonly label: string; readonly organization?: string };
  readonly device: { readonly touch: boolean };
}

/** A method's decisions. Every function is pure: no call, no wait, no clock, no DOM. */
export interface MethodLogic<M extends MethodSpec> {
  /** `pending` is an enrolment left open earlier, to go on with. Given once, so that nothing keeps its secret. */
  start(context: MethodContext<M>, pending?: Enrolled<M>): Next<M>;
  update(state: M['state'], incoming: M['event'] | Reply<M>, context: MethodContext<M>): Next<M>;
  /** Total: every state has a frame. */
  frame(state: M['state'], context: MethodContext<M>): Frame<M>;
}

// ── text ─────────────────────────────────────────────────────────────────────────────────────────────────

/** A key of the method's strings. */
export type Key<M extends MethodSpec> = keyof M['strings'] & string;
/** All the texts of one message. */
export type Forms<T> = T extends string ? T : T[keyof T & string];
/** The names of the holes of a text. */
export type Holes<S> = S extends `${string}{${infer H}}${infer Rest}` ? H | Holes<Rest> : never;
/** The values that fill the holes of key `K` of strings `S`. */
export type Values<S extends Readonly<Record<string, Message>>, K extends keyof S> = Readonly<
  Record<Holes<Forms<S[K]>>, string | number>
>;
/** A text of a catalogue: a key, or, when its message has holes, the key with exactly these values. */
export type TextOf<S extends Readonly<Record<string, Message>>> = {
  [K in keyof S & string]: [Holes<Forms<S[K]>>] extends [never] ? K : readonly [K, Values<S, K>];
}[keyof S & string];
/** A text of a method. */
export type Text<M extends MethodSpec> = TextOf<M['strings']>;

// ── frame: what the shell draws around a page ────────────────────────────────────────────────────────────

/** A closed set of fields. The shell draws it, moves focus by it and reads the form through it. */
export interface Frame<M extends MethodSpec> {
  readonly title: Text<M>;
  /** `first`: 'different app' and 'different method' are drawn. `registered`: neither these, nor Back, nor Skip. */
  readonly stage: 'first' | 'middle' | 'registered';
  /** The primary button; without a label it is the shell's "Next". `toEvent` gets the fields of the page by their names. */
  readonly submit?: {
    readonly label?: Text<M>;
    /** An https address: the press leaves for it, unless the host prevents `siw-redirect`. Nothing else ever leaves. */
    readonly leaveFor?: string;
    toEvent(values: Readonly<Record<string, string>>): M['event'];
  };
  readonly back?: M['event'];
  readonly links?: readonly { readonly label: Text<M>; readonly event: M['event']; readonly disabled?: boolean }[];
  /** Says what is going on; holds every button and makes fields read-only. */
  readonly busy?: Text<M>;
  /** Shown next to the field it names, or above the buttons. A fault is put into words by the shell. */
  readonly problem?: { readonly field?: string } & ({ readonly fault: MethodFault } | { readonly text: Text<M> });
  /** Where focus goes when the page appears. Default: the heading. */
  readonly focus?: 'heading' | 'first-field';
}
