/** The ways to reach a phone, as a backend offers them. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Offer } from '../../../src/contract/enrollment.js';
import { channelsOf } from '../../../src/methods/phone/channels.js';

const offer = (channels: unknown): Offer<'phone'> =>
  ({ kind: 'phone', usage: ['sign-in'], channels }) as Offer<'phone'>;

test('what a newer backend offers besides is passed over, and the order stays', () => {
  assert.deepEqual(channelsOf(offer(['fax', 'voice', 'sms'])), ['voice', 'sms']);
});

for (const channels of [undefined, 'sms', [], ['fax']])
  test(`without a way that is known the offer is broken: ${JSON.stringify(channels)}`, () => {
    assert.throws(() => channelsOf(offer(channels)), TypeError);
  });
