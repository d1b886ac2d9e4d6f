/** The twelve steps: get the app, set up, scan, test, approve, phone by text or call, success with the default method. */
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { demoNumber } from '../../demo/demo-account.js';
import { scan } from './authenticator.js';
import type { Person } from './person.js';
import { play, together, type Wishes } from './stage.js';
import { Typist } from './typist.js';

const asAsked: Wishes = { scenario: 'P1' };

/** To the page with the QR code: steps 1 to 5. Answers what the code says. */
async function toScan(person: Person): Promise<string> {
  const { words } = person;
  await person.at(words.prompt);
  await person.press(words.next);
  await person.at(words.getApp);
  await person.press(words.next);
  await person.at(words.setUp);
  await person.press(words.next);
  await person.at(words.scan);
  return scan(await person.lookAtQr());
}

/** What the last page lists, each row line by line. */
async function rows({ main, words }: Person): Promise<readonly (readonly string[])[]> {
  const texts = await main.getByRole('list', { name: words.methods }).getByRole('listitem').allInnerTexts();
  return texts.map((row) => row.split(/\s*\n\s*/));
}

async function registered({ page }: Person): Promise<number> {
  return page.evaluate(async () => {
    const options = { locale: 'en', signal: new AbortController().signal };
    return (await window.demo.backend.adapter.load(options)).methods.length;
  });
}

describe('the twelve steps', together, () => {
  for (const lang of ['en', 'ja'] as const)
    play(
      `${lang}: from the prompt to the start page, as they are written [F1, F37, F46, F51, F52, F60, F61, F83, F91, F93]`,
      { ...asAsked, lang },
      async (person, { events }) => {
        const { words, main, page } = person;
        await person.signIn();
        await person.at(words.prompt);
        await person.press(words.next);
        await person.at(words.getApp);
        for (const name of words.download) {
          const link = main.getByRole('link', { name });
          assert.equal(await link.getAttribute('target'), '_blank');
          assert.match((await link.getAttribute('rel')) ?? '', /noopener/);
        }
        await person.press(words.next);
        await person.at(words.setUp);
        assert.equal(await main.locator('ol.siw-numbered > li').count(), 3);
        await person.press(words.next);
        await person.at(words.scan);
        const uri = scan(await person.lookAtQr());
        await person.press(words.cannotScan);
        await person.at(words.byHand);
        assert.equal(await main.locator('dl dt').count(), 2, 'a code and a URL');
        await person.press(words.showQr);
        await person.at(words.scan);
        assert.equal(scan(await person.lookAtQr()), uri, 'the same QR');
        await person.pair(uri);
        await person.press(words.next);
        const number = await person.matchNumber();
        assert.match(number, /^\d\d$/);
        await person.approve(number);
        await person.at(words.approved);
        await person.press(words.next);
        await person.setUpPhone(demoNumber);
        await person.sees(words.byText);
        await person.press(words.next);
        await person.at(words.success);
        assert.deepEqual(await rows(person), [
          [words.approvalApp, 'Nagisa Pass', words.isDefault],
          [words.phone, '+81 **-****-5678'],
        ]);
        await person.press(words.done);
        await person.at(words.start);
        assert.equal(events.filter((event) => event.startsWith('siw-complete')).length, 1);
        assert.equal(await page.evaluate(() => window.demo.phone.requests().length), 0);
      },
    );

  play('by call instead of a text, in Japanese', { ...asAsked, lang: 'ja' }, async (person) => {
    await person.passThrough(
      () => person.setUpPass(),
      async () => {
        await person.setUpPhoneByCall(demoNumber);
        await person.sees(person.words.byCall);
      },
    );
  });

  play('with the keyboard alone', { ...asAsked, as: Typist }, async (typist) => {
    await typist.passThrough(
      () => typist.setUpPass(),
      () => typist.setUpPhoneByCall(demoNumber),
    );
  });
});

describe('number matching', together, () => {
  play('a wrong number, or none, never registers; a new one is asked for', asAsked, async (person, { events }) => {
    const { words } = person;
    await person.signIn();
    await person.pair(await toScan(person));
    await person.press(words.next);
    for (const given of [(number: string) => String((Number(number) + 1) % 100).padStart(2, '0'), () => '']) {
      await person.approve(given(await person.matchNumber()));
      await person.at(words.wrongNumber);
      assert.equal(await registered(person), 0);
      await person.press(words.again);
    }
    await person.matchNumber();
    const id = await person.request();
    await person.page.evaluate((id) => window.demo.phone.deny(id), id);
    await person.at(words.declined);
    assert.equal(await registered(person), 0);
    assert.ok(!events.some((event) => event.startsWith('siw-registered')));
    await person.press(words.again);
    await person.approve(await person.matchNumber());
    await person.at(words.approved);
    assert.equal(await registered(person), 1);
  });

  play('Next before the app is paired says so, and goes on once it is', asAsked, async (person) => {
    const { words } = person;
    await person.signIn();
    const uri = await toScan(person);
    await person.press(words.next);
    await person.sees(words.notYet);
    await person.pair(uri);
    await person.at(words.connected);
    await person.press(words.next);
    await person.approve(await person.matchNumber());
    await person.at(words.approved);
  });
});

play('another authenticator app instead, where the organisation allows it', { scenario: 'P2' }, async (person) => {
  await person.passThrough(async () => {
    await person.at(person.words.getApp);
    await person.press(person.words.otherApp);
    await person.setUpApp();
  });
});

play(
  'a reload on every page leads to the same end: same QR, same number, nothing sent twice',
  { ...asAsked, keep: true },
  async (person) => {
    const { words, page } = person;
    const reload = async (from: string, to: string): Promise<void> => {
      await person.at(from);
      await page.reload();
      await person.at(to);
    };
    await person.signIn();
    await reload(words.prompt, words.prompt);
    await person.press(words.next);
    await reload(words.getApp, words.prompt);
    await person.press(words.next);
    await person.press(words.next);
    await reload(words.setUp, words.prompt);
    const uri = await toScan(person);
    await reload(words.scan, words.scan);
    assert.equal(scan(await person.lookAtQr()), uri);
    await person.press(words.cannotScan);
    await reload(words.byHand, words.scan);
    assert.equal(scan(await person.lookAtQr()), uri);
    await person.pair(uri);
    await reload(words.connected, words.connected);
    await person.press(words.next);
    const number = await person.matchNumber();
    const id = await person.request();
    await reload(words.test, words.test);
    assert.equal(await person.matchNumber(), number);
    assert.equal(await person.request(), id, 'the same request, and no second one');
    await person.approve('');
    await reload(words.wrongNumber, words.wrongNumber);
    await person.press(words.again);
    await person.approve(await person.matchNumber());
    await reload(words.approved, words.phone);
    await person.type(words.phoneNumber, demoNumber);
    await person.choose(words.callMe);
    await person.press(words.next);
    await reload(words.answer, words.answer);
    assert.equal(await page.evaluate(() => window.demo.phone.calls().length), 1, 'one call');
    const call = await page.evaluate(() => window.demo.phone.calls()[0]?.id ?? '');
    await page.evaluate((id) => window.demo.phone.answer(id), call);
    await page.evaluate((id) => window.demo.phone.pressHash(id), call);
    await reload(words.phoneAdded, words.start);
  },
);
