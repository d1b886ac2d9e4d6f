/** What an organisation leaves to the person: which method, whether now, and nothing at all for who has everything. */
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { demoNumber } from '../../demo/demo-account.js';
import { play, together } from './stage.js';

describe('what is left to the person', together, () => {
  play('another method: chosen from a list, and Back keeps what was typed', { scenario: 'choose' }, async (person) => {
    const { words, main } = person;
    await person.signIn();
    await person.sees('Authenticator app or another method');
    await person.press(words.next);
    await person.at(words.setUp);
    await person.press('I want to set up a different method');
    await person.at('Choose a different method');
    const choices = main.getByRole('radio');
    assert.equal(await choices.count(), 2);
    assert.ok(await main.getByRole('radio', { name: /^Authenticator app/ }).isChecked());
    await main.getByRole('radio', { name: /^Phone/ }).check();
    await person.press('Confirm');
    await person.at(words.phone);
    await person.type(words.phoneNumber, demoNumber);

    await person.press('I want to set up a different method');
    await person.at('Choose a different method');
    await person.press(words.back);
    await person.at(words.phone);
    assert.equal(await person.field(words.phoneNumber).inputValue(), demoNumber);

    await person.press(words.next);
    await person.at(words.enterCode);
    await person.press(words.back);
    await person.at(words.phone);
    assert.equal(await person.field(words.phoneNumber).inputValue(), demoNumber);
    await person.press(words.next);
    await person.at(words.enterCode);
    assert.equal((await person.texts()).length, 1, 'the same number gets no second text');
    await person.type(words.code, await person.textedCode());
    await person.press(words.next);
    await person.at(words.phoneAdded);
    await person.press(words.next);
    await person.at(words.success);
    assert.equal(await main.getByRole('list', { name: words.methods }).getByRole('listitem').count(), 1);
    await person.press(words.done);
    await person.at(words.start);
  });

  for (const { scenario, prompt, page, first, later } of [
    {
      scenario: 'skip-days',
      prompt: 'Not now (8 days left)',
      page: 'Skip setup (8 days left)',
      first: 'Set up your account',
      later: 'Put off: 8 days left',
    },
    {
      scenario: 'skip-times',
      prompt: 'Not now (2 of 3 left)',
      page: 'Skip setup (2 of 3 left)',
      first: 'Phone',
      later: /^Put off: \d times? left$/,
    },
  ] as const)
    play(`later: “${prompt}” at once, or “${page}” on the way`, { scenario }, async (person, { events }) => {
      const { words } = person;
      await person.signIn();
      await person.press(prompt);
      await person.at(words.start);
      await person.sees(later);
      const ends = events.filter((event) => /^siw-(skip|complete)/.test(event));
      assert.deepEqual(ends, ['siw-skip {"isTrusted":false}']);
      await person.press(words.startAgain);
      await person.signIn();
      await person.at(words.prompt);
      await person.press(words.next);
      await person.at(first);
      await person.press(page);
      await person.at(words.start);
      await person.sees(later);
    });

  play('who has everything sees no page of the wizard', { scenario: 'registered' }, async (person, { events }) => {
    await person.signIn();
    await person.at(person.words.start);
    await person.sees('+81 **-****-5678');
    assert.equal(await person.main.getByText('new', { exact: true }).count(), 0);
    assert.deepEqual(events.map((event) => event.split(' ')[0]).sort(), ['siw-complete', 'siw-ready']);
  });
});
