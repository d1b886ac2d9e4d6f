/** The paths, built from the table of routes, so that they cannot drift from what the handler does. */
import { headerNames, routes, type CallName } from '../../contract/routes.js';
import type { Content, Operation, Parameter, PathItem, Reference, ResponseObject } from './document.js';
import { refusalName } from './names.js';
import { statuses } from './refusals.js';
import { id, object, ref, type Schema, text } from './schema.js';

interface Row {
  readonly summary: string;
  readonly takes?: Schema;
  /** Absent: nothing. */
  readonly answers?: Schema;
}

const info = ref('SecurityInfo');
const enrollment = ref('Enrollment');

const rows: Readonly<Record<CallName, Row>> = {
  load: { summary: 'What is required, what is registered, what is still open', answers: info },
  begin: { summary: 'Opens an enrolment, or finds it open', takes: ref('BeginRequest'), answers: enrollment },
  get: { summary: 'Where an enrolment stands', answers: enrollment },
  cancel: { summary: 'Ends an enrolment and its codes' },
  verify: { summary: 'Hands in a proof', takes: ref('Proof'), answers: enrollment },
  challenge: {
    summary: 'Sends again, calls, or asks the app',
    takes: object<{ readonly channel?: string }>({}, { channel: text }),
    answers: enrollment,
  },
  setDefault: { summary: 'Makes a registered method the default', takes: ref('MethodRef'), answers: info },
  remove: { summary: 'Removes a registered method', answers: info },
  skip: { summary: 'Puts a requirement off', answers: info },
  reauthenticate: {
    summary: 'Answers a refusal that asks for the password',
    takes: object<{ readonly password: string }>({ password: text }, {}),
  },
  complete: { summary: 'Whether every requirement is met or put off', answers: info },
};

export const parameters: Readonly<Record<string, Parameter>> = {
  Id: { name: 'id', in: 'path', required: true, schema: id },
  Language: { name: 'accept-language', in: 'header', description: 'Of texts, calls and mails.', schema: text },
  Key: {
    name: headerNames.idempotencyKey,
    in: 'header',
    required: true,
    description: 'One per wish of the person, kept when that wish is tried again. May be in quotes.',
    schema: { type: 'string', pattern: '^"?[\\x21\\x23-\\x7e]{1,200}"?$' },
  },
  HumanCheck: {
    name: headerNames.humanCheck,
    in: 'header',
    description: 'The token of a check for robots, where a call is made again after `human_check_required`.',
    schema: text,
  },
};

const parameter = (name: string): Reference => ({ $ref: `#/components/parameters/${name}` });
const refusal = (name: string): Reference => ({ $ref: `#/components/responses/${name}` });
const json = (schema: Schema): Content => ({ 'application/json': { schema } });

function answerOf({ answers }: Row): Readonly<Record<string, ResponseObject>> {
  if (answers === undefined) return { 204: { description: 'Done.' } };
  return { 200: { description: 'The answer.', content: json(answers) } };
}

/** What is no answer to this call: a body that is not there cannot be wrong, and a read needs no key. */
function refusedBy(call: CallName): readonly number[] {
  const without = rows[call].takes !== undefined ? [] : routes[call].method === 'GET' ? [400, 413, 415] : [413, 415];
  return statuses.filter((status) => !without.includes(status));
}

function operation(call: CallName): Operation {
  const { method, path } = routes[call];
  const row = rows[call];
  const names = [path.includes('{id}') ? ['Id'] : [], ['Language'], method === 'GET' ? [] : ['Key', 'HumanCheck']];
  return {
    operationId: call,
    summary: row.summary,
    parameters: names.flat().map(parameter),
    ...(row.takes !== undefined && { requestBody: { required: true, content: json(row.takes) } }),
    responses: {
      ...answerOf(row),
      ...Object.fromEntries(refusedBy(call).map((status) => [status, refusal(refusalName(status))])),
      default: refusal('Refused'),
    },
  };
}

export const paths: Readonly<Record<string, PathItem>> = (Object.keys(routes) as CallName[]).reduce<
  Record<string, PathItem>
>((all, call) => {
  const { method, path } = routes[call];
  return { ...all, [path]: { ...all[path], [method.toLowerCase()]: operation(call) } };
}, {});
