/** Deeds at random: what people do in a wizard and on their phone, sensible or not. */
import fc from 'fast-check';
import type { BeginRequest } from '../../../src/contract/enrollment.js';
import type { SecurityInfo } from '../../../src/contract/security-info.js';
import { type Side, tokenSecret } from './hands.js';
import { toApp, toPush } from './person.js';

/** Something somebody does, on one of the two sides. */
export type Deed = (side: Side, number: string) => unknown;

const back = fc.constantFrom(0, 0, 0, 1, 2);
const nth = fc.nat(3);
const method = async ({ hands }: Side, n: number): Promise<SecurityInfo['methods'][number]> => {
  const { methods } = await hands.adapter.load(hands.options());
  return methods[n % Math.max(methods.length, 1)] ?? ({ id: 'method-none' } as SecurityInfo['methods'][number]);
};

/** Two tokens that go with a number; a third, whose serial number begins with T, is somebody else's. */
export const tokensOf = (number: string): readonly { readonly serial: string; readonly secret: string }[] =>
  ['A', 'B'].map((letter) => ({ serial: `${letter}${number.slice(1)}`, secret: tokenSecret }));

const tokenBegins = fc
  .tuple(fc.constantFrom('A', 'A', 'B', 'T', 'X', '?'), fc.constantFrom(undefined, 'Key ring'))
  .map(([letter, label]): [string, Deed] => [
    `begin token ${letter} ${String(label)}`,
    (side, number) => {
      const request = { kind: 'hardware-otp', serial: `${letter}${number.slice(1)}` } as const;
      return side.see(side.hands.adapter.begin({ ...request, ...(label && { label }) }, side.hands.options()));
    },
  ]);

const begins = fc
  .record({
    what: fc.constantFrom('push', 'app', 'sms', 'voice', 'codes', 'questions', 'password', 'mail', 'Mail'),
    last: fc.nat(1),
    restart: fc.constantFrom(0, 0, 1),
  })
  .map(({ what, last, restart }): [string, Deed] => [
    `begin ${what} ${String(last)}${restart ? ' again' : ''}`,
    (side, number) => {
      const phone = {
        kind: 'phone',
        number: number.slice(0, -1) + String(last),
        channel: what,
      } as BeginRequest<'phone'>;
      const box = `${what}${String(last)}${number}@home.example`;
      const others: Readonly<Record<string, BeginRequest>> = {
        push: toPush,
        app: toApp,
        codes: { kind: 'recovery-codes' },
        questions: { kind: 'security-questions' },
        password: { kind: 'app-password', name: `Mail ${String(last)}` },
        mail: { kind: 'email', address: box },
        // The same mailbox in another dress.
        Mail: { kind: 'email', address: box.replace('home', 'Home') },
      };
      const request = others[what] ?? phone;
      const wish = restart ? { ...request, restart: true as const } : request;
      return side.see(side.hands.adapter.begin(wish, side.hands.options()));
    },
  ]);

/** Two questions and their answers: right, the same answer in another dress, and a question that nobody asked. */
const answerSets = {
  right: ['first-trip', 'Otaru', 'first-book', 'Momo'],
  twice: ['first-trip', 'Otaru', 'first-book', ' ｏｔａｒｕ'],
  unknown: ['first-trip', 'Otaru', 'constructor', 'Momo'],
} as const;

const answers = fc
  .tuple(back, fc.constantFrom('right', 'right', 'twice', 'unknown'))
  .map(([n, what]): [string, Deed] => [
    `answer ${what} ${String(n)}`,
    (side) => {
      const [first, one, second, other] = answerSets[what];
      const given = [
        { questionId: first, answer: one },
        { questionId: second, answer: other },
      ];
      const { adapter } = side.hands;
      return side.see(adapter.verify(side.id(n), { type: 'answers', answers: given }, side.hands.options()));
    },
  ]);

export const deeds: fc.Arbitrary<[string, Deed]> = fc.oneof(
  { arbitrary: begins, weight: 6 },
  { arbitrary: tokenBegins, weight: 3 },
  { arbitrary: answers, weight: 3 },
  {
    arbitrary: fc
      .tuple(back, fc.constantFrom('app', 'token', 'text', 'mail', 'mail', 'older', 'wrong', 'wrong', 'odd'))
      .map(([n, what]): [string, Deed] => [`type ${what} ${String(n)}`, (side) => side.type(n, what)]),
    weight: 6,
  },
  {
    arbitrary: back.map((n): [string, Deed] => [
      `acknowledge ${String(n)}`,
      (side) => side.see(side.hands.adapter.verify(side.id(n), { type: 'acknowledged' }, side.hands.options())),
    ]),
    weight: 3,
  },
  {
    arbitrary: fc
      .tuple(back, fc.constantFrom(undefined, undefined, 'sms', 'voice', 'email'))
      .map(([n, channel]): [string, Deed] => [
        `challenge ${String(n)} ${String(channel)}`,
        (side) => {
          const how = channel === undefined ? {} : { channel };
          return side.see(side.hands.adapter.challenge(side.id(n), how, side.hands.options()));
        },
      ]),
    weight: 5,
  },
  back.map((n): [string, Deed] => [
    `get ${String(n)}`,
    (side) => side.see(side.hands.adapter.get(side.id(n), side.hands.options())),
  ]),
  back.map((n): [string, Deed] => [
    `cancel ${String(n)}`,
    (side) => side.hands.adapter.cancel(side.id(n), side.hands.options()),
  ]),
  fc
    .constantFrom('app', 'phone', 'codes', 'none')
    .map((id): [string, Deed] => [`skip ${id}`, ({ hands }) => hands.adapter.skip(id, hands.options())]),
  nth.map((n): [string, Deed] => [
    `remove ${String(n)}`,
    async (side) => side.hands.adapter.remove((await method(side, n)).id, side.hands.options()),
  ]),
  fc.tuple(nth, fc.constantFrom(undefined, 'sms', 'voice')).map(([n, channel]): [string, Deed] => [
    `default ${String(n)} ${String(channel)}`,
    async (side) => {
      const ref = { methodId: (await method(side, n)).id, ...(channel !== undefined && { channel }) };
      return await side.hands.adapter.setDefault(ref, side.hands.options());
    },
  ]),
  { arbitrary: fc.constant<[string, Deed]>(['pair', (side) => side.pair()]), weight: 3 },
  {
    arbitrary: fc
      .constantFrom(true, true, false)
      .map((isRight): [string, Deed] => [`approve ${String(isRight)}`, (side) => side.approve(isRight)]),
    weight: 3,
  },
  fc.constant<[string, Deed]>(['deny', (side) => side.deny()]),
  {
    arbitrary: fc
      .constantFrom('answer', 'answer', '#', '#', '1', 'hangUp')
      .map((tap): [string, Deed] => [`tap ${tap}`, (side) => side.onCall(tap)]),
    weight: 4,
  },
  fc.constant<[string, Deed]>(['sign in again', ({ hands }) => hands.signInAgain()]),
);

export const waits = fc.constantFrom(0, 0, 0, 1_000, 5_000, 30_000, 46_000, 120_000, 660_000, 1_860_000);
