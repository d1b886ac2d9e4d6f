/** Refusals are data with a code of the closed list (R82): whatever is handed in, nothing raw comes back. */
import type { BeginRequest, Proof } from '../../contract/enrollment.js';
import { faultOf } from '../../contract/enrollment-error.js';
import { assert } from '../assert.js';
import { type Check, table } from '../check.js';
import { faultProblem } from '../fault-shape.js';
import { tour } from '../tour.js';
import { begin, requestFor, rightCode, typed } from '../ways.js';

/** What no widget sends, and what a page of somebody else might. */
const oddCodes: readonly string[] = [
  '',
  ' ',
  '12',
  'abcdef',
  '🙂🙂🙂🙂🙂🙂',
  '-1e5',
  '\u0000\u0000',
  '9'.repeat(10_000),
];
/** Made anew each time, because an adapter may write into them. */
const oddProofs = (): readonly unknown[] => [
  {},
  { type: 'code' },
  { type: 'code', code: 123_456 },
  { type: 'acknowledged' },
];

export const faults: readonly Check[] = table([
  {
    id: 'faults/closed-list',
    protectsFrom: 'a refusal that no page has words for',
    needs: [],
    run: async (person) => {
      for (const { call, thrown } of await tour(person)) {
        if (thrown === undefined) continue;
        const fault = faultOf(thrown);
        assert.that(fault !== undefined, `${call} refuses with an EnrollmentError, and with nothing raw`);
        const problem = faultProblem(fault);
        assert.that(problem === undefined, `${call}: ${problem ?? ''}`);
      }
    },
  },
  {
    id: 'faults/unknown-kind',
    protectsFrom: 'a crash when a page knows a method that the backend does not',
    needs: [],
    run: async (person) => {
      // A page of another version may ask for what is no row of the table here.
      const request = { kind: 'carrier-pigeon' } as unknown as BeginRequest;
      const expected = ['method_unavailable', 'unsupported'] as const;
      await assert.refused(person.begin(request), expected, 'an unknown kind is refused');
    },
  },
  {
    id: 'faults/unknown-offer',
    protectsFrom: 'a method registered under a rule that the organisation never made',
    needs: ['totp'],
    run: async (person) => {
      const request = { ...requestFor(person, 'totp'), offerId: 'no-such-offer' } as BeginRequest;
      await assert.refused(person.begin(request), ['method_unavailable'], 'an offer that nobody made is refused');
      assert.is((await person.load()).pending.length, 0, 'nothing was opened');
    },
  },
  ...typed.flatMap((way): Check[] => [
    {
      id: `faults/odd-codes-${way}`,
      protectsFrom: 'a crash, or a way in, by something that is no code',
      needs: [way],
      run: async (person) => {
        const { id } = await begin(person, way);
        for (const code of oddCodes) {
          const fault = await assert.typed(person.type(id, code), 'what is no code is refused');
          const problem = faultProblem(fault);
          assert.that(problem === undefined, problem ?? '');
        }
        assert.is((await person.load()).methods.length, 0, 'nothing was registered');
      },
    },
    {
      id: `faults/odd-proofs-${way}`,
      protectsFrom: 'a crash, or a way in, by a proof of another form',
      needs: [way],
      run: async (person) => {
        const { id } = await begin(person, way);
        for (const proof of oddProofs()) {
          // Sent on purpose as what it is not.
          await assert.typed(person.verify(id, proof as Proof), 'what is no proof is refused');
        }
        assert.is((await person.load()).methods.length, 0, 'nothing was registered');
      },
    },
  ]),
  {
    id: 'faults/other-code',
    protectsFrom: 'a code of one method that counts for another',
    needs: ['totp', 'sms'],
    run: async (person) => {
      const app = await begin(person, 'totp');
      const phone = await begin(person, 'sms');
      const shown = await rightCode(person, app);
      const sent = await rightCode(person, phone);
      if (shown === sent) assert.skip('both codes are the same by chance');
      await assert.typed(person.type(app.id, sent), 'the code of the text is refused for the app');
      await assert.typed(person.type(phone.id, shown), 'the code of the app is refused for the phone');
      assert.is((await person.load()).methods.length, 0, 'nothing was registered');
    },
  },
]);
