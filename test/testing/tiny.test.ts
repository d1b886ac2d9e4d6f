/** An adapter of three functions passes all that can be asked of it, and is told what could not be asked (R89). */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { generateSync } from 'otplib';
import { checkAdapter, type Lab } from '../../src/testing/index.js';
import { tinyAdapter } from './tiny-adapter.js';

const lab: Lab = {
  name: 'tiny',
  kinds: ['totp'],
  person: () => {
    const clock = { at: Date.UTC(2026, 0, 15) };
    return {
      adapter: tinyAdapter(() => clock.at),
      clock: {
        advance: (ms) => {
          clock.at += ms;
        },
      },
      codeFor: ({ provision }) =>
        generateSync({ secret: provision?.manual[0]?.value ?? '', epoch: Math.floor(clock.at / 1000) }),
    };
  },
};

test('three functions are enough', async () => {
  const { results, passed, failed } = await checkAdapter(lab);
  assert.deepEqual(
    results.filter(({ outcome }) => outcome === 'failed'),
    [],
  );
  assert.equal(failed, 0);
  assert.ok(passed >= 30, `only ${passed} passed`);
});

test('each check that is skipped says what is missing', async () => {
  const { results } = await checkAdapter(lab);
  const reasons = results.flatMap(({ outcome, reason }) => (outcome === 'skipped' ? [reason ?? ''] : []));
  assert.ok(reasons.length > 0);
  for (const reason of reasons) {
    assert.match(
      reason,
      /^(the (adapter|lab) (has no|does not list) [\w-]+|nobody is offered .+|enrolments here never end)$/,
    );
  }
});
