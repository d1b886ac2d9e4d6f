/** Numbers, codes and secrets stand only where they are shown (R35, R44): never in lists, ids, labels or refusals. */
import { faultOf } from '../../contract/enrollment-error.js';
import { assert } from '../assert.js';
import { type Check, table } from '../check.js';
import { nobody } from '../tour.js';
import { texts } from '../values.js';
import { begin, codeNext, provisionOf, register, requestFor, rightCode, typed, wrongCode } from '../ways.js';

/** Whether a text holds so much of a number that it can be called: its last seven digits, however they are grouped. */
function tells(value: unknown, number: string): boolean {
  const end = number.replace(/\D/g, '').slice(-7);
  return texts(value).some((text) => text.replace(/[^\d*]/g, '').includes(end));
}

const holds = (value: unknown, secret: string): boolean => texts(value).some((text) => text.includes(secret));

export const masking: readonly Check[] = table([
  {
    id: 'masking/load',
    protectsFrom: 'a whole phone number on a page that anybody may look at',
    needs: ['sms'],
    run: async (person) => {
      const { mobile } = person.hook('numbers');
      await begin(person, 'sms');
      assert.that(!tells(await person.load(), mobile), 'load holds no whole number while it is proved');
      await register(person, 'sms');
      assert.that(!tells(await person.load(), mobile), 'load holds no whole number once it is registered');
    },
  },
  {
    id: 'masking/answers',
    protectsFrom: 'a whole phone number in an answer about an enrolment',
    needs: ['sms'],
    run: async (person) => {
      const { mobile } = person.hook('numbers');
      const begun = await begin(person, 'sms');
      assert.that(!tells(begun, mobile), 'begin answers with a masked number');
      const done = await person.type(begun.id, await rightCode(person, begun));
      assert.that(!tells(done, mobile), 'done answers with a masked number');
    },
  },
  {
    id: 'masking/load-secret',
    protectsFrom: 'a secret that is sent to pages that do not show it',
    needs: ['totp'],
    run: async (person) => {
      const begun = await begin(person, 'totp');
      const { uri, manual } = provisionOf(begun);
      const secrets = [uri, ...manual.filter(({ name }) => name === 'secret').map(({ value }) => value)];
      const info = await person.load();
      assert.that(!secrets.some((secret) => holds(info, secret)), 'load holds no secret of an open enrolment');
      assert.that(!secrets.some((secret) => secret.includes(begun.id)), 'the id of an enrolment is no secret');
    },
  },
  {
    id: 'masking/after-done',
    protectsFrom: 'a secret that can be read after it was confirmed',
    needs: ['totp', 'get'],
    run: async (person) => {
      const options = person.options();
      const begun = await person.begin(requestFor(person, 'totp'), options);
      const { uri } = provisionOf(begun);
      const done = await person.type(begun.id, await rightCode(person, begun));
      const later = await person.get(begun.id).catch((thrown: unknown) => faultOf(thrown));
      const repeated = await person
        .begin(requestFor(person, 'totp'), options)
        .catch((thrown: unknown) => faultOf(thrown));
      assert.that(!holds(done, uri), 'done holds no secret');
      assert.that(!holds(later, uri), 'get holds no secret any more');
      assert.that(!holds(repeated, uri), 'begin under its old key holds no secret any more');
      assert.that(!holds(await person.load(), uri), 'load holds no secret');
    },
  },
  {
    id: 'masking/codes',
    protectsFrom: 'a code that can be read without having the phone',
    needs: ['sms'],
    run: async (person) => {
      const begun = await begin(person, 'sms');
      const code = await rightCode(person, begun);
      const answers = [begun, await begin(person, 'sms'), await person.load()];
      assert.that(!answers.some((answer) => holds(answer, code)), 'no answer holds the code that was sent');
    },
  },
  ...typed.map((way): Check => ({
    id: `masking/faults-${way}`,
    protectsFrom: 'a number, code or secret that gets into a log with an error',
    needs: [way],
    run: async (person) => {
      const begun = await begin(person, way);
      const { provision } = codeNext(begun);
      const code = wrongCode(await rightCode(person, begun));
      const thrown: unknown[] = [];
      for (const [id, text] of [
        [begun.id, code],
        [nobody, code],
        [begun.id, `${code}${code}`],
      ] as const) {
        await person.type(id, text).catch((reason: unknown) => thrown.push(reason));
      }
      for (const reason of thrown) {
        const said = [String(reason), ...texts(faultOf(reason))];
        const secrets = [code, ...(provision === undefined ? [] : [provision.uri])];
        assert.that(!secrets.some((secret) => holds(said, secret)), 'a refusal quotes neither code nor secret');
        const number = person.lab.numbers?.mobile;
        assert.that(number === undefined || !tells(said, number), 'a refusal quotes no number');
      }
    },
  })),
]);
