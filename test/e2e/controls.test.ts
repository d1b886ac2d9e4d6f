/** The controls at the foot of the demo: whatever is chosen there is what happens next, in every scenario. */
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { demoNumber } from '../../demo/demo-account.js';
import { scenarioIds, type ScenarioId } from '../../demo/scenarios.js';
import { readSettings } from '../../demo/settings.js';
import { en } from '../../demo/words/en.js';
import { isPlanned, type PlannedId } from './planned.js';
import { play, together } from './stage.js';
import { words as inLanguages } from './words.js';

const words = inLanguages.en;

/** What a person meets first after signing in, where the scenario was written out; `planned.test.ts` has the others. */
const first: Readonly<Record<Exclude<ScenarioId, PlannedId>, string>> = {
  passkey: words.prompt,
  'key-model': words.prompt,
  'totp-phone': words.prompt,
  'hardware-token': words.prompt,
  'office-phone': words.prompt,
  external: words.prompt,
  choose: words.prompt,
  'recovery-codes': words.prompt,
  'app-password': words.prompt,
  recovery: words.prompt,
  'skip-days': words.prompt,
  'skip-times': words.prompt,
  registered: words.start,
  'step-up': words.prompt,
  expires: words.prompt,
  slow: words.prompt,
  blocked: 'You cannot set this up here',
  'nothing-possible': 'There is nothing you can set up here',
  badge: words.prompt,
  'no-adapter': 'This page is not connected yet',
};
describe('the controls', together, () => {
  play('start each scenario over at the sign-in page, and say it in the address', {}, async (person) => {
    const { page } = person;
    for (const id of scenarioIds) {
      if (isPlanned(id)) continue;
      await page.getByLabel('Scenario').selectOption(en.scenarios[id].name);
      assert.equal(readSettings(new URL(page.url()).search, scenarioIds).scenario, id);
      await person.signIn();
      await person.at(first[id]);
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
