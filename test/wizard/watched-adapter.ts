/** An adapter that tells what it was asked, so that a test can count calls. */
import type { SecurityInfoAdapter } from '../../src/contract/adapter.js';

export type CallName = keyof SecurityInfoAdapter;

export interface Called {
  readonly name: CallName;
  readonly args: readonly unknown[];
  readonly signal: AbortSignal;
  /** What came back; rejections included. */
  readonly answer: Promise<unknown>;
}

export class CallLog {
  readonly all: Called[] = [];

  of(name: CallName): readonly Called[] {
    return this.all.filter((call) => call.name === name);
  }

  names(): readonly CallName[] {
    return this.all.map(({ name }) => name);
  }
}

type Call = (...args: unknown[]) => Promise<unknown>;

/** The same adapter, each of its calls written into `log`. */
export function watched(adapter: SecurityInfoAdapter, log: CallLog): SecurityInfoAdapter {
  const names = Object.keys(adapter) as CallName[];
  const entries = names.map((name): readonly [CallName, Call] => {
    const watchedCall: Call = (...args) => {
      // Every call takes its options last.
      const { signal } = args.at(-1) as { readonly signal: AbortSignal };
      const answer = (async () => (adapter[name] as unknown as Call)(...args))();
      answer.catch(() => undefined);
      log.all.push({ name, args, signal, answer });
      return answer;
    };
    return [name, watchedCall];
  });
  // Same names, same functions: the same adapter.
  return Object.fromEntries(entries) as unknown as SecurityInfoAdapter;
}
