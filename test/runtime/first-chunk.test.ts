/** What the first chunk leaves to those that come later: the whole flow, and the rest of the table of methods. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { infoOf, requirement, Stage } from './stage.js';

test('what is put off before the whole flow is there is put off once it is', async () => {
  const puttable = { ...requirement(), skip: {} };
  const stage = await Stage.open({ info: infoOf([puttable]), prompt: true });
  assert.equal(stage.phase, 'prompt');
  stage.run.send({ type: 'put-off-asked' });
  assert.equal(stage.backend.count('skip'), 0);
  while (stage.backend.count('skip') === 0) await stage.settled();
  // Pressed again meanwhile, it is still one wish.
  await stage.send({ type: 'put-off-asked' });
  await stage.reply('skip', infoOf([{ ...puttable, status: 'put-off' }]));
  assert.equal(stage.backend.count('skip'), 1);
  assert.deepEqual(stage.told, ['ready', 'skip']);
});

test('no page stands before all kinds that are spoken of are known', async () => {
  const info = infoOf([requirement()], { methods: [{ ...registered, kind: 'elsewhere' as never }] });
  const stage = await Stage.open({ info });
  assert.deepEqual(stage.spokenOf, [['puppet', 'puppet', 'elsewhere']]);
});

const registered = {
  id: 'method-1' as never,
  label: 'One of before',
  usage: ['sign-in'],
  canBeDefault: false,
  removable: false,
} as const;
