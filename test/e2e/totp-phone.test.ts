/** The promise of the whole package: somebody who has just signed in leaves with an app and a phone that prove who they are. */
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { codeOf, scan, secretOf, wrongCodeOf } from './authenticator.js';
import type { Person } from './person.js';
import { play, together, type Wishes } from './stage.js';

/** As a person of this language writes a number, as the network knows it, and as it is shown once it is registered. */
const numbers = {
  en: { typed: '+44 7400 123456', e164: '+447400123456', masked: '+44 **-****-3456' },
  ja: { typed: '090-1234-5678', e164: '+819012345678', masked: '+81 **-****-5678' },
};

async function readPrompt(person: Person): Promise<void> {
  const { words, main } = person;
  await person.at(words.prompt);
  const kinds = await main.getByRole('listitem').allInnerTexts();
  assert.equal(kinds.length, 2);
  assert.match(kinds[0]!, new RegExp(`^${words.app}`));
  assert.match(kinds[1]!, new RegExp(`^${words.phone}`));
  for (const sentence of [words.why, words.howLong, words.atHand]) await person.sees(sentence);
  await person.button(words.otherAccount).waitFor();
}

/** What every app can read (R16). */
function assertReadable(uri: string): void {
  assert.doesNotMatch(uri, /\+/);
  const { protocol, host, pathname, searchParams } = new URL(uri.replace(/^otpauth:/, 'https:'));
  assert.deepEqual([uri.slice(0, 15), protocol, host], ['otpauth://totp/', 'https:', 'totp']);
  const [issuer, account, ...more] = decodeURIComponent(pathname.slice(1)).split(':');
  assert.deepEqual([issuer, account, more], ['Nagisa Tramways', 'hana.mori@nagisa-tram.example', []]);
  assert.equal(searchParams.get('issuer'), issuer);
  assert.match(searchParams.get('secret') ?? '', /^[A-Z2-7]{32}$/);
  assert.deepEqual(
    ['algorithm', 'digits', 'period'].map((name) => searchParams.get(name) ?? 'as usual'),
    ['as usual', 'as usual', 'as usual'],
  );
}

/** A wrong code costs nothing: the page stays, the three usual reasons are told, and the QR code is still the same. */
async function mistype(person: Person, uri: string, picture: Buffer): Promise<void> {
  const { words, page } = person;
  await person.press(words.next);
  await person.at(words.enterCode);
  const wrong = wrongCodeOf(uri);
  await person.type(words.code, wrong);
  await person.press(words.next);
  await person.sees(words.wrongCode);
  await person.at(words.enterCode);
  assert.equal(await person.field(words.code).inputValue(), wrong);
  for (const reason of words.usualReasons) await person.sees(reason);
  await person.press(words.back);
  await person.at(words.scan);
  assert.equal(Buffer.compare(await person.lookAtQr(), picture), 0, 'the same picture');
  assert.equal(await page.locator('[part=qr]').count(), 1);
}

describe('from the sign-in page to the start page', together, () => {
  for (const lang of ['en', 'ja'] as const) {
    const { typed, e164, masked } = numbers[lang];
    // A screen as people have it, and with whatever moves.
    const wishes: Wishes = { lang, deviceScaleFactor: 2, reducedMotion: 'no-preference' };

    play(
      `${lang}: sign in, set up app and phone, and get to the start page [F1, F69, F70, F73, F74, F83, F93, C6]`,
      wishes,
      async (person, { events }) => {
        const { words, main } = person;
        await person.signIn();
        await readPrompt(person);
        await person.press(words.next);
        await person.at(words.setUp);
        await person.press(words.next);
        await person.at(words.scan);
        const picture = await person.lookAtQr();
        const uri = scan(picture);
        assertReadable(uri);
        await mistype(person, uri, picture);

        const code = codeOf(uri);
        await person.press(words.next);
        await person.type(words.code, code);
        await person.press(words.next);
        await person.at(words.appAdded);
        await person.press(words.next);

        await person.at(words.phone);
        await person.type(words.phoneNumber, typed);
        await person.press(words.next);
        await person.at(words.enterCode);
        await person.sees(typed);
        assert.deepEqual(
          (await person.texts()).map(({ to }) => to),
          [e164],
        );
        await person.type(words.code, await person.textedCode());
        await person.press(words.next);
        await person.at(words.phoneAdded);
        await person.press(words.next);

        await person.at(words.success);
        const rows = await main.getByRole('list', { name: words.methods }).getByRole('listitem').allInnerTexts();
        assert.deepEqual(
          rows.map((row) => row.split(/\s*\n\s*/)),
          [
            [words.app, words.isDefault],
            [words.phone, masked],
          ],
        );
        assert.ok(!events.some((event) => event.startsWith('siw-complete')));
        await person.press(words.done);
        await person.at(words.start);
        await person.sees(masked);
        assert.equal(events.filter((event) => event.startsWith('siw-complete')).length, 1);

        // A second enrolment has a key of its own, so a code that somebody has read along is worth nothing there.
        await person.press(words.startAgain);
        await person.signIn();
        await person.press(words.next);
        await person.press(words.next);
        assert.notEqual(secretOf(scan(await person.lookAtQr())), secretOf(uri));
        await person.press(words.next);
        await person.type(words.code, code);
        await person.press(words.next);
        await person.sees(words.wrongCode);
      },
    );
  }
});
