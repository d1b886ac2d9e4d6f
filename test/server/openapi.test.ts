/** The description of the routes says what the handler does: held against live passages, and against its own rules. */
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { before, describe, it } from 'node:test';
import type { SecurityInfoAdapter } from '../../src/contract/adapter.js';
import type { FaultCode } from '../../src/contract/fault.js';
import { EnrollmentError } from '../../src/contract/enrollment-error.js';
import { routes, statusOf, type CallName } from '../../src/contract/routes.js';
import { createHandler } from '../../src/server/index.js';
import { openapi, type Schema } from '../../src/server/openapi/index.js';
import { methods } from '../../src/server/openapi/methods.js';
import { checkAdapter } from '../../src/testing/index.js';
import { memoryLab } from '../testing/memory-lab.js';
import { mounted as kitHandler, overHttp } from '../testing/over-http.js';
import { Diary, isObject, operations, wrongAt } from './described.js';
import { everyFault } from '../../demo/gallery/methods/every-fault.js';
import { mounted, origin, request, type Sent } from './mounted.js';

/** A call as a page makes it. */
interface EveryCall extends Sent {
  readonly body?: Readonly<Record<string, unknown>>;
}

const bodies: { readonly [C in CallName]?: Readonly<Record<string, unknown>> } = {
  begin: { kind: 'totp' },
  verify: { type: 'code', code: '123456' },
  challenge: {},
  setDefault: { methodId: 'm' },
  reauthenticate: { password: 'tide' },
};

const everyCall: readonly EveryCall[] = (Object.keys(routes) as CallName[]).map((call) => {
  const { method, path } = routes[call];
  const body = bodies[call];
  return { method, path: path.replace('{id}', 'x'), ...(body !== undefined && { body }) };
});

describe('whatever goes over the wire is described', () => {
  const diary = new Diary();

  before(async () => {
    const lab = memoryLab({
      through: (adapter) => overHttp({ handler: () => diary.watch(kitHandler(() => adapter)) }),
    });
    const { failed, passed } = await checkAdapter(lab);
    assert.equal(failed, 0);
    assert.ok(passed > 100, `only ${passed} checks walked`);
  });

  it('every request that is answered, and every answer, has the form that is written down', () => {
    assert.deepEqual([...new Set(diary.problems)].slice(0, 5), []);
    assert.ok(diary.checked > 1000, `only ${diary.checked} were looked at`);
  });

  it('every call was answered, and every body that one takes was sent', () => {
    for (const [call, { operation }] of operations) {
      const success = Object.keys(operation.responses).filter((status) => status.startsWith('2'));
      assert.ok(
        success.some((status) => diary.answers.has(`${call} ${status}`)),
        `${call} was never answered`,
      );
      if (operation.requestBody) assert.ok(diary.bodies.has(call), `nothing was ever handed to ${call}`);
    }
  });

  it('every next step of these methods was met', () => {
    const nexts = Object.values(methods).flatMap(({ nexts }) => nexts);
    assert.deepEqual([...diary.nexts].sort(), [...new Set<string>([...nexts, 'done'])].sort());
    assert.deepEqual([...diary.kinds].sort(), Object.keys(methods).sort());
  });

  it('every refusal that this backend knows was met', () => {
    const expected: readonly FaultCode[] = [
      ...(['code_expired', 'enrollment_gone', 'invalid_code', 'invalid_input'] as const),
      ...(['method_unavailable', 'rate_limited', 'reauth_required'] as const),
    ];
    assert.deepEqual(
      expected.filter((code) => !diary.codes.has(code)),
      [],
    );
  });
});

describe('whatever is refused is described', () => {
  for (const fault of everyFault)
    it(`${JSON.stringify(fault)}, by every call`, async () => {
      const diary = new Diary();
      const refuse = (): Promise<never> => Promise.reject(new EnrollmentError(fault));
      const calls = Object.keys(routes).map((call) => [call, refuse]);
      const refusing = Object.fromEntries(calls) as unknown as SecurityInfoAdapter;
      for (const sent of everyCall) await diary.watch(mounted(refusing))(request(sent));
      assert.deepEqual(diary.problems, []);
      assert.deepEqual([...diary.codes], [fault.code]);
      assert.equal(diary.answers.size, operations.size);
      for (const answer of diary.answers) assert.match(answer, new RegExp(` ${String(statusOf[fault.code])}$`));
    });

  it('what is wrong with a request, by every call', async () => {
    const diary = new Diary();
    const handler = diary.watch(mounted());
    for (const sent of everyCall) {
      await handler(request({ ...sent, headers: { origin: 'https://evil.example' } }));
      if (sent.method !== 'GET') await handler(request({ ...sent, headers: { 'idempotency-key': null } }));
      if (sent.body === undefined) continue;
      await handler(request({ ...sent, body: '[' }));
      await handler(request({ ...sent, headers: { 'content-type': 'text/plain' } }));
      await handler(request({ ...sent, body: { ...sent.body, label: 'x'.repeat(20_000) } }));
    }
    assert.deepEqual(diary.problems, []);
    const statuses = new Set([...diary.answers].map((answer) => answer.split(' ')[1]));
    assert.deepEqual([...statuses].sort(), ['400', '403', '413', '415']);
  });

  it('somebody who is not signed in', async () => {
    const diary = new Diary();
    const nobody = createHandler(() => undefined, { allowedOrigins: [origin], basePath: '/api/info' });
    for (const sent of everyCall) await diary.watch(nobody)(request(sent));
    assert.deepEqual(diary.problems, []);
    assert.deepEqual([...diary.codes], ['session_expired']);
  });
});

describe('the description refuses', () => {
  const at = (name: string): readonly string[] => ['components', 'schemas', name];
  const totp = { id: 'e', kind: 'totp', next: { type: 'code', alphabet: 'digits' } };
  const phone = { kind: 'phone', number: '+819012345678', channel: 'sms' };
  const wrong: readonly (readonly [what: string, name: string, value: unknown])[] = [
    ['an enrolment without an id', 'Enrollment', { ...totp, id: undefined }],
    ['a next step of another method', 'Enrollment', { ...totp, next: { type: 'ready' } }],
    ['a next step that nobody knows', 'Enrollment', { ...totp, next: { type: 'dance' } }],
    ['a time before now', 'Enrollment', { ...totp, expiresIn: -1 }],
    ['a number that is no text', 'BeginRequest', { ...phone, number: 81 }],
    ['a phone without a channel', 'BeginRequest', { kind: 'phone', number: '+81' }],
    ['a restart that is not meant', 'BeginRequest', { kind: 'totp', restart: false }],
    ['a proof without a code', 'Proof', { type: 'code' }],
    ['a list of nothing to choose from', 'Requirement', { id: 'r', status: 'open', anyOf: [] }],
    ['a fault of no code', 'Problem', { type: 'about:blank', title: 'x', status: 500, code: 'x', fault: {} }],
  ];
  for (const [what, name, value] of wrong)
    it(what, () => {
      assert.notEqual(wrongAt(at(name), JSON.parse(JSON.stringify(value))), undefined);
    });

  it('nothing of a method of the host’s own', () => {
    const next = { type: 'acknowledge', codes: ['a'] };
    assert.equal(wrongAt(at('Enrollment'), { id: 'e', kind: 'badge', next }), undefined);
    assert.equal(wrongAt(at('BeginRequest'), { kind: 'badge', badge: '1' }), undefined);
    assert.equal(wrongAt(at('Offer'), { kind: 'badge', usage: ['sign-in'], site: 'x' }), undefined);
  });
});

describe('the document', () => {
  it('describes every call of the table of routes, and no other', () => {
    assert.deepEqual([...operations.keys()].sort(), Object.keys(routes).sort());
    for (const [call, { place }] of operations)
      assert.deepEqual(place, ['paths', routes[call].path, routes[call].method.toLowerCase()]);
  });

  it('knows every method that is in the package', () => {
    const folders = readdirSync(new URL('../../src/methods', import.meta.url), { withFileTypes: true });
    const kinds = folders.filter((entry) => entry.isDirectory()).map(({ name }) => name);
    const known = (openapi.components.schemas['Offer']?.oneOf ?? []).flatMap(({ properties }) => {
      const kind = properties?.['kind']?.const;
      return kind === undefined ? [] : [kind];
    });
    assert.deepEqual(known.sort(), kinds.sort());
  });

  it('is JSON, and leads every reference to something', () => {
    const document = JSON.parse(JSON.stringify(openapi)) as unknown;
    assert.deepEqual(document, openapi);
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map(([, to = '']) => to);
    assert.ok(references.length > 50);
    for (const to of new Set(references)) assert.ok(isObject(found(document, to)), to);
  });

  it('uses every component that it has', () => {
    const text = JSON.stringify(openapi);
    for (const [kind, named] of Object.entries(openapi.components))
      for (const name of Object.keys(named))
        assert.ok(kind === 'securitySchemes' || text.includes(`"#/components/${kind}/${name}"`), `${kind} ${name}`);
  });

  it('names components as OpenAPI lets them be named', () => {
    for (const named of Object.values(openapi.components))
      for (const name of Object.keys(named)) assert.match(name, /^[a-zA-Z0-9._-]+$/);
  });

  it('declares every parameter of a path, and none that is not in it', () => {
    for (const [call, { operation }] of operations) {
      const inPath = [...routes[call].path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      const declared = operation.parameters
        .map((one) => ('$ref' in one ? openapi.components.parameters[one.$ref.split('/').at(-1) ?? ''] : one))
        .filter((one) => one?.in === 'path');
      assert.deepEqual(
        declared.map((one) => one?.name),
        inPath,
        call,
      );
      assert.ok(declared.every((one) => one?.required === true));
    }
  });

  it('has for every operation a name of its own, one success, and a default', () => {
    const names = [...operations.values()].map(({ operation }) => operation.operationId);
    assert.equal(new Set(names).size, names.length);
    for (const [call, { operation }] of operations) {
      const statuses = Object.keys(operation.responses);
      assert.equal(statuses.filter((status) => status.startsWith('2')).length, 1, call);
      assert.ok(statuses.includes('default'), call);
      assert.ok(statuses.every((status) => /^([1-5]\d\d|default)$/.test(status)));
    }
  });

  it('says security, and defines it', () => {
    const schemes = Object.keys(openapi.components.securitySchemes);
    assert.deepEqual(openapi.security.flatMap(Object.keys), schemes);
  });

  it('requires no field that it does not describe', () => {
    const walk = (part: unknown): void => {
      if (!isObject(part)) return;
      const { required, properties = {} } = part as Schema;
      if (Array.isArray(required))
        for (const name of required as readonly string[]) assert.ok(Object.hasOwn(properties, name), name);
      Object.values(part).forEach(walk);
    };
    walk(openapi.components.schemas);
  });
});

function found(document: unknown, to: string): unknown {
  assert.match(to, /^#\//);
  return to
    .slice(2)
    .split('/')
    .reduce<unknown>((part, name) => (isObject(part) ? part[name] : undefined), document);
}
