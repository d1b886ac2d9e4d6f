/** When something is in the way, the page says what, and what to do; and nobody loses what was done or typed. */
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { demoNumber, demoPassword } from '../../demo/demo-account.js';
import type { EnrollmentFault } from '../../src/contract/fault.js';
import type { SiwHumanCheckEvent } from '../../src/index.js';
import { codeOf, scan } from './authenticator.js';
import type { Person } from './person.js';
import { play, together } from './stage.js';

describe('when something is in the way', together, () => {
  play('the session ends: sign in again, then go on', { scenario: 'expires' }, async (person, { events }) => {
    const { words } = person;
    await person.signIn();
    await person.press(words.next);
    await person.at(words.setUp);
    await person.press(words.next);
    await person.at('Your session has ended');
    await person.sees(/what you have set up is kept/);
    await person.press('Sign in again');
    await person.at('Sign in again');
    await person.press(words.signIn);
    await person.setUpApp();
    assert.equal(events.filter((event) => event.startsWith('siw-reauth')).length, 1);
  });

  play('blocked here: the reason, and where to ask', { scenario: 'blocked' }, async (person) => {
    await person.signIn();
    await person.at('You cannot set this up here');
    await person.sees('Your organization allows this only from certain places, such as its own network.');
    await person.sees('Your help desk can tell you how to go on.');
    await person.press('Try again');
    await person.at('You cannot set this up here');
    await person.press(person.words.otherAccount);
    await person.at(person.words.signIn);
  });

  play('the plan cannot be read: asked for again on request', {}, async (person, { events }) => {
    const { words, page } = person;
    await page.getByLabel('Offline').check();
    await person.signIn();
    await person.at('We could not load your setup');
    await person.sees(/^We cannot reach the service\./);
    assert.equal(events.filter((event) => event.startsWith('siw-error')).length, 1);
    await page.getByLabel('Offline').uncheck();
    await person.press('Try again');
    await person.at(words.prompt);
  });

  play('nothing can be set up: where to ask', { scenario: 'nothing-possible' }, async (person) => {
    await person.signIn();
    await person.at('There is nothing you can set up here');
    await person.sees(/Please contact your help desk\.$/);
    await person.press(person.words.otherAccount);
    await person.at(person.words.signIn);
  });

  play('the host forgot the adapter: no endless spinner', { scenario: 'no-adapter' }, async (person) => {
    await person.signIn();
    await person.at('This page is not connected yet');
    await person.sees(/Please tell your help desk\.$/);
    assert.equal(await person.button('Try again').count(), 0);
  });

  play(
    'the password again: wrong, then right, and what was typed is still there',
    { scenario: 'step-up' },
    async (person) => {
      const { words, main, page } = person;
      await person.signIn();
      await person.press(words.next);
      await person.at(words.setUp);
      await person.press(words.next);
      await person.at('Enter your password again');
      await person.type('Password', `${demoPassword}!`);
      await person.press(words.next);
      await person.sees('That password is not right. Try again.');
      await person.type('Password', demoPassword);
      await person.press(words.next);
      await person.at(words.scan);
      const uri = scan(await person.lookAtQr());
      await person.press(words.next);
      await person.at(words.enterCode);
      await person.type(words.code, codeOf(uri));
      // Asked once more while a code stands in its field, which no scenario does by itself.
      await page.evaluate(() => window.demo.backend.requireStepUp());
      await person.press(words.next);
      await person.at('Enter your password again');
      await person.press(words.back);
      await person.at(words.enterCode);
      assert.match(await person.field(words.code).inputValue(), /^\d{6}$/);
      await person.press(words.next);
      await person.at('Enter your password again');
      assert.equal(await main.getByLabel('Password', { exact: true }).inputValue(), '', 'the password was not kept');
      await person.type('Password', demoPassword);
      await person.press(words.next);
      await person.at(words.appAdded);
    },
  );

  play('offline: trying again goes on, and nothing is sent twice', {}, async (person) => {
    const { words, page } = person;
    await person.signIn();
    await person.press(words.next);
    await person.setUpApp();
    await person.press(words.next);
    await person.at(words.phone);
    await person.type(words.phoneNumber, demoNumber);
    await page.getByLabel('Offline').check();
    await person.press(words.next);
    await person.at('We cannot reach the service');
    await person.press('Try again');
    await person.at('We cannot reach the service');
    await page.getByLabel('Offline').uncheck();
    await person.button('Try again').click();
    await person.at(words.enterCode);
    assert.equal((await person.texts()).length, 1);
    await person.type(words.code, await person.textedCode());
    await person.press(words.next);
    await person.at(words.phoneAdded);
  });

  play('slow answers: told so after five seconds, and every button holds', { scenario: 'slow' }, async (person) => {
    const { words, main, page } = person;
    const tooLong = main.getByRole('paragraph').filter({ hasText: 'This is taking longer than usual' });
    await page.clock.install();
    await page.clock.pauseAt(Date.now() + 60_000);
    await person.signIn();
    await page.clock.runFor(4000);
    await person.at(words.prompt);
    await person.press(words.next);
    await page.clock.runFor(100);
    await person.at(words.setUp);
    await person.press(words.next);
    await person.heading(words.scan).waitFor();
    await page.clock.runFor(4000);
    assert.equal(await tooLong.count(), 0);
    await page.clock.runFor(2000);
    await tooLong.waitFor();
    for (const name of [words.next, words.back]) {
      assert.equal(await person.button(name).count(), 1, `${name} keeps its name`);
      assert.ok(await person.button(name).isDisabled(), name);
    }
    await page.clock.runFor(3000);
    await person.lookAtQr();
    assert.equal(await tooLong.count(), 0);
  });
});

describe('when the host has to act first', together, () => {
  /** On the page before the call that `fault` refuses once. */
  async function refused(person: Person, fault: EnrollmentFault): Promise<void> {
    const { words, page } = person;
    await person.signIn();
    await person.press(words.next);
    await person.at(words.setUp);
    await page.evaluate((once) => window.demo.backend.refuse('begin', once), fault);
    await person.press(words.next);
  }

  /** Back gives the call up; going on asks the host, and only then. */
  async function agree(person: Person, fault: EnrollmentFault, title: string): Promise<void> {
    const { words, page } = person;
    await refused(person, fault);
    await person.at(title);
    await person.press(words.back);
    await person.at(words.setUp);
    await page.evaluate((once) => window.demo.backend.refuse('begin', once), fault);
    await person.press(words.next);
    await person.at(title);
    await person.press('Continue');
  }

  play('a proof that only the host can ask for: on its own page, then on', {}, async (person, { events }) => {
    await agree(person, { code: 'reauth_required', how: { kind: 'host' } }, 'Confirm that it is you');
    await person.at('Sign in again');
    await person.press(person.words.signIn);
    await person.at(person.words.scan);
    await person.lookAtQr();
    assert.equal(events.filter((event) => event.startsWith('siw-reauth')).length, 1);
  });

  play('a check for robots: by the host, then on', {}, async (person, { events }) => {
    await person.page.evaluate(() => {
      // As a host answers whose check needs nothing of this person.
      addEventListener('siw-human-check', (event) => (event as SiwHumanCheckEvent).resume('token'), true);
    });
    await agree(person, { code: 'human_check_required', provider: 'gate' }, 'One quick check');
    await person.at(person.words.scan);
    await person.lookAtQr();
    const asked = events.filter((event) => event.startsWith('siw-human-check'));
    assert.deepEqual(
      asked.map((event) => /"provider":"\w+"/.exec(event)?.[0]),
      ['"provider":"gate"'],
    );
  });

  play('signing in elsewhere: there with one’s consent, and back again', { keep: true }, async (person) => {
    const { words, page } = person;
    const url = 'https://id.nagisa-tram.example/again';
    const body = '<!doctype html><title>Elsewhere</title><h1>Elsewhere</h1>';
    await page.route(url, (route) => route.fulfill({ contentType: 'text/html', body }));
    await refused(person, { code: 'reauth_required', how: { kind: 'redirect', url } });
    await person.at('Confirm that it is you');
    await person.sees(/^You will leave this page/);
    await person.press('Continue');
    await person.heading('Elsewhere').waitFor();
    await page.goBack();
    // The demo's backend has lived its past again, and this time nobody told it to refuse.
    await person.at(words.scan);
    await person.lookAtQr();
  });
});
