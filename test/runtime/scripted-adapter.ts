/** A backend on strings: it notes every call, and answers when and what the test says. */
import assert from 'node:assert/strict';
import type { SecurityInfoAdapter } from '../../src/contract/adapter.js';
import { EnrollmentError } from '../../src/contract/enrollment-error.js';
import type { EnrollmentFault } from '../../src/contract/fault.js';

export type CallName = keyof SecurityInfoAdapter;

/** A call that was made. */
export interface MadeCall {
  readonly name: CallName;
  /** All arguments but the options. */
  readonly args: readonly unknown[];
  readonly signal: AbortSignal;
  readonly locale: string;
  readonly idempotencyKey: string | undefined;
  readonly humanCheck: string | undefined;
  readonly answer: (value: unknown) => void;
  readonly fail: (thrown: unknown) => void;
  isOpen: boolean;
}

const every: readonly CallName[] = [
  'load',
  'begin',
  'verify',
  'get',
  'challenge',
  'cancel',
  'setDefault',
  'remove',
  'skip',
  'reauthenticate',
  'complete',
];

export class ScriptedAdapter {
  readonly made: MadeCall[] = [];
  readonly adapter: SecurityInfoAdapter;
  /** Answers by itself where there is something to answer by; may throw. */
  readonly scripts: Partial<Record<CallName, (call: MadeCall) => unknown>> = {};

  /** Hears of every call as it is made. */
  onCall: (call: MadeCall) => void = () => undefined;

  constructor({ without = [] }: { readonly without?: readonly CallName[] } = {}) {
    const names = every.filter((name) => !without.includes(name));
    const functions = names.map((name) => [name, (...args: unknown[]) => this.#take(name, args)] as const);
    // Built from the list of all names, so nothing is missing but what was left out.
    this.adapter = Object.fromEntries(functions) as Partial<SecurityInfoAdapter> as SecurityInfoAdapter;
  }

  #take(name: CallName, args: readonly unknown[]): unknown {
    const options = args.at(-1) as {
      signal: AbortSignal;
      locale: string;
      idempotencyKey?: string;
      humanCheck?: string;
    };
    return new Promise((resolve) => {
      const call: MadeCall = {
        name,
        args: args.slice(0, -1),
        signal: options.signal,
        locale: options.locale,
        idempotencyKey: options.idempotencyKey,
        humanCheck: options.humanCheck,
        answer: (value) => {
          call.isOpen = false;
          resolve(value);
        },
        fail: (thrown) => {
          call.isOpen = false;
          resolve(failing(thrown));
        },
        isOpen: true,
      };
      this.made.push(call);
      this.onCall(call);
      const script = this.scripts[name];
      if (!script) return;
      try {
        const answer = script(call);
        if (answer !== undefined) call.answer(answer);
      } catch (thrown) {
        call.fail(thrown);
      }
    });
  }

  /** The calls of one name. */
  calls(name: CallName): readonly MadeCall[] {
    return this.made.filter((call) => call.name === name);
  }

  count(name: CallName): number {
    return this.calls(name).length;
  }

  /** The one call of this name that waits for its answer. */
  open(name: CallName): MadeCall {
    const open = this.calls(name).filter((call) => call.isOpen && !call.signal.aborted);
    assert.equal(open.length, 1, `one ${name} is out, not ${open.length}`);
    return open[0]!;
  }

  get allOpen(): readonly MadeCall[] {
    return this.made.filter((call) => call.isOpen && !call.signal.aborted);
  }

  answer(name: CallName, value: unknown): void {
    this.open(name).answer(value);
  }

  refuse(name: CallName, fault: EnrollmentFault): void {
    this.open(name).fail(new EnrollmentError(fault));
  }
}

/** Whatever it is: adapters throw more than errors. */
async function failing(thrown: unknown): Promise<never> {
  throw thrown;
}
