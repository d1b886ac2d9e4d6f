/** The border of the backend: what crosses it is copied as on a network, so that no caller holds a piece of its state. */
import { EnrollmentError, faultOf } from '../../contract/enrollment-error.js';

/** A deep copy by way of JSON, which proves with every answer that the contract's first law holds. */
export function copied<T>(value: T): T {
  // JSON has no word for the answer of a call that answers nothing; everything else comes back as the type it was.
  return value === undefined ? value : (JSON.parse(JSON.stringify(value)) as T);
}

/** A refusal as a fresh error, because one verdict may be answered to several calls. Anything else stays what it is. */
export function copiedRefusal(thrown: unknown): unknown {
  const fault = faultOf(thrown);
  return fault === undefined ? thrown : new EnrollmentError(copied(fault));
}

/** The answer of `work`, or the signal's reason as soon as that aborts. `work` itself goes on. */
export function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      // The contract wants the host's own reason, whatever that is.
      reject(signal.reason as Error);
    };
    signal.addEventListener('abort', stop, { once: true });
    void work.then(resolve, reject).finally(() => {
      signal.removeEventListener('abort', stop);
    });
  });
}
