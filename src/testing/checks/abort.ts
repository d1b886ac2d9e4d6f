/** A call that nobody waits for any more ends at once, with the reason of its signal and not with a refusal (R71). */
import type { WriteOptions } from '../../contract/adapter.js';
import { assert, Failure } from '../assert.js';
import { type Check, table } from '../check.js';
import { noMethod, nobody } from '../tour.js';
import type { Visit } from '../visit.js';
import { begin, requestFor, rightCode, textsTo } from '../ways.js';

type Calls = Readonly<Record<string, (options: WriteOptions) => Promise<unknown>>>;

/** Every call that this adapter has, made so that nothing comes of it. */
function allCalls(person: Visit): Calls {
  const rows: Record<string, ((options: WriteOptions) => Promise<unknown>) | false> = {
    load: (options) => person.load(options),
    verify: (options) => person.type(nobody, '123456', options),
    get: person.can('get') && ((options) => person.get(nobody, options)),
    challenge: person.can('challenge') && ((options) => person.challenge(nobody, {}, options)),
    cancel: person.can('cancel') && ((options) => person.cancel(nobody, options)),
    setDefault: person.can('setDefault') && ((options) => person.setDefault({ methodId: noMethod }, options)),
    remove: person.can('remove') && ((options) => person.remove(noMethod, options)),
    skip: person.can('skip') && ((options) => person.skip('no-such-requirement', options)),
    complete: person.can('complete') && ((options) => person.complete(options)),
  };
  return Object.fromEntries(Object.entries(rows).flatMap(([name, call]) => (call === false ? [] : [[name, call]])));
}

async function rejectsWith(reason: Error, call: Promise<unknown>, name: string): Promise<void> {
  const outcome: unknown = await call.then(
    () => 'answered',
    (thrown: unknown) => thrown,
  );
  if (outcome instanceof Failure) throw outcome;
  assert.that(outcome !== 'answered', `${name} does not answer when it is aborted`);
  assert.that(outcome === reason, `${name} rejects with the signal's own reason`);
}

export const abort: readonly Check[] = table([
  {
    id: 'abort/before',
    protectsFrom: 'calls that go out for a page that is gone',
    needs: [],
    run: async (person) => {
      for (const [name, call] of Object.entries(allCalls(person))) {
        const reason = new Error('the page is gone');
        await rejectsWith(reason, call(person.options({ signal: AbortSignal.abort(reason) })), name);
      }
    },
  },
  {
    id: 'abort/during',
    protectsFrom: 'a late answer that changes a page where nobody waits for it',
    needs: [],
    run: async (person) => {
      for (const [name, call] of Object.entries(allCalls(person))) {
        const controller = new AbortController();
        const reason = new Error('the person went back');
        const pending = call(person.options({ signal: controller.signal }));
        controller.abort(reason);
        await rejectsWith(reason, pending, name);
      }
    },
  },
  {
    id: 'abort/begin-sends-nothing',
    protectsFrom: 'a text for a page that was left before it asked',
    needs: ['sms', 'texts'],
    run: async (person) => {
      const reason = new Error('the page is gone');
      const options = person.options({ signal: AbortSignal.abort(reason) });
      await rejectsWith(reason, person.begin(requestFor(person, 'sms'), options), 'begin');
      const { mobile } = person.hook('numbers');
      assert.is((await textsTo(person, mobile)).length, 0, 'nothing was sent');
      assert.is((await person.load()).pending.length, 0, 'nothing was opened');
    },
  },
  {
    id: 'abort/then-again',
    protectsFrom: 'a second text, or no text at all, when somebody goes back and comes again',
    needs: ['sms', 'texts'],
    run: async (person) => {
      const controller = new AbortController();
      const reason = new Error('the person went back');
      const options = person.options({ signal: controller.signal });
      const pending = person.begin(requestFor(person, 'sms'), options);
      controller.abort(reason);
      await rejectsWith(reason, pending, 'begin');
      const { idempotencyKey } = options;
      const begun = await person.begin(requestFor(person, 'sms'), person.options({ idempotencyKey }));
      assert.is((await textsTo(person, person.hook('numbers').mobile)).length, 1, 'one text was sent');
      const done = await person.type(begun.id, await rightCode(person, begun));
      assert.is(done.next.type, 'done', 'the code of that text is right');
    },
  },
  {
    id: 'abort/others-go-on',
    protectsFrom: 'one aborted call that takes another one with it',
    needs: ['totp'],
    run: async (person) => {
      const controller = new AbortController();
      const aborted = person.load(person.options({ signal: controller.signal }));
      const other = begin(person, 'totp');
      const reason = new Error('the person went back');
      controller.abort(reason);
      await rejectsWith(reason, aborted, 'load');
      assert.is((await other).next.type, 'code', 'the other call is answered');
    },
  },
]);
