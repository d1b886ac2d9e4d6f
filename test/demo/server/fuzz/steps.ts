/** The steps of a visit: those of a person who means well, and requests that may be anything. */
import fc from 'fast-check';
import { routes, type CallName } from '../../../../src/contract/routes.js';
import { origin, requestOf } from '../over-http.js';
import { oddBody, oddHeaders, oddId } from './odd.js';
import type { Visit } from './visit.js';

/** What it is called when a run fails, and what it does. */
export type Step = readonly [string, (visit: Visit) => Promise<unknown>];

const calls = Object.keys(routes) as CallName[];
const back = fc.constantFrom(0, 0, 0, 1, 2);

/** An id of the right sort, or one of anything. */
const ids = fc.oneof(
  { arbitrary: fc.record({ of: fc.constantFrom('enrollment', 'method'), back }), weight: 2 },
  { arbitrary: oddId, weight: 1 },
);

/** A request at a real route, with a body, headers and an id that may be anything. */
export const oddRequest: fc.Arbitrary<Step> = fc
  .record({
    call: fc.oneof(fc.constantFrom(...calls), fc.constantFrom<CallName>('begin', 'verify', 'challenge')),
    id: ids,
    body: oddBody,
    headers: fc.oneof({ arbitrary: fc.constant({}), weight: 2 }, { arbitrary: oddHeaders, weight: 1 }),
    method: fc.constantFrom(undefined, undefined, undefined, undefined, 'PATCH', 'OPTIONS', 'GET', 'POST', 'DELETE'),
    tail: fc.constantFrom('', '', '', '/', '//', '?a=b', '/x'),
  })
  .map(({ call, id, body, headers, method: other, tail }): Step => [
    `odd ${call} ${JSON.stringify({ id, headers, other, tail })} ${String(body).slice(0, 200)}`,
    async (visit) => {
      const route = routes[call];
      const method = other ?? route.method;
      const path = route.path.replace('{id}', typeof id === 'string' ? id : encodeURIComponent(known(visit, id)));
      const hasBody = method !== 'GET' && method !== 'OPTIONS';
      const usual = { origin, 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() };
      await visit.ask(
        new Request(`${origin}/api/info${path}${tail}`, {
          method,
          headers: { ...usual, ...headers },
          ...(hasBody && { body }),
        }),
      );
    },
  ]);

function known(visit: Visit, { of, back: nth }: { readonly of: string; readonly back: number }): string {
  const id = of === 'method' ? visit.info?.methods.at(-1 - nth)?.id : visit.latest(nth)?.id;
  return id ?? 'none';
}

const phone = { kind: 'phone', number: '+819012345678' };
const beginnings = [
  { kind: 'totp' },
  { kind: 'push' },
  { ...phone, channel: 'sms' },
  { ...phone, channel: 'voice' },
  { ...phone, channel: 'sms', number: '+819087654321' },
];

const onLatest = (
  name: string,
  deed: (visit: Visit, seen: NonNullable<ReturnType<Visit['latest']>>) => Promise<unknown>,
): fc.Arbitrary<Step> =>
  back.map((nth): Step => [
    `${name} ${String(nth)}`,
    async (visit) => {
      const seen = visit.latest(nth);
      if (seen !== undefined) await deed(visit, seen);
    },
  ]);

const begin: fc.Arbitrary<Step> = fc
  .record({ body: fc.constantFrom(...beginnings), restart: fc.constantFrom(false, false, true) })
  .map(({ body, restart }): Step => [
    `begin ${JSON.stringify(body)} ${String(restart)}`,
    (visit) => visit.call('begin', { body: { ...body, ...(restart && { restart }) } }),
  ]);

/** The steps of somebody who means well, and now and then mistypes. */
export const validStep: fc.Arbitrary<Step> = fc.oneof(
  { arbitrary: begin, weight: 4 },
  {
    arbitrary: onLatest('right code', async (visit, seen) => {
      const code = await visit.codeFor(seen);
      if (code !== undefined) await visit.type(seen, code, true);
    }),
    weight: 3,
  },
  onLatest('wrong code', (visit, seen) => visit.type(seen, visit.wrongCode(seen), false)),
  onLatest('look', (visit, { id }) => visit.call('get', { id })),
  { arbitrary: onLatest('challenge', (visit, { id }) => visit.call('challenge', { id, body: {} })), weight: 2 },
  onLatest('cancel', (visit, { id }) => visit.call('cancel', { id })),
  { arbitrary: onLatest('pair', (visit, seen) => visit.pair(seen)), weight: 2 },
  { arbitrary: onLatest('approve', (visit, seen) => visit.approve(seen, true)), weight: 2 },
  onLatest('approve wrongly', (visit, seen) => visit.approve(seen, false)),
  onLatest('press #', (visit, seen) => visit.press(seen, '#')),
  onLatest('press 5', (visit, seen) => visit.press(seen, '5')),
  fc.constant<Step>(['load', (visit) => visit.call('load')]),
  fc.constant<Step>(['complete', (visit) => visit.call('complete')]),
  fc.constantFrom('phone', 'app').map((id): Step => [`put ${id} off`, (visit) => visit.call('skip', { id })]),
  back.map((nth): Step => [
    `remove ${String(nth)}`,
    (visit) => visit.call('remove', { id: known(visit, { of: 'method', back: nth }) }),
  ]),
  back.map((nth): Step => [
    `default ${String(nth)}`,
    (visit) => visit.call('setDefault', { body: { methodId: known(visit, { of: 'method', back: nth }) } }),
  ]),
  fc.constantFrom(1_000, 31_000, 125_000, 660_000, 1_860_000).map((wait): Step => [
    `wait ${String(wait)}`,
    async ({ person }) => {
      person.house.pass(wait);
    },
  ]),
);

/** How every visit ends: the account can be read, and says nothing that was not proved. */
export async function lookBack(visit: Visit): Promise<void> {
  await visit.ask(requestOf('load'));
  for (const { id } of visit.info?.pending ?? []) await visit.ask(requestOf('get', { id }));
  await visit.ask(requestOf('complete'));
}
