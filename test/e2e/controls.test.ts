/** The controls at the foot of the demo: whatever is chosen there is what happens next, in every scenario. */
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { demoNumber } from '../../demo/demo-account.js';
import { scenarioIds, type ScenarioId } from '../../demo/scenarios.js';
import { readSettings } from '../../demo/settings.js';
import { en } from '../../demo/words/en.js';
import { play, together } from './stage.js';
import { words as inLanguages } from './words.js';

const words = inLanguages.en;

/** What a person meets first after signing in, where no other test comes by. */
const first: Readonly<Partial<Record<ScenarioId, string>>> = {
  'office-phone': words.prompt,
  'recovery-codes': words.prompt,
  'app-password': words.prompt,
  recovery: words.prompt,
  registered: words.start,
  blocked: 'You cannot set this up here',
  'nothing-possible': 'There is nothing you can set up here',
  'no-adapter': 'This page is not connected yet',
};

describe('the controls', together, () => {
  play('start each scenario over at the sign-in page, and say it in the address', {}, async (person) => {
    const { page } = person;
    for (const id of scenarioIds) {
      const { name, note } = en.scenarios[id];
      await page.getByLabel('Scenario').selectOption(name);
      await page.getByText(note.replace(/\{.*/, '')).waitFor();
      assert.equal(readSettings(new URL(page.url()).search, scenarioIds).scenario, id);
      await person.at(words.signIn);
      const title = first[id];
      if (title === undefined) continue;
      await person.signIn();
      await person.at(title);
    }
  });

  play('change language and colours where one stands, and what was typed stays', {}, async (person) => {
    const { page, main } = person;
    const { ja } = inLanguages;
    await page.getByLabel('Scenario').selectOption('Two times left');
    await person.signIn();
    await person.press(words.next);
    await person.at(words.phone);
    await person.type(words.phoneNumber, demoNumber);
    await page.getByLabel('Language').selectOption('日本語');
    await person.at(ja.phone);
    assert.equal(await main.getByLabel(ja.phoneNumber, { exact: true }).inputValue(), demoNumber);
    const colour = (): Promise<string> =>
      person.heading(ja.phone).evaluate((heading) => getComputedStyle(heading).color);
    const light = await colour();
    await page.getByLabel('配色').selectOption('ダーク');
    assert.notEqual(await colour(), light);
    assert.equal(await main.getByLabel(ja.phoneNumber, { exact: true }).inputValue(), demoNumber);
  });
});
