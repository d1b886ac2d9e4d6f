/** Every page of the way, as it is seen: at 320 px, light and dark, by axe, and by the camera of a phone. */
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { scan } from './authenticator.js';
import { axeFinds, narrow, watchLooks, wide } from './looks.js';
import { play, together } from './stage.js';

describe('on every page', together, () => {
  for (const [lang, colorScheme] of [
    ['en', 'light'],
    ['ja', 'dark'],
  ] as const)
    play(
      `${lang}, ${colorScheme}: axe finds nothing, and nothing scrolls sideways at 320 px`,
      { lang, colorScheme },
      async (person) => {
        const found = watchLooks(person);
        await person.passThrough();
        assert.deepEqual(found, []);
      },
    );

  play('axe finds nothing while an answer is awaited', { scenario: 'slow', viewport: wide }, async (person) => {
    const { words, page } = person;
    await person.signIn();
    await person.press(words.next);
    await person.press(words.next);
    await person.heading(words.scan).waitFor();
    assert.deepEqual(await axeFinds(page), []);
    // It looks into the wizard, and would find something.
    await page.evaluate(() => {
      document.querySelector('security-info-wizard')?.shadowRoot?.append(document.createElement('button'));
    });
    assert.match((await axeFinds(page)).join(), /^button-name at security-info-wizard/);
  });

  play('a phone reads the QR code in every scheme and at 320 px', {}, async (person) => {
    const { words, page } = person;
    await person.signIn();
    await person.press(words.next);
    await person.press(words.next);
    await person.at(words.scan);
    const uri = scan(await person.lookAtQr());
    for (const media of [{ colorScheme: 'dark' }, { forcedColors: 'active' }] as const) {
      await page.emulateMedia(media);
      assert.equal(scan(await person.lookAtQr()), uri, JSON.stringify(media));
    }
    await page.setViewportSize(narrow);
    assert.equal(scan(await person.lookAtQr()), uri, '320 px');
    const box = await page.getByRole('img', { name: /QR/ }).boundingBox();
    assert.ok(box && box.width >= 200, `${box?.width} px`);
  });
});
