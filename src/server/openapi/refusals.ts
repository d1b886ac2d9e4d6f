/** Refusals by status: which faults come with each, as problem documents. */
import type { FaultCode } from '../../contract/fault.js';
import { problemType, type Problem } from '../../contract/problem.js';
import { statusOf } from '../../contract/routes.js';
import type { ResponseObject } from './document.js';
import { codes, faults } from './fault.js';
import { faultName, refusalName } from './names.js';
import { constant, object, ref, type Schema, text } from './schema.js';

/** What is wrong with a request itself, by status; such a refusal has the code `protocol`, and a `detail`. */
const misuses: Readonly<Record<number, string>> = {
  400: 'The body is no JSON object, a field is missing or no text, or a write has no Idempotency-Key.',
  403: 'The page is of an origin that may not call, or does not say where it is from.',
  413: 'The body is too large.',
  415: 'The body is not JSON.',
};

const refused = (status: number): readonly FaultCode[] => codes.filter((code) => statusOf[code] === status);

export const statuses: readonly number[] = [
  ...new Set([...Object.keys(misuses).map(Number), ...Object.values(statusOf)]),
].sort((one, other) => one - other);

function problem(status: Schema, possible: readonly FaultCode[]): Schema {
  return object<Problem>(
    {
      type: constant('about:blank'),
      title: text,
      status,
      code: { type: 'string', enum: possible },
      fault: { oneOf: possible.map((code) => ref(faultName(code))) },
    },
    { detail: { type: 'string', description: 'What was wrong with the request, for whoever wrote the client.' } },
  );
}

function refusal(status: number): ResponseObject {
  const misuse = misuses[status];
  const possible = [...refused(status), ...(misuse === undefined ? [] : (['protocol'] as const))];
  const canWait = possible.some((code) => faults[code].properties?.['retryAfter'] !== undefined);
  const headers = {
    ...(canWait && { 'retry-after': { description: 'In seconds, rounded up.', schema: text } }),
    ...(status === 401 && { 'www-authenticate': { schema: text } }),
  };
  const sentences = [misuse ?? '', refused(status).join(', ')].filter((sentence) => sentence !== '');
  return {
    description: sentences.join(' Or: '),
    ...(Object.keys(headers).length > 0 && { headers }),
    content: { [problemType]: { schema: problem(constant(status), [...new Set(possible)]) } },
  };
}

export const refusals: Readonly<Record<string, ResponseObject>> = {
  ...Object.fromEntries(statuses.map((status) => [refusalName(status), refusal(status)])),
  Refused: {
    description: 'Any other refusal: of a later version, or of something on the way.',
    content: { [problemType]: { schema: ref('Problem') } },
  },
};

/** A code that nobody knows yet is shown as `server` is. */
const anyFault: Schema = { type: 'object', properties: { code: text, traceId: text }, required: ['code'] };

export const faultSchemas: Readonly<Record<string, Schema>> = {
  ...Object.fromEntries(codes.map((code) => [faultName(code), faults[code]])),
  Problem: object<Problem>(
    {
      type: constant('about:blank'),
      title: text,
      status: { type: 'integer', minimum: 400 },
      code: text,
      fault: anyFault,
    },
    { detail: text },
  ),
};
