/** The table of scenarios: every row is one that a backend can answer, and every row has its words. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { scenarioIds, scenarios, type Scenario } from '../../demo/scenarios.js';
import { makeBackend } from '../../demo/backend.js';
import { fill, words } from '../../demo/words/words.js';
import { faultOf } from '../../src/contract/enrollment-error.js';
import type { SecurityInfo } from '../../src/contract/security-info.js';

async function loaded(scenario: Scenario): Promise<SecurityInfo | undefined> {
  const { adapter } = makeBackend(scenario, { organization: 'Nagisa', isOffline: () => false, diary: undefined });
  try {
    return await adapter.load({ locale: 'en', signal: AbortSignal.timeout(10_000) });
  } catch (refused) {
    assert.ok(faultOf(refused), String(refused));
    return undefined;
  }
}

for (const id of scenarioIds) {
  const scenario: Scenario = scenarios[id];

  test(`${id}: its requirements have ids of their own and come back from the backend`, async () => {
    const ids = scenario.requirements.map((requirement) => requirement.id);
    assert.equal(new Set(ids).size, ids.length);
    const info = await loaded({ ...scenario, waits: [0] });
    if (info) assert.deepEqual(info.requirements, scenario.requirements);
  });

  test(`${id}: both languages say what it is`, () => {
    for (const { scenarios: described } of Object.values(words)) {
      assert.ok(described[id].name.length > 2);
      assert.ok(described[id].note.length > 5);
    }
  });
}

test('the first scenario is the one that shows most', () => {
  assert.equal(scenarioIds[0], 'P1');
});

test('the two languages have holes of the same names', () => {
  assert.deepEqual(holes(words.ja), holes(words.en));
});

test('a hole without a value stays to be seen', () => {
  assert.equal(fill('{days} of {total}', { days: 8 }), '8 of {total}');
});

/** The names of the holes of every text, by the way to it. */
function holes(value: unknown, at = ''): readonly string[] {
  if (typeof value === 'string') return [...value.matchAll(/\{\w+\}/g)].map(([hole]) => `${at} ${hole}`).sort();
  return Object.entries(value as object).flatMap(([key, inner]) => holes(inner, `${at}.${key}`));
}
