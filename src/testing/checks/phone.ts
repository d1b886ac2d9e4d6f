/** Phones: only numbers in full are taken, one text per wish, and a code belongs to the number that it went to (R5, R28). */
import type { BeginRequest, Offer } from '../../contract/enrollment.js';
import { faultOf } from '../../contract/enrollment-error.js';
import { assert } from '../assert.js';
import { type Check, table } from '../check.js';
import type { Visit } from '../visit.js';
import { begin, codeNext, register, requestFor, rightCode, textsTo } from '../ways.js';

/** What people type, and what is no number at all. */
const notE164: readonly string[] = [
  '09012345678',
  '+81 90 1234 5678',
  '+81',
  '+0123456789',
  '+8190123456789012345',
  'abc',
  '',
];

const japanese = /[\u3040-\u30ff\u4e00-\u9fff]/;

/** The offer of a phone that says so. */
function flagged({ info }: Visit, flag: 'extension' | 'alternate'): Offer<'phone'> | undefined {
  const offers = info.requirements.flatMap(({ anyOf }) => anyOf);
  return offers.find((offer): offer is Offer<'phone'> => offer.kind === 'phone' && flag in offer);
}

function callAt(person: Visit, { offerId }: Offer<'phone'>): BeginRequest<'phone'> {
  const { other: number } = person.hook('numbers');
  return { kind: 'phone', number, channel: 'voice', ...(offerId !== undefined && { offerId }) };
}

export const phone: readonly Check[] = table([
  {
    id: 'phone/one-text',
    protectsFrom: 'a text that does not come, or comes to somebody else',
    needs: ['sms', 'texts'],
    run: async (person) => {
      const { mobile } = person.hook('numbers');
      const begun = await begin(person, 'sms');
      assert.is((await textsTo(person, mobile)).length, 1, 'one text is on its way when begin answers');
      assert.is(codeNext(begun).delivery?.channel, 'sms', 'and the answer says so');
    },
  },
  {
    id: 'phone/e164',
    protectsFrom: 'a text to a number that was guessed from half of one',
    needs: ['sms', 'texts'],
    run: async (person) => {
      for (const number of notE164) {
        const request = { ...requestFor(person, 'sms'), number } as BeginRequest;
        const fault = await assert.refused(person.begin(request), ['invalid_input'], 'only E.164 is taken');
        const field = fault.code === 'invalid_input' ? fault.field : undefined;
        assert.is(field, 'number', 'and the refusal is about the number');
        assert.is((await textsTo(person, number)).length, 0, 'nothing was sent');
      }
      assert.is((await person.load()).pending.length, 0, 'nothing was opened');
    },
  },
  {
    id: 'phone/other-number',
    protectsFrom: 'a number that is confirmed by the code for another one',
    needs: ['sms', 'texts'],
    run: async (person) => {
      const before = await begin(person, 'sms');
      const code = await rightCode(person, before);
      const { other } = person.hook('numbers');
      const after = await begin(person, 'sms', other);
      assert.is((await textsTo(person, other)).length, 1, 'the second number gets a text of its own');
      if (code === (await rightCode(person, after))) assert.skip('both codes are the same by chance');
      await assert.typed(person.type(after.id, code), 'the code for the first number is worth nothing for the second');
      if (after.id !== before.id) {
        await assert.refused(person.type(before.id, code), ['enrollment_gone'], 'the first enrolment is over');
      }
      assert.is((await person.load()).methods.length, 0, 'nothing was registered');
      assert.is((await person.load()).pending.length, 1, 'one is open');
    },
  },
  {
    id: 'phone/same-number-twice',
    protectsFrom: 'a phone that stands in the list twice, or an error that says nothing',
    needs: ['sms', 'clock'],
    run: async (person) => {
      await register(person, 'sms');
      await person.pass(120_000);
      const again = await register(person, 'sms').catch((thrown: unknown) => faultOf(thrown));
      assert.that(again !== undefined, 'it is registered again, or refused with a fault');
      const phones = (await person.load()).methods.filter(({ kind }) => kind === 'phone');
      assert.is(phones.length, 1, 'it stands in the list once');
    },
  },
  {
    id: 'phone/refused-number-keeps-open',
    protectsFrom: 'losing a good code by a slip in the next number',
    needs: ['sms'],
    run: async (person) => {
      const begun = await begin(person, 'sms');
      const code = await rightCode(person, begun);
      const request = { ...requestFor(person, 'sms'), number: 'abc' } as BeginRequest;
      await assert.typed(person.begin(request), 'what is no number is refused');
      const done = await person.type(begun.id, code);
      assert.is(done.next.type, 'done', 'and the code for the first number still counts');
    },
  },
  {
    id: 'phone/landline',
    protectsFrom: 'waiting for a text that cannot come',
    needs: ['sms', 'texts', 'landline'],
    run: async (person) => {
      const { landline = '' } = person.hook('numbers');
      const call = begin(person, 'sms', landline);
      const expected = ['invalid_input', 'undeliverable'] as const;
      await assert.refused(call, expected, 'a number that cannot be texted is not texted');
      assert.is((await textsTo(person, landline)).length, 0, 'nothing was sent');
    },
  },
  {
    id: 'phone/other-kind-of-channel',
    protectsFrom: 'a message by a way that the organisation does not offer',
    needs: ['sms', 'texts'],
    run: async (person) => {
      const request = { ...requestFor(person, 'sms'), channel: 'smoke' } as unknown as BeginRequest;
      await assert.typed(person.begin(request), 'a channel that is not offered is refused');
      assert.is((await textsTo(person, person.hook('numbers').mobile)).length, 0, 'nothing was sent');
    },
  },
  {
    id: 'phone/extension',
    protectsFrom: 'a call that ends at the switchboard of the office',
    needs: ['voice'],
    run: async (person) => {
      const offer = flagged(person, 'extension') ?? assert.skip('nobody is offered a phone with an extension');
      const request: BeginRequest = { ...callAt(person, offer), extension: '41' };
      for (const extension of ['4x1', '-1', '12345678'])
        await assert.refused(person.begin({ ...request, extension }), ['invalid_input'], 'an extension has digits');
      await person.begin(request);
      const call = (await person.hook('line').calls()).at(-1);
      assert.is(call?.extension, '41', 'the extension is dialled');
    },
  },
  {
    id: 'phone/alternate',
    protectsFrom: 'a second number that stands alone, or is the first one once more',
    needs: ['voice', 'sms'],
    run: async (person) => {
      const offer = flagged(person, 'alternate') ?? assert.skip('nobody is offered an alternate phone');
      const { mobile } = person.hook('numbers');
      await assert.refused(person.begin(callAt(person, offer)), ['prerequisite'], 'another phone has to stand first');
      await register(person, 'sms');
      const same = person.begin({ ...callAt(person, offer), number: mobile });
      await assert.refused(same, ['invalid_input', 'conflict'], 'the first number is not taken twice');
      const { kind } = await person.begin(callAt(person, offer));
      assert.is(kind, 'phone', 'another one is');
    },
  },
  {
    id: 'phone/locale',
    protectsFrom: 'texts in a language that the person does not read',
    needs: ['sms', 'texts'],
    run: async (person) => {
      const { mobile, other } = person.hook('numbers');
      await begin(person, 'sms');
      person.locale = 'ja';
      await begin(person, 'sms', other);
      const [english] = await textsTo(person, mobile);
      const [translated] = await textsTo(person, other);
      assert.that(english !== undefined && translated !== undefined, 'both numbers were texted');
      assert.that(!japanese.test(english.text), 'a text in English is in English');
      assert.that(japanese.test(translated.text), 'a text in Japanese is in Japanese');
    },
  },
]);
