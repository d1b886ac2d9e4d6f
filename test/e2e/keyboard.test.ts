/** Nobody needs a mouse (R110): the whole way with Tab, Enter and typing, and focus is always where one looks next. */
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { codeOf, scan, wrongCodeOf } from './authenticator.js';
import { play, together } from './stage.js';
import { Typist } from './typist.js';

const asTypist = { as: Typist };
const inJapanese = { ...asTypist, lang: 'ja' } as const;

describe('with the keyboard alone', together, () => {
  play(
    'the whole way; and no page holds the focus: Tab leads out, Shift and Tab back in',
    inJapanese,
    async (typist) => {
      typist.onPage = async (title) => {
        if (title !== typist.words.signIn && title !== typist.words.start) await typist.leaveAndComeBack();
      };
      await typist.passThrough();
    },
  );

  play(
    'a review has the focus at its heading, though its words come late',
    { ...asTypist, scenario: 'P20' },
    async (typist) => {
      await typist.signIn();
      const title = 'Is this still right?';
      await typist.at(title);
      await typist.comesTo(typist.heading(title));
    },
  );

  play('after a wrong code the focus is in the field again, and Escape changes nothing', asTypist, async (typist) => {
    const { words, page } = typist;
    await typist.signIn();
    await typist.press(words.next);
    await typist.at(words.setUp);
    await typist.press(words.next);
    await typist.at(words.scan);
    const uri = scan(await typist.lookAtQr());
    await typist.press(words.cannotScan);
    await typist.at(words.key);
    await typist.press(words.showQr);
    await typist.at(words.scan);
    assert.equal(scan(await typist.lookAtQr()), uri);
    await typist.press(words.next);
    await typist.at(words.enterCode);

    await page.keyboard.press('Enter');
    await typist.sees('Enter the code that your app shows.');
    await typist.comesTo(typist.field(words.code));
    await typist.type(words.code, wrongCodeOf(uri));
    await page.keyboard.press('Enter');
    await typist.sees(words.wrongCode);
    await typist.comesTo(typist.field(words.code));
    await page.keyboard.press('Escape');
    await typist.at(words.enterCode);

    await typist.press(words.back);
    await typist.at(words.scan);
    await typist.press(words.next);
    await typist.at(words.enterCode);
    await typist.type(words.code, codeOf(uri));
    await page.keyboard.press('Enter');
    await typist.at(words.appAdded);
  });

  play('another method by the arrows, and away with it again', { ...asTypist, scenario: 'choose' }, async (typist) => {
    const { words } = typist;
    await typist.signIn();
    await typist.press(words.next);
    await typist.at(words.setUp);
    await typist.press('I want to set up a different method');
    await typist.at('Choose a different method');
    await typist.leaveAndComeBack();
    await typist.choose('Phone');
    await typist.press('Confirm');
    await typist.setUpPhone('070-1111-2222');
    await typist.press('This isn’t right: remove it');
    await typist.at(words.phone);
    await typist.press('I want to set up another method');
    await typist.at('Choose a different method');
    await typist.press(words.back);
    await typist.at(words.phone);
  });
});
