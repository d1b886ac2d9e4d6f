/** A token from a drawer and a company elsewhere: walked to the end as people walk it, with the whole page left on the way. */
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import type { Person } from './person.js';
import { play, together } from './stage.js';
import { Typist } from './typist.js';

const token = (person: Person) => person.page.evaluate(() => window.demo.phone.token());

describe('what is neither an app nor a phone', together, () => {
  play(
    'a hardware token: number, name, code, by keys [F145]',
    { scenario: 'hardware-token', as: Typist },
    async (person) => {
      const { words } = person;
      await person.signIn();
      await person.press(words.next);
      await person.at('Find the serial number');
      await person.type('Serial number', '0000-000000');
      await person.press(words.next);
      await person.sees(/^No token with this number/);
      assert.equal(await person.field('Serial number').inputValue(), '0000-000000');
      const { serial = '' } = (await token(person)) ?? {};
      await person.type('Serial number', ` ${serial.toLowerCase()} `);
      await person.press(words.next);
      await person.at('Name your token');
      await person.type('Name (optional)', 'Key ring');
      await person.press(words.next);
      await person.at(words.enterCode);
      const { code = '' } = (await token(person)) ?? {};
      await person.type(
        words.code,
        code.replace(/./, (digit) => String((Number(digit) + 5) % 10)),
      );
      await person.press(words.next);
      await person.sees(words.wrongCode);
      await person.type(words.code, (await token(person))?.code ?? '');
      await person.press(words.next);
      await person.at('Hardware token added');
      await person.sees('Key ring');
      await person.press(words.next);
      await person.at(words.success);
    },
  );

  play('another company: there and back, first with a no', { scenario: 'external' }, async (person, { events }) => {
    const { words, page } = person;
    const leave = async (press: string): Promise<void> => {
      await person.sees('elsewhere.example');
      await person.press('Go to the other page');
      await page.getByRole('heading', { name: /Nagisa Tramways/ }).waitFor();
      await page.getByRole('button', { name: press }).click();
    };
    await person.signIn();
    await person.press(words.next);
    await person.at('Set up on another page');
    await person.press(words.next);
    await person.at('Continue on the other page');
    await leave('Cancel');
    await person.at('It was not set up');
    await person.press('Try again');
    await person.at('Continue on the other page');
    await leave('Yes, confirm');
    await person.at('Setup finished');
    await person.sees('Lighthouse ID');
    assert.equal(events.filter((event) => event.startsWith('siw-redirect')).length, 2);
    await person.press(words.next);
    await person.at(words.success);
  });
});
