/** A handler whose every request and answer is held against its own description, word for word. */
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import type { CallName } from '../../src/contract/routes.js';
import { findRoute } from '../../src/server/find-route.js';
import type { Handler } from '../../src/server/index.js';
import { openapi, type Operation, type Schema } from '../../src/server/openapi/index.js';

type Json = Readonly<Record<string, unknown>>;
export const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null;

/** Fields that stand nowhere in the description are let pass by clients; here they are a fault of the description. */
function closed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(closed);
  if (!isObject(value)) return value;
  const inner = Object.fromEntries(Object.entries(value).map(([name, part]) => [name, closed(part)]));
  const { type, properties } = value as Schema;
  const isOpen = properties?.['kind']?.not !== undefined;
  return type === 'object' && properties !== undefined && !isOpen ? { ...inner, additionalProperties: false } : inner;
}

const ajv = new Ajv2020({ allErrors: true, strict: true, strictTypes: false, strictRequired: false });
// The document around the schemas is no schema; what is misspelt inside of one is still found.
ajv.addVocabulary(Object.keys(openapi));
ajv.addSchema({ $id: 'openapi', ...(closed({ ...openapi }) as object) }, 'openapi', false, false);

const validators = new Map<string, ValidateFunction>();

/** Why a value is not what stands at this place of the document; `undefined`: it is. */
export function wrongAt(place: readonly string[], value: unknown): string | undefined {
  const pointer = place.map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/');
  const validate = validators.get(pointer) ?? ajv.compile({ $ref: `openapi#/${pointer}` });
  validators.set(pointer, validate);
  return validate(value) ? undefined : `${ajv.errorsText(validate.errors)} in ${JSON.stringify(value)}`;
}

/** Every operation by its call, and where it stands. */
export const operations: ReadonlyMap<CallName, { readonly operation: Operation; readonly place: readonly string[] }> =
  new Map(
    Object.entries(openapi.paths).flatMap(([path, item]) =>
      Object.entries(item).map(([method, operation]) => [
        operation.operationId as CallName,
        { operation, place: ['paths', path, method] },
      ]),
    ),
  );

/** What was met on the way. */
export class Diary {
  readonly problems: string[] = [];
  /** `begin 200`, `verify 422`, … */
  readonly answers = new Set<string>();
  readonly bodies = new Set<CallName>();
  readonly codes = new Set<string>();
  readonly nexts = new Set<string>();
  readonly kinds = new Set<string>();
  checked = 0;

  /** Hands on what the handler answers, having looked at both sides of it. */
  watch(handler: Handler): Handler {
    return async (request) => {
      const sent = request.clone();
      const response = await handler(request);
      await this.#look(sent, response.clone());
      return response;
    };
  }

  async #look(request: Request, response: Response): Promise<void> {
    const path = new URL(request.url).pathname.replace(/^\/api\/[^/]+/, '').replace(/(?<=.)\/$/, '') || '/';
    const found = findRoute(request.method, path);
    if (!('call' in found)) return;
    const { call } = found;
    const described = operations.get(call);
    if (described === undefined) return void this.problems.push(`${call} is not described`);
    const { operation, place } = described;
    this.checked += 1;
    this.answers.add(`${call} ${String(response.status)}`);
    if (response.ok) {
      this.#note(`${call} is asked`, await wrongRequest(request, operation, place));
      if (operation.requestBody !== undefined) this.bodies.add(call);
    }
    const text = await response.text();
    const body: unknown = text === '' ? undefined : JSON.parse(text);
    this.#note(`${call} answers ${String(response.status)}`, wrongResponse(response, body, operation, place));
    this.#meet(body);
  }

  #note(where: string, problem: string | undefined): void {
    if (problem !== undefined) this.problems.push(`${where}: ${problem}`);
  }

  #meet(body: unknown): void {
    const { next, fault, kind } = (body ?? {}) as { next?: Json; fault?: Json; kind?: unknown };
    if (typeof next?.['type'] === 'string') this.nexts.add(next['type']);
    if (typeof fault?.['code'] === 'string') this.codes.add(fault['code']);
    if (typeof kind === 'string') this.kinds.add(kind);
  }
}

/** What the description says of a request that was answered. */
async function wrongRequest(
  request: Request,
  operation: Operation,
  place: readonly string[],
): Promise<string | undefined> {
  for (const given of operation.parameters) {
    const name = '$ref' in given ? given.$ref.split('/').at(-1) : undefined;
    const parameter = name === undefined ? undefined : openapi.components.parameters[name];
    if (name === undefined || parameter === undefined) return `a parameter is described nowhere`;
    if (parameter.in !== 'header') continue;
    const header = request.headers.get(parameter.name);
    if (header === null && parameter.required === true) return `${parameter.name} is missing`;
    const problem = header === null ? undefined : wrongAt(['components', 'parameters', name, 'schema'], header);
    if (problem !== undefined) return problem;
  }
  const text = await request.text();
  if (operation.requestBody === undefined) return text === '' ? undefined : 'a body is not described';
  return wrongAt([...place, 'requestBody', 'content', 'application/json', 'schema'], JSON.parse(text));
}

/** What the description says of an answer by its status; `default` is for what nobody foresaw, and here nobody may. */
function wrongResponse(
  response: Response,
  body: unknown,
  { responses }: Operation,
  place: readonly string[],
): string | undefined {
  const status = String(response.status);
  const described = responses[status];
  if (described === undefined) return 'the status is not described';
  const isShared = '$ref' in described;
  const name = isShared ? (described.$ref.split('/').at(-1) ?? '') : '';
  const at = isShared ? ['components', 'responses', name] : [...place, 'responses', status];
  const { content, headers = {} } = (isShared ? openapi.components.responses[name] : described) ?? {};
  const type = (response.headers.get('content-type') ?? '').replace(/;.*/, '');
  if (response.headers.has('retry-after') && headers['retry-after'] === undefined)
    return 'retry-after is not described';
  if (content === undefined) return body === undefined ? undefined : 'a body is not described';
  if (content[type] === undefined) return `${type} is not described`;
  return wrongAt([...at, 'content', type, 'schema'], body);
}
