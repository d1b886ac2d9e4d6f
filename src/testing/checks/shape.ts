/** Answers have the form that the contract says: a page is drawn from them without looking twice. */
import type { Enrollment } from '../../contract/enrollment.js';
import { faultOf } from '../../contract/enrollment-error.js';
import type { OptionalCall, SecurityInfo } from '../../contract/security-info.js';
import { infoProblem, problemIn } from '../answer-shape.js';
import { assert } from '../assert.js';
import { type Check, type Way, table } from '../check.js';
import { begin, register } from '../ways.js';
import { noMethod, nobody, tour } from '../tour.js';
import type { Heard, Visit } from '../visit.js';

const informing: readonly Heard['call'][] = ['load', 'setDefault', 'remove', 'skip', 'complete'];

const registered = (way: Way): Check => ({
  id: `shape/registered-${way}`,
  protectsFrom: 'a method that is confirmed and then not found in the list',
  needs: [way],
  run: async (person) => {
    const method = await register(person, way);
    const { methods, requirements, pending } = await person.load();
    const listed = methods.filter(({ id }) => id === method.id);
    assert.is(listed.length, 1, 'load lists the registered method once');
    assert.same(listed[0], method, 'load lists the method as done named it');
    const offers = requirements.filter(({ anyOf }) => anyOf.some(({ kind }) => kind === method.kind));
    assert.that(
      offers.length === 0 || offers.some(({ status }) => status === 'satisfied'),
      'its requirement is satisfied',
    );
    // What the backend opened after it is another one.
    const own = pending.filter(({ follows }) => follows === undefined);
    assert.is(own.length, 0, 'nothing is left open');
  },
});

/** What each optional call is called with, when nothing is meant by it. */
const trifles: Readonly<Record<OptionalCall, (person: Visit) => Promise<unknown> | undefined>> = {
  get: (v) => v.adapter.get?.(nobody, v.options()),
  challenge: (v) => v.adapter.challenge?.(nobody, {}, v.options()),
  cancel: (v) => v.adapter.cancel?.(nobody, v.options()),
  setDefault: (v) => v.adapter.setDefault?.({ methodId: noMethod }, v.options()),
  remove: (v) => v.adapter.remove?.(noMethod, v.options()),
  skip: (v) => v.adapter.skip?.('no-such-requirement', v.options()),
  reauthenticate: (v) => v.adapter.reauthenticate?.({ password: '' }, v.options()),
  complete: (v) => v.adapter.complete?.(v.options()),
};

export const shape: readonly Check[] = table([
  {
    id: 'shape/load',
    protectsFrom: 'a first page that cannot be drawn',
    needs: [],
    run: async (person) => {
      const problem = infoProblem(await person.load());
      assert.that(problem === undefined, `load: ${problem ?? ''}`);
    },
  },
  {
    id: 'shape/answers',
    protectsFrom: 'a page in the middle that cannot be drawn',
    needs: [],
    run: async (person) => {
      const problem = (await tour(person)).map(problemIn).find((found) => found !== undefined);
      assert.that(problem === undefined, problem ?? '');
    },
  },
  {
    id: 'shape/same-enrollment',
    protectsFrom: 'answers about another enrolment than the one that was asked about',
    needs: ['get'],
    run: async (person) => {
      for (const { call, answer } of await tour(person)) {
        if (call !== 'get' && call !== 'verify' && call !== 'challenge') continue;
        const { id, kind } = (answer ?? {}) as Partial<Enrollment>;
        const begun = person.heard.flatMap((one) =>
          one.call === 'begin' && one.answer ? [one.answer as Enrollment] : [],
        );
        const known = id === undefined || begun.some((one) => one.id === id && one.kind === kind);
        assert.that(known, `${call} answers with the id and the kind that begin gave`);
      }
    },
  },
  {
    id: 'shape/pending',
    protectsFrom: 'a reload that forgets what was begun',
    needs: ['totp'],
    run: async (person) => {
      const { id, kind } = await begin(person, 'totp');
      const info = await person.load();
      const problem = infoProblem(info);
      assert.that(problem === undefined, `load: ${problem ?? ''}`);
      const listed = info.pending.filter((one) => one.id === id && one.kind === kind);
      assert.is(listed.length, 1, 'load lists the open enrolment once');
    },
  },
  {
    id: 'shape/pending-get',
    protectsFrom: 'a reload that finds an enrolment and cannot go on with it',
    needs: ['totp', 'get'],
    run: async (person) => {
      const begun = await begin(person, 'totp');
      const { id, next } = await person.get(begun.id);
      assert.is(id, begun.id, 'get answers with the enrolment that was asked for');
      assert.same(next, begun.next, 'get says the same as begin');
    },
  },
  {
    id: 'shape/absent',
    protectsFrom: 'a control that is shown and breaks when it is used',
    needs: [],
    run: async (person) => {
      for (const name of person.info.absent ?? []) {
        const call = Object.hasOwn(trifles, name) ? trifles[name](person) : Promise.resolve();
        if (call === undefined) continue;
        await assert.refused(call, ['unsupported'], `${name}, which load calls absent, is refused`);
      }
    },
  },
  {
    id: 'shape/absent-stays',
    protectsFrom: 'a control that comes back after a while, and breaks when it is used',
    needs: [],
    run: async (person) => {
      const lacking = ({ absent = [] }: SecurityInfo): readonly OptionalCall[] => [...absent].sort();
      for (const { call, answer } of await tour(person)) {
        if (answer === undefined || !informing.includes(call)) continue;
        assert.same(lacking(answer as SecurityInfo), lacking(person.info), `${call} calls absent what load does`);
      }
    },
  },
  {
    id: 'shape/then',
    protectsFrom: 'a next step that is announced and cannot be opened',
    needs: ['totp', 'get'],
    run: async (person) => {
      const answers = await tour(person);
      const then = answers.flatMap(({ answer }) => {
        const { next } = (answer ?? {}) as Partial<Enrollment>;
        return next?.type === 'done' && next.then !== undefined ? [next.then] : [];
      });
      const [first] = then;
      if (first === undefined) assert.skip('nothing that is registered here opens another enrolment');
      const opened = await person.get(first.id).catch((thrown: unknown) => faultOf(thrown)?.code);
      assert.that(
        typeof opened === 'object' && opened.kind === first.kind,
        'the enrolment named by then can be opened',
      );
    },
  },
  registered('totp'),
  registered('sms'),
  registered('email'),
  registered('push'),
  registered('passkey'),
]);
