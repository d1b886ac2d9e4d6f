/** Every organisation of the specification leads its person to an end, or to a page that says honestly why there is none. */
import assert from 'node:assert/strict';
import process from 'node:process';
import { describe } from 'node:test';
import { demoNumber } from '../../demo/demo-account.js';
import { scenarioIds } from '../../demo/scenarios.js';
import { isPlanned, kindOf, openingOf, requirements } from './planned.js';
import { play, together } from './stage.js';
import { words as inLanguages } from './words.js';

const { en } = inLanguages;

/** Each opens in a way of its own; `SCENARIOS=all` walks every one. What each asks for is held in `scenarios.test.ts`. */
const telling = ['P5', 'P10', 'P13', 'P14', 'P15-blocked', 'P16', 'P19', 'P20', 'P21'];
const isWhole = process.env['SCENARIOS'] === 'all';
const planned = scenarioIds.filter(isPlanned).filter((id) => isWhole || telling.includes(id));
const half = Math.ceil(planned.length / 2);

/** The first page of each method that is known by its heading. */
const pages: Readonly<Record<string, string>> = { push: en.getApp, totp: en.setUp, phone: en.phone };

/** What putting everything off is called. */
const laters: Readonly<Record<string, string>> = {
  P3: 'Not now',
  P4: 'Not now',
  P8: 'Not now (8 days left)',
  P11: 'Not now',
  P13: 'Not now (2 of 3 left)',
};

describe('the planner’s organisations', together, () => {
  for (const ids of [planned.slice(0, half), planned.slice(half)])
    play(`${ids.join(', ')}: to the first method, or to a page that says why there is none`, {}, async (person) => {
      for (const id of ids) {
        const [next] = requirements(id);
        const opening = openingOf(id, en);
        await person.page.getByLabel('Scenario').selectOption(id);
        await person.signIn();
        await person.at(opening);
        if (opening !== en.prompt || next === undefined) continue;
        const later = person.button(/^Not now/);
        assert.equal(await later.count(), next.skip ? 1 : 0, id);
        if (laters[id] !== undefined) assert.equal(await later.innerText(), laters[id], id);
        await person.press(en.next);
        await person.heading(en.prompt).waitFor({ state: 'detached' });
        const title = pages[kindOf(next) ?? ''];
        if (title !== undefined) await person.at(title);
        assert.equal(await person.main.getByRole('heading', { level: 1 }).count(), 1, id);
      }
    });

  play('what may be put off lets the person through', {}, async (person) => {
    for (const [id, later] of Object.entries(laters)) {
      await person.page.getByLabel('Scenario').selectOption(id);
      await person.signIn();
      await person.press(later);
      await person.at(en.start);
      await person.sees(/^Put off/);
    }
  });

  play(
    'P15: where no number is taken, the page says so and keeps what was typed',
    { scenario: 'P15' },
    async (person) => {
      await person.signIn();
      await person.press(en.next);
      await person.at(en.phone);
      await person.type(en.phoneNumber, demoNumber);
      await person.press(en.next);
      await person.sees('This kind of number cannot be used here. Enter another number.');
      assert.equal(await person.field(en.phoneNumber).inputValue(), demoNumber);
    },
  );
});
