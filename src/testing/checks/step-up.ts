/** Step-up (R7): writes wait until the person proved again who they are, and then go on with their old key. */
import { assert } from '../assert.js';
import { type Check, table } from '../check.js';
import { begin, requestFor, rightCode, textsTo } from '../ways.js';

export const stepUp: readonly Check[] = table([
  {
    id: 'step-up/password',
    protectsFrom: 'losing what was typed because the password had to be asked for',
    needs: ['totp', 'requireStepUp', 'reauthenticate', 'password'],
    run: async (person) => {
      await person.lab.requireStepUp?.();
      const options = person.options();
      const request = requestFor(person, 'totp');
      const fault = await assert.refused(person.begin(request, options), ['reauth_required'], 'a write waits');
      const how = fault.code === 'reauth_required' ? fault.how.kind : undefined;
      assert.is(how, 'password', 'and says what is asked for');
      await person.reauthenticate(person.hook('password'));
      const begun = await person.begin(request, options);
      const done = await person.type(begun.id, await rightCode(person, begun));
      assert.is(done.next.type, 'done', 'the same key works, and the rest with it');
    },
  },
  {
    id: 'step-up/wrong-password',
    protectsFrom: 'a password page that anything gets past',
    needs: ['totp', 'requireStepUp', 'reauthenticate', 'password'],
    run: async (person) => {
      await person.lab.requireStepUp?.();
      const wrong = person.reauthenticate(`${person.hook('password')}!`);
      const fault = await assert.refused(wrong, ['invalid_input'], 'a wrong password is called one');
      const field = fault.code === 'invalid_input' ? fault.field : undefined;
      assert.is(field, 'password', 'at its field');
      const begun = begin(person, 'totp');
      await assert.refused(begun, ['reauth_required'], 'and nothing goes on with it');
    },
  },
  {
    id: 'step-up/sends-nothing',
    protectsFrom: 'texts that anybody at an open computer can have sent',
    needs: ['sms', 'texts', 'requireStepUp'],
    run: async (person) => {
      await person.lab.requireStepUp?.();
      await assert.refused(begin(person, 'sms'), ['reauth_required'], 'begin waits');
      assert.is((await textsTo(person, person.hook('numbers').mobile)).length, 0, 'nothing was sent');
      assert.is((await person.load()).pending.length, 0, 'nothing was opened');
    },
  },
  {
    id: 'step-up/middle',
    protectsFrom: 'a right code that is lost because the password had to be asked for',
    needs: ['totp', 'requireStepUp', 'reauthenticate', 'password'],
    run: async (person) => {
      const begun = await begin(person, 'totp');
      await person.lab.requireStepUp?.();
      const options = person.options();
      const code = await rightCode(person, begun);
      await assert.refused(person.type(begun.id, code, options), ['reauth_required'], 'verify waits');
      assert.is((await person.load()).methods.length, 0, 'nothing was registered');
      await person.reauthenticate(person.hook('password'));
      const done = await person.type(begun.id, code, options);
      assert.is(done.next.type, 'done', 'the same code under the same key is right');
    },
  },
  {
    id: 'step-up/signed-in-again',
    protectsFrom: 'a person who signed in again and is asked once more',
    needs: ['totp', 'requireStepUp', 'signInAgain'],
    run: async (person) => {
      await person.lab.requireStepUp?.();
      const options = person.options();
      const request = requestFor(person, 'totp');
      await assert.refused(person.begin(request, options), ['reauth_required'], 'a write waits');
      await person.lab.signInAgain?.();
      const begun = await person.begin(request, options);
      assert.is(begun.next.type, 'code', 'the same key works');
    },
  },
]);
