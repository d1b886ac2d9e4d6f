/** Asks something of the person or the host, and waits for the answer. */
import type { CallsOptions } from './calls.js';
import type { Answer, Asked, Interruption } from './interruption.js';

export interface Turn {
  /** What stood there before, to be replaced without a gap. */
  readonly instead: Asked | undefined;
  /** What stands there once the answer is given. */
  then(answer: Answer): Asked | undefined;
}

/** Shows an interruption and waits for its answer; the signal takes it away. */
export function ask(what: Interruption, signal: AbortSignal, { show }: CallsOptions, turn?: Turn): Promise<Answer> {
  // What it belonged to is over: nobody is asked.
  if (signal.aborted) return Promise.resolve({ type: 'withdrawn' });
  return new Promise((resolve) => {
    let isAnswered = false;
    const asked: Asked = {
      what,
      answer(answer) {
        if (isAnswered) return;
        isAnswered = true;
        signal.removeEventListener('abort', onAbort);
        show(turn?.then(answer), asked);
        resolve(answer);
      },
    };
    const onAbort = (): void => asked.answer({ type: 'withdrawn' });
    signal.addEventListener('abort', onAbort);
    show(asked, turn?.instead);
  });
}
