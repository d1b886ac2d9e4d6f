/**
 * The methods that no other walk comes by, through a real server as people go: a mail that went out by SMTP, questions,
 * codes to keep, a desk with an extension, another company; and what follows a method by itself, over a reload.
 */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, describe } from 'node:test';
import { demoNumber } from '../../demo/demo-account.js';
import type { ScenarioId } from '../../demo/scenarios.js';
import type { Person } from './person.js';
import { RealServer } from './real-server.js';
import { play, together } from './stage.js';

const server = await RealServer.open();
after(() => server.close());

const at = (scenario: ScenarioId): string => `${server.url}?scenario=${scenario}`;
const form = /^(?:[0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/;

/** The code in the mail that came to an address. */
async function mailedCode({ page }: Person, address: string): Promise<string> {
  const code = await page.waitForFunction((address) => {
    const mails = window.demo.phone.messages().filter(({ to }) => to.toLowerCase() === address.toLowerCase());
    return /\d{6}/.exec(mails.at(-1)?.text ?? '')?.[0];
  }, address);
  return String(await code.jsonValue());
}

/** Answers the call that rings on the phone beside the page, and presses the key that the voice asks for. */
async function answerCall({ page }: Person): Promise<void> {
  await page.getByRole('button', { name: 'Answer', exact: true }).click();
  await page.getByRole('button', { name: '#', exact: true }).click();
}

/** From the prompt to the page that shows the codes, where they follow an app by themselves. */
async function comeToFollower(person: Person): Promise<void> {
  const { words } = person;
  await person.signIn();
  await person.at(words.prompt);
  await person.press(words.next);
  await person.setUpApp();
  await person.press(words.next);
  await person.at('Save your recovery codes');
}

/** The codes as they stand on the page. */
const codesOn = (person: Person): Promise<string[]> =>
  person.main.getByRole('list', { name: 'Your recovery codes' }).getByRole('listitem').allInnerTexts();

describe('before a real server, as people go', together, () => {
  play('an email: the mail goes out by SMTP, and its code counts', { address: at('recovery') }, async (person) => {
    const { words } = person;
    const address = 'Hana.Mori@Home.example';
    await person.passThrough(async () => {
      await person.at('Email');
      await person.type('What email address would you like to use?', 'hana.mori@nagisa-tram.example');
      await person.press(words.next);
      await person.sees(/^This address belongs to your organization\.|^You sign in with this address\./);
      await person.type('What email address would you like to use?', address);
      await person.press(words.next);
      await person.at(words.enterCode);
      await person.type(words.code, await mailedCode(person, address));
      await person.press(words.next);
      await person.at('Email added');
      await person.sees(/^h\*+@home\.example$/i);
    });
  });

  play('ja: an email, then questions', { lang: 'ja', address: at('P10') }, async (person) => {
    const { words, main } = person;
    const address = 'hana@oka.example';
    await person.passThrough(
      async () => {
        await person.at('メール');
        await person.type('どのメール アドレスを使用しますか?', address);
        await person.press(words.next);
        await person.at(words.enterCode);
        await person.type(words.code, await mailedCode(person, address));
        await person.press(words.next);
        await person.at('メールが追加されました');
      },
      async () => {
        await person.at('秘密の質問');
        await person.press(words.next);
        await person.at('質問を選択して回答します');
        const rows = main.getByRole('group', { name: /^質問 \d$/ });
        for (let row = 0; row < (await rows.count()); row++) {
          const asked = rows.nth(row);
          await asked.getByRole('combobox', { name: '質問' }).selectOption({ index: 1 });
          await asked.getByLabel('答え', { exact: true }).fill(`答えその${'いろは'.charAt(row)}`);
        }
        await person.press(words.next);
        await person.at('秘密の質問が保存されました');
      },
    );
  });

  play(
    'recovery codes: copied, downloaded, and registered once the person says that they are kept',
    { address: at('recovery-codes'), permissions: ['clipboard-read', 'clipboard-write'] },
    async (person) => {
      const { words, page } = person;
      await person.passThrough(
        () => person.setUpApp(),
        async () => {
          await person.at('Get recovery codes');
          await person.press('Show the codes');
          await person.at('Save your recovery codes');
          const codes = await codesOn(person);
          assert.equal(new Set(codes).size, 10);
          for (const code of codes) assert.match(code, form);
          await person.press(/^Copy/);
          await person.sees('Copied');
          const copied = await page.evaluate(() => navigator.clipboard.readText());
          for (const code of codes) assert.ok(copied.includes(code), 'copied');
          const [file] = await Promise.all([page.waitForEvent('download'), person.press(/^Download/)]);
          assert.equal(file.suggestedFilename(), 'codes.txt');
          const text = await readFile(await file.path(), 'utf8');
          for (const code of codes) assert.ok(text.includes(code), 'downloaded');
          await person.press(words.next);
          await person.sees(/^Save the codes first/);
          await person.field('I have saved these codes').check();
          await person.press(words.next);
          await person.at('Recovery codes saved');
        },
      );
    },
  );

  play('an office phone: called by its extension', { address: at('office-phone') }, async (person) => {
    const { words } = person;
    await person.passThrough(
      () => person.setUpPhone(demoNumber),
      async () => {
        await person.at(words.phone);
        await person.type(words.phoneNumber, '03-1234-5678');
        await person.type('Extension (optional)', '41');
        await person.press(words.next);
        await person.at(words.answer);
        await answerCall(person);
        await person.at(words.phoneAdded);
        await person.sees(/x41/);
      },
    );
  });

  play('another company: its ticket is looked at by the server', { address: at('external') }, async (person) => {
    const { words, page } = person;
    const leave = async (press: string): Promise<void> => {
      await person.at('Continue on the other page');
      await person.press('Go to the other page');
      await page.getByRole('heading', { name: /Nagisa Tramways/ }).waitFor();
      await page.getByRole('button', { name: press }).click();
    };
    await person.signIn();
    await person.at(words.prompt);
    await person.press(words.next);
    await person.at('Set up on another page');
    await person.press(words.next);
    await leave('Cancel');
    await person.at('It was not set up');
    await person.press('Try again');
    await leave('Yes, confirm');
    await person.at('Setup finished');
    await person.sees('Lighthouse ID');
    await person.press(words.next);
    await person.at(words.success);
    await person.press(words.done);
    await person.at(words.start);
  });

  play('codes that follow an app: a reload goes on with them', { address: at('codes-follow') }, async (person) => {
    const { words, page } = person;
    await comeToFollower(person);
    const codes = await codesOn(person);
    await page.reload();
    await person.at('Save your recovery codes');
    assert.deepEqual(await codesOn(person), codes);
    await person.field('I have saved these codes').check();
    await person.press(words.next);
    await person.at('Recovery codes saved');
    await person.press(words.next);
    await person.setUpPhone('080-1234-5678');
    await person.press(words.next);
    await person.at(words.success);
    await person.sees('Recovery codes');
  });

  play('codes that follow an app can be left', { address: at('codes-follow') }, async (person) => {
    const { words } = person;
    await comeToFollower(person);
    await person.press('Skip setup');
    await person.at(words.phone);
  });
});
