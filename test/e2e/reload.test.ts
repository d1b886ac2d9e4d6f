/** A reload costs nothing (R3): on whichever page, the same QR code, no second text, and nothing to be done twice. */
import assert from 'node:assert/strict';
import { demoNumber } from '../../demo/demo-account.js';
import { codeOf, scan } from './authenticator.js';
import { play } from './stage.js';

play('a reload on every page of the way leads to the same end [F29]', { keep: true }, async (person) => {
  const { words, page } = person;
  /** From one page, where nothing may be left of the other, to the one that it begins again with. */
  const reload = async (from: string, to: string): Promise<void> => {
    await person.at(from);
    await page.reload();
    await person.at(to);
  };

  await person.signIn();
  await reload(words.prompt, words.prompt);
  await person.press(words.next);
  await reload(words.setUp, words.prompt);
  await person.press(words.next);
  await person.press(words.next);
  await person.at(words.scan);
  const uri = scan(await person.lookAtQr());

  await reload(words.scan, words.scan);
  assert.equal(scan(await person.lookAtQr()), uri);
  await person.press(words.cannotScan);
  await reload(words.key, words.scan);
  assert.equal(scan(await person.lookAtQr()), uri);
  await person.press(words.next);
  await reload(words.enterCode, words.scan);
  assert.equal(scan(await person.lookAtQr()), uri);

  await person.press(words.next);
  await person.at(words.enterCode);
  await person.type(words.code, codeOf(uri));
  await person.press(words.next);
  await reload(words.appAdded, words.phone);
  await person.type(words.phoneNumber, demoNumber);
  await person.press(words.next);
  await person.at(words.enterCode);
  const code = await person.textedCode();

  await reload(words.enterCode, words.enterCode);
  await person.sees('+81 **-****-5678');
  assert.ok(await person.button(/^Send a new code \(/).isDisabled(), 'the wait for another code goes on');
  assert.equal((await person.texts()).length, 1);
  await person.type(words.code, code);
  await person.press(words.next);
  // Everything is proved, so there is nothing left to draw.
  await reload(words.phoneAdded, words.start);
  const proved = person.main.getByRole('list').first().getByRole('listitem');
  assert.equal(await proved.count(), 2);
  assert.equal((await person.texts()).length, 1);
});
