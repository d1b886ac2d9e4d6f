/** The policy page: what is composed is at once in the address, in the plan and in the wizard; with keys alone, in both languages. */
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { en as say } from '../../demo/policy/words/en.js';
import { axeFinds, narrow, overflow, wide } from './looks.js';
import type { Person } from './person.js';
import { demoUrl, play, together } from './stage.js';
import { words as inLanguages } from './words.js';

const { en } = inLanguages;
const address = `${demoUrl}policy`;

const steps = ({ page }: Person): Promise<readonly string[]> =>
  page.locator('#plan ol').getByRole('heading').allInnerTexts();
const headline = ({ page }: Person): Promise<string> => page.locator('.policy-foot').getByRole('status').innerText();

describe('the policy page', together, () => {
  play('a change is in the plan, in the wizard and in the address', { address, viewport: wide }, async (person) => {
    const { page } = person;
    await person.at(en.prompt);
    assert.deepEqual(await steps(person), ['Nagisa Pass', 'Phone']);
    await page.getByLabel(say.reset.none, { exact: true }).check();
    assert.deepEqual(await steps(person), ['Nagisa Pass']);
    await page.getByLabel('Nagisa Pass: Sign-in').uncheck();
    assert.deepEqual(await steps(person), ['Authenticator app']);
    await person.at(en.prompt);
    await person.sees('Authenticator app or another method');

    await page.getByRole('radio', { name: /^A rule about risk/ }).check();
    await person.button('Not now (14 days left)').waitFor();
    await page.getByLabel(say.person.askedDaysAgo).fill('6');
    await person.button('Not now (8 days left)').waitFor();
    await person.sees(/8 days left of the days of grace/);
    assert.match(page.url(), /\?enforcement=risk&sign-in=totp\.phone&.*asked=6/);

    const shared = await page.context().newPage();
    await shared.goto(page.url());
    await shared.getByRole('button', { name: 'Not now (8 days left)' }).waitFor();
  });

  play('twins of whom one may put off: the page says why [C15]', { address, viewport: wide }, async (person) => {
    const { page } = person;
    await page.getByRole('radio', { name: /^A rule about risk/ }).check();
    await page.getByLabel(say.person.askedDaysAgo).fill('6');
    await person.button('Not now (8 days left)').first().waitFor();
    await person.sees('“Skip” is there: 8 days left of the days of grace.');
    await page.getByLabel(say.person.askedDaysAgo).fill('14');
    await person.sees('No “Skip”: the days of grace are over.');
    await person.button(/^Not now/).waitFor({ state: 'detached' });
    await person.at(en.prompt);
  });

  play('the planner says why a method is out', { address, viewport: wide }, async (person) => {
    const { page } = person;
    const line = (name: string) => page.locator('.each li').filter({ hasText: name });
    await page.getByRole('radio', { name: /^The provider’s minimum/ }).check();
    assert.match(await line('Phone').innerText(), /Asked|Instead/);
    await page.getByLabel(say.reset.none, { exact: true }).check();
    await line('Phone').getByText(say.each.why['not-by-enforcement']).waitFor();
    await page.getByLabel('Nagisa Pass: Not here').check();
    await line('Nagisa Pass').getByText(say.each.why.unavailable).waitFor();
    await page.getByLabel('Authenticator app: Not here').check();
    await person.at('There is nothing you can set up here');
    assert.equal(await headline(person), say.plan.blocked);
  });

  play('a preset, putting off, and the end', { address, viewport: wide }, async (person) => {
    const { page } = person;
    await page.getByLabel(say.preset).selectOption('Company app, 8 days left');
    await person.press('Not now (8 days left)');
    await page.getByRole('heading', { name: say.stage.putOff }).waitFor();
    await person.press(say.stage.again);
    await person.at(en.prompt);
    await page.getByLabel(say.preset).selectOption('A nudge, in a phone’s browser');
    await page.getByRole('heading', { name: say.stage.letThrough }).waitFor();
    assert.equal(await headline(person), say.plan.nothing);
    await page.getByLabel('Browser on').selectOption('a computer');
    await person.at(en.prompt);
    assert.equal(await page.getByLabel(say.preset).inputValue(), 'P13');
  });

  play('what was composed is walked through at the staff entrance', { address, viewport: wide }, async (person) => {
    const { page } = person;
    await page.getByLabel(say.preset).selectOption('A nudge, two times left');
    await page.getByRole('link', { name: say.stage.walk }).click();
    assert.equal(await page.getByLabel('Scenario').inputValue(), 'own');
    await person.signIn();
    await person.button('Not now (2 of 3 left)').waitFor();
    await page.getByRole('link', { name: 'Compose a policy' }).click();
    await person.at(en.prompt);
    assert.equal(await page.getByLabel(say.preset).inputValue(), 'P13');
    await page.goBack();
    await person.at(en.signIn);
    await page.getByLabel('Scenario').selectOption('App or phone');
    assert.doesNotMatch(page.url(), /enforcement/);
  });

  play(
    'another company’s page: the wizard leads away, and the page says so',
    { address, viewport: wide },
    async (person) => {
      const { page } = person;
      await person.at(en.prompt);
      await page.getByLabel(say.reset.none, { exact: true }).check();
      for (const method of ['Nagisa Pass', 'Authenticator app', 'Phone'])
        await page.getByLabel(`${method}: Sign-in`).uncheck();
      await page.getByLabel('Another service: Sign-in').check();
      assert.deepEqual(await steps(person), ['Another service']);
      await person.press('Next');
      await person.at('Set up on another page');
      await person.press('Next');
      await person.press('Go to the other page');
      await page.getByRole('heading', { name: say.stage.elsewhere }).waitFor();
      assert.match(page.url(), /\/policy\?/);
    },
  );

  play('with keys alone: the focus stays where one works', { address, viewport: wide }, async (person) => {
    const { page } = person;
    await person.at(en.prompt);
    await page.getByRole('radio', { name: /^A rule about what is opened/ }).focus();
    await page.keyboard.press('ArrowDown');
    await person.button('Not now (14 days left)').waitFor();
    const focused = (): Promise<string> => page.evaluate(() => (document.activeElement as HTMLInputElement).value);
    assert.equal(await focused(), 'risk');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    assert.equal(await focused(), 'passkey');
    await page.locator('.each li').filter({ hasText: 'Passkey' }).waitFor();
  });

  play(
    'ja, dark: axe finds nothing, nothing scrolls sideways at 320 px, and language changes in place',
    {
      address: `${address}?enforcement=per-user&sign-in=push.phone&reset=email&count=two&unusable=email`,
      lang: 'ja',
      colorScheme: 'dark',
    },
    async (person) => {
      const { page } = person;
      for (const viewport of [wide, { width: 1440, height: 2400 }, narrow]) {
        await page.setViewportSize(viewport);
        await person.at('ここでは何も設定できません');
        assert.deepEqual(await axeFinds(page), []);
        assert.deepEqual(await overflow(page), []);
      }
      await page.locator('select[name=lang]').selectOption('English');
      await page.getByRole('heading', { level: 1, name: say.title }).waitFor();
    },
  );
});
