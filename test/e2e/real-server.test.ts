/** The twelve steps through a real server and a real database. */
import assert from 'node:assert/strict';
import { after, describe } from 'node:test';
import { demoNumber } from '../../demo/demo-account.js';
import { codeOf, scan } from './authenticator.js';
import { Person } from './person.js';
import { RealServer } from './real-server.js';
import { play } from './stage.js';

const server = await RealServer.open();
after(() => server.close());

const address = (scenario: string): string => `${server.url}?scenario=${scenario}`;

describe('before a real server', () => {
  for (const lang of ['en', 'ja'] as const)
    play(`${lang}: the twelve steps`, { lang, address: address('P1') }, async (person, { events }) => {
      await person.passThrough(
        () => person.setUpPass(),
        () => person.setUpPhone(demoNumber),
      );
      assert.equal(events.filter((event) => event.startsWith('siw-complete')).length, 1);
      await person.sees('Nagisa Pass');
      await person.page.waitForFunction(() => window.demo.phone.messages().some(({ to }) => to.includes('@')));
      const mails = (await person.texts()).filter(({ to }) => to.includes('@'));
      assert.ok(mails.length >= 1, 'a notice');
    });

  play('by call, and by any authenticator app', { address: address('totp-phone') }, async (person) => {
    await person.passThrough(
      () => person.setUpApp(),
      () => person.setUpPhoneByCall(demoNumber),
    );
  });

  play(
    'the phone holds the installable app in a frame: it pairs and approves',
    { address: address('P1') },
    async (person) => {
      const { words, page } = person;
      await person.passThrough(
        async () => {
          await person.at(words.getApp);
          await person.press(words.next);
          await person.press(words.next);
          await person.at(words.scan);
          await page.getByRole('tab', { name: 'Nagisa Pass' }).click();
          await page.getByRole('button', { name: 'Use the installable app' }).click();
          const app = page.frameLocator('iframe');
          await app.getByRole('button', { name: 'Add an account' }).click();
          await app.getByLabel('Code or link').fill(scan(await person.lookAtQr()));
          await app.getByRole('button', { name: 'Add', exact: true }).click();
          await app.getByText('Nagisa Tramways').first().waitFor();
          await person.press(words.next);
          const number = await person.matchNumber();
          await app.getByRole('heading', { name: 'Are you signing in?' }).waitFor();
          assert.equal(await page.locator('iframe:focus').count(), 0, 'what the app shows takes no focus');
          await app.getByLabel('Number on the sign-in page').fill(number);
          await app.getByRole('button', { name: 'Yes', exact: true }).click();
          await person.at(words.approved);
        },
        // Another number: what one may be sent is counted over all tests of this server.
        () => person.setUpPhone('070-4321-8765'),
      );
    },
  );

  play(
    'a reload comes back to the same QR, the same number, and one text',
    { address: address('P1') },
    async (person) => {
      const { words, page } = person;
      await person.signIn();
      await person.at(words.prompt);
      await person.press(words.next);
      await person.press(words.next);
      await person.press(words.next);
      await person.at(words.scan);
      const uri = scan(await person.lookAtQr());
      await page.reload();
      await person.at(words.scan);
      assert.equal(scan(await person.lookAtQr()), uri);
      await person.pair(uri);
      await person.at(words.connected);
      await person.press(words.next);
      const number = await person.matchNumber();
      await page.reload();
      assert.equal(await person.matchNumber(), number);
      await person.approve(number);
      await person.at(words.approved);
      await person.press(words.next);
      await person.at(words.phone);
      await person.type(words.phoneNumber, demoNumber);
      await person.press(words.next);
      await person.at(words.enterCode);
      const code = await person.textedCode();
      await page.reload();
      await person.at(words.enterCode);
      await page.waitForFunction(() => window.demo.phone.messages().some(({ to }) => !to.includes('@')));
      assert.equal((await person.texts()).filter(({ to }) => !to.includes('@')).length, 1, 'one text');
      await person.type(words.code, code);
      await person.press(words.next);
      await person.at(words.phoneAdded);
    },
  );

  play(
    'two tabs of one person never undo each other',
    { address: address('totp-phone') },
    async (person, { problems }) => {
      const { words, page } = person;
      const number = '070-1111-2222';
      await person.signIn();
      await person.at(words.prompt);
      await person.press(words.next);
      const uri = await person.comeToQr();

      const tab = await page.context().newPage();
      await tab.goto(page.url());
      const beside = new Person(tab, words);
      await beside.at(words.scan);
      assert.equal(scan(await beside.lookAtQr()), uri, 'one enrolment, whichever tab asks');
      await beside.press(words.next);
      await beside.at(words.enterCode);

      await person.press(words.next);
      await person.at(words.enterCode);
      await person.type(words.code, codeOf(uri));
      await person.press(words.next);
      await person.at(words.appAdded);

      // The other tab learns it from its next answer, and takes nothing back.
      await beside.type(words.code, codeOf(uri) === '000000' ? '111111' : '000000');
      await beside.press(words.next);
      await beside.at(words.scan);
      await beside.sees(words.tooLate);
      await tab.reload();
      await beside.at(words.phone);
      await beside.type(words.phoneNumber, number);
      await beside.press(words.next);
      await beside.at(words.enterCode);

      await person.press(words.next);
      await person.at(words.phone);
      await person.type(words.phoneNumber, number);
      await person.press(words.next);
      await person.at(words.enterCode);
      const code = await person.textedCode();
      assert.equal((await person.texts()).filter(({ to }) => !to.includes('@')).length, 1, 'one text for both');
      await person.type(words.code, code);
      await person.press(words.next);
      await person.at(words.phoneAdded);
      await beside.type(words.code, code);
      await beside.press(words.next);
      await beside.sees(words.used);
      await tab.reload();
      // Nothing is left to ask for, and each method stands once.
      await beside.at(words.start);
      assert.equal(await beside.main.getByRole('list').first().getByRole('listitem').count(), 2);
      await person.press(words.next);
      await person.at(words.success);
      await person.press(words.done);
      await person.at(words.start);
      // What the server refuses, the browser says in its console.
      assert.ok(problems.every((problem) => /status of (404|422)/.test(problem)));
      problems.length = 0;
    },
  );
});
