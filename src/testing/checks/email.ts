/** E-mail: whole addresses only, one mail per wish, no link in it, and good for recovery alone (R14, R34). */
import type { BeginRequest } from '../../contract/enrollment.js';
import { faultOf } from '../../contract/enrollment-error.js';
import { assert } from '../assert.js';
import { type Check, table } from '../check.js';
import { texts } from '../values.js';
import { begin, codeNext, mailsTo, register, requestFor, rightCode } from '../ways.js';

/** What people type, what would go to two people or add a header, and what is no address at all. */
const notAddresses: readonly string[] = [
  '',
  'mika',
  'mika@',
  '@home.example',
  'mika@home',
  'mi ka@home.example',
  'mika@home.example,taro@home.example',
  'mika@home.example\r\nBcc: taro@home.example',
  `${'m'.repeat(250)}@home.example`,
];

const japanese = /[\u3040-\u30ff\u4e00-\u9fff]/;

export const email: readonly Check[] = table([
  {
    id: 'email/one-mail',
    protectsFrom: 'a mail that does not come, or comes to somebody else',
    needs: ['email', 'mails'],
    run: async (person) => {
      const begun = await begin(person, 'email');
      const { length } = await mailsTo(person, person.hook('addresses').mailbox);
      assert.is(length, 1, 'one mail is on its way when begin answers');
      assert.is(codeNext(begun).delivery?.channel, 'email', 'and the answer says so');
    },
  },
  {
    id: 'email/no-link',
    protectsFrom: 'a filter that opens every link, and so confirms what nobody asked for',
    needs: ['email', 'mails'],
    run: async (person) => {
      await begin(person, 'email');
      const [mail] = await mailsTo(person, person.hook('addresses').mailbox);
      assert.that(mail !== undefined && !mail.text.includes('://'), 'a mail holds a code, and no link');
    },
  },
  {
    id: 'email/whole-address',
    protectsFrom: 'a mail to an address that was guessed, or to two people at once',
    needs: ['email', 'mails'],
    run: async (person) => {
      for (const address of notAddresses) {
        const request = { ...requestFor(person, 'email'), address } as BeginRequest;
        const fault = await assert.refused(person.begin(request), ['invalid_input'], 'only one whole address is taken');
        assert.is(fault.code === 'invalid_input' && fault.field, 'address', 'and the refusal is about the address');
      }
      assert.is((await person.lab.mails?.())?.length, 0, 'nothing was sent');
      assert.is((await person.load()).pending.length, 0, 'nothing was opened');
    },
  },
  {
    id: 'email/organization',
    protectsFrom: 'recovery by a mailbox that is locked together with the account',
    needs: ['email', 'mails', 'refusedAddress'],
    run: async (person) => {
      const { refused = '' } = person.hook('addresses');
      for (const address of [refused, refused.toUpperCase()]) {
        const begun = begin(person, 'email', address);
        await assert.refused(begun, ['invalid_input'], "an address of the organisation's own is refused");
        assert.is((await mailsTo(person, address)).length, 0, 'nothing was sent');
      }
    },
  },
  {
    id: 'email/other-address',
    protectsFrom: 'an address that is confirmed by the code for another one',
    needs: ['email', 'mails'],
    run: async (person) => {
      const code = await rightCode(person, await begin(person, 'email'));
      const { other } = person.hook('addresses');
      const after = await begin(person, 'email', other);
      assert.is((await mailsTo(person, other)).length, 1, 'the second address gets a mail of its own');
      if (code === (await rightCode(person, after))) assert.skip('both codes are the same by chance');
      await assert.typed(person.type(after.id, code), 'the code for the first is worth nothing for the second');
      assert.is((await person.load()).methods.length, 0, 'nothing was registered');
    },
  },
  {
    id: 'email/same-address-twice',
    protectsFrom: 'an address that stands in the list twice, or an error that says nothing',
    needs: ['email', 'clock'],
    run: async (person) => {
      await register(person, 'email');
      await person.pass(120_000);
      const again = await register(person, 'email').catch((thrown: unknown) => faultOf(thrown));
      assert.that(again !== undefined, 'it is registered again, or refused with a fault');
      const addresses = (await person.load()).methods.filter(({ kind }) => kind === 'email');
      assert.is(addresses.length, 1, 'it stands in the list once');
    },
  },
  {
    id: 'email/recovery-only',
    protectsFrom: 'an account that is worth no more than a mailbox',
    needs: ['email'],
    run: async (person) => {
      const { id } = await register(person, 'email');
      const { methods, defaultMethod } = await person.load();
      const method = methods.find((one) => one.id === id);
      assert.same(method?.usage, ['recovery'], 'it is good for recovery, and for nothing else');
      assert.is(method?.canBeDefault, false, 'it cannot be the default');
      assert.that(defaultMethod?.methodId !== id, 'and is not');
    },
  },
  {
    id: 'email/masked',
    protectsFrom: 'a whole address on a page that anybody may look at',
    needs: ['email'],
    run: async (person) => {
      const { mailbox } = person.hook('addresses');
      const begun = await begin(person, 'email');
      const open = await person.load();
      await person.type(begun.id, await rightCode(person, begun));
      const heard = texts([begun, open, await person.load()]);
      assert.that(!heard.some((text) => text.includes(mailbox)), 'no answer holds the whole address');
    },
  },
  {
    id: 'email/locale',
    protectsFrom: 'mails in a language that the person does not read',
    needs: ['email', 'mails'],
    run: async (person) => {
      const { mailbox, other } = person.hook('addresses');
      await begin(person, 'email');
      person.locale = 'ja';
      await begin(person, 'email', other);
      const [english] = await mailsTo(person, mailbox);
      const [translated] = await mailsTo(person, other);
      assert.that(english !== undefined && translated !== undefined, 'both addresses were mailed');
      assert.that(!japanese.test(english.subject + english.text), 'a mail in English is in English');
      assert.that(
        japanese.test(translated.subject) && japanese.test(translated.text),
        'one in Japanese is in Japanese',
      );
    },
  },
]);
