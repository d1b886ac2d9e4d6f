/** Every value is JSON-safe and nobody's to change: one interface serves a browser, a server, and the wire between. */
import type { EnrollmentFault } from '../../contract/fault.js';
import { faultOf } from '../../contract/enrollment-error.js';
import { assert } from '../assert.js';
import { type Check, table } from '../check.js';
import { tour } from '../tour.js';
import { frozen, notJson, same, wipe } from '../values.js';
import { begin, codeNext, doneMethod, requestFor, rightCode } from '../ways.js';

export const json: readonly Check[] = table([
  {
    id: 'json/answers',
    protectsFrom: 'dates, maps and holes that do not survive the way from a server',
    needs: [],
    run: async (person) => {
      for (const { call, answer } of await tour(person)) {
        if (answer === undefined) continue;
        const where = notJson(answer);
        assert.that(where === undefined, `${call} answers plain JSON (${where ?? ''})`);
        assert.same(JSON.parse(JSON.stringify(answer)), answer, `${call} answers the same after a way through JSON`);
      }
    },
  },
  {
    id: 'json/faults',
    protectsFrom: 'refusals that lose their meaning on the way from a server',
    needs: [],
    run: async (person) => {
      for (const { call, thrown } of await tour(person)) {
        const fault: EnrollmentFault | undefined = faultOf(thrown);
        if (fault === undefined) continue;
        const where = notJson(fault);
        assert.that(where === undefined, `${call} refuses with plain JSON (${where ?? ''})`);
      }
    },
  },
  {
    id: 'json/frozen-requests',
    protectsFrom: 'an adapter that writes into what it is given',
    needs: ['totp'],
    run: async (person) => {
      const request = frozen(requestFor(person, 'totp'));
      // A signal is no plain value, and is left as it is.
      const begun = await person.begin(request, Object.freeze(person.options()));
      const proof = frozen({ type: 'code', code: await rightCode(person, begun) } as const);
      const done = await person.verify(begun.id, proof, Object.freeze(person.options()));
      assert.is(done.next.type, 'done', 'frozen requests are taken');
    },
  },
  {
    id: 'json/frozen-answers',
    protectsFrom: 'an adapter that goes on writing into what it has answered',
    needs: ['totp'],
    run: async (person) => {
      frozen(await person.load());
      const begun = frozen(await begin(person, 'totp'));
      frozen(await begin(person, 'totp'));
      const done = frozen(await person.type(begun.id, await rightCode(person, begun)));
      assert.is(done.next.type, 'done', 'an answer may be frozen');
      const after = await person.load();
      assert.is(after.methods.length, 1, 'and what came of it is listed');
    },
  },
  {
    id: 'json/own-answers',
    protectsFrom: 'an adapter that hands out its memory, so that a change on the page changes the account',
    needs: ['totp'],
    run: async (person) => {
      const begun = await begin(person, 'totp');
      const kept: unknown = JSON.parse(JSON.stringify(begun.next));
      wipe(begun);
      const info = await person.load();
      const requirements: unknown = JSON.parse(JSON.stringify(info.requirements));
      wipe(info);
      assert.same((await person.load()).requirements, requirements, 'load says what it said before');
      assert.that(same((await begin(person, 'totp')).next, kept), 'begin says what it said before');
    },
  },
  {
    id: 'json/wiped-requests',
    protectsFrom: 'an adapter that reads what was typed after the page has wiped it',
    needs: ['totp'],
    run: async (person) => {
      const request = requestFor(person, 'totp');
      const beginning = person.begin(request);
      wipe(request);
      const begun = await beginning;
      codeNext(begun);
      const proof = { type: 'code' as const, code: await rightCode(person, begun) };
      const verifying = person.verify(begun.id, proof);
      wipe(proof);
      doneMethod(await verifying);
      assert.is((await person.load()).methods.length, 1, 'what was handed in counts, and not what it became');
    },
  },
]);
