/** THE table of calls: what each takes out of a request, and what it has to answer. */
import type { SecurityInfoAdapter, WriteOptions } from '../contract/adapter.js';
import type { BeginRequest, EnrollmentId, MethodId, Proof } from '../contract/enrollment.js';
import { EnrollmentError } from '../contract/enrollment-error.js';
import { maybe, shape, text, type Check } from '../contract/guards/bricks.js';
import { isNothing } from '../contract/guards/nothing.js';
import { isEnrollment } from '../contract/guards/enrollment.js';
import { isSecurityInfo } from '../contract/guards/security-info.js';
import { optionalCalls } from '../contract/optional-calls.js';
import type { CallName } from '../contract/routes.js';
import type { MethodRef, SecurityInfo } from '../contract/security-info.js';

/** What came with a request, checked by its row. */
export interface Asked {
  readonly id: string;
  readonly body: unknown;
  readonly options: WriteOptions;
}

export interface Row {
  /** What the body has to hold. Absent: there is none. */
  readonly takes?: Check;
  /** What an adapter has promised to answer. */
  readonly answers: Check;
  /** A function that is absent is refused as `unsupported`. */
  run(adapter: SecurityInfoAdapter, asked: Asked): Promise<unknown> | undefined;
}

const isRef = shape({ methodId: text, channel: maybe(text) });
const isBegin = shape({ kind: text, offerId: maybe(text), label: maybe(text), replaces: maybe(text) });

/** Bodies are handed on as they were checked; that they fit a method's own row is for the adapter to see. */
export const rows: Readonly<Record<CallName, Row>> = {
  load: { answers: isSecurityInfo, run: (adapter, { options }) => adapter.load(options) },
  begin: {
    takes: isBegin,
    answers: isEnrollment,
    run: (adapter, { body, options }) => adapter.begin(body as BeginRequest, options),
  },
  verify: {
    takes: shape({ type: text }),
    answers: isEnrollment,
    run: (adapter, { id, body, options }) => adapter.verify(id as EnrollmentId, body as Proof, options),
  },
  get: { answers: isEnrollment, run: (adapter, { id, options }) => adapter.get?.(id as EnrollmentId, options) },
  challenge: {
    takes: shape({ channel: maybe(text) }),
    answers: isEnrollment,
    run: (adapter, { id, body, options }) =>
      adapter.challenge?.(id as EnrollmentId, body as { channel?: string }, options),
  },
  cancel: { answers: isNothing, run: (adapter, { id, options }) => adapter.cancel?.(id as EnrollmentId, options) },
  setDefault: {
    takes: isRef,
    answers: isSecurityInfo,
    run: (adapter, { body, options }) => adapter.setDefault?.(body as MethodRef, options),
  },
  remove: { answers: isSecurityInfo, run: (adapter, { id, options }) => adapter.remove?.(id as MethodId, options) },
  skip: { answers: isSecurityInfo, run: (adapter, { id, options }) => adapter.skip?.(id, options) },
  reauthenticate: {
    takes: shape({ password: text }),
    answers: isNothing,
    run: (adapter, { body, options }) => adapter.reauthenticate?.(body as { password: string }, options),
  },
  complete: { answers: isSecurityInfo, run: (adapter, { options }) => adapter.complete?.(options) },
};

/** A function cannot be left out over HTTP, so every answer about everything names what is not there. */
function withAbsent(info: SecurityInfo, adapter: SecurityInfoAdapter): SecurityInfo {
  const lacking = optionalCalls.filter((call) => adapter[call] === undefined);
  const absent = [...new Set([...(info.absent ?? []), ...lacking])];
  return absent.length ? { ...info, absent } : info;
}

/** Calls, and holds the adapter to what it promised. */
export async function invoke({ run, answers }: Row, adapter: SecurityInfoAdapter, asked: Asked): Promise<unknown> {
  const answering = run(adapter, asked);
  if (answering === undefined) throw new EnrollmentError({ code: 'unsupported' });
  const answer = await answering;
  if (!answers(answer)) {
    throw new EnrollmentError(
      { code: 'protocol' },
      { cause: new TypeError('What the adapter answered has not the shape that was promised.') },
    );
  }
  return answers === isSecurityInfo ? withAbsent(answer as SecurityInfo, adapter) : answer;
}
