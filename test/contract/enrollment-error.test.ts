/** What adapters throw on purpose is told from everything else that may be thrown. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { EnrollmentError, faultOf } from '../../src/contract/enrollment-error.js';
import { leadsElsewhere } from '../../src/contract/fault.js';
import { everyFault } from '../../demo/gallery/methods/every-fault.js';

test('every refusal is read back as it was thrown', () => {
  for (const fault of everyFault) assert.equal(faultOf(new EnrollmentError(fault)), fault);
});

test('it is an Error with its code as the message, for those who log it, and keeps its cause for those who debug', () => {
  const cause = new Error('socket hang up');
  const error = new EnrollmentError({ code: 'network' }, { cause });
  assert.ok(error instanceof Error);
  assert.deepEqual([error.name, error.message, error.cause], ['EnrollmentError', 'network', cause]);
});

test('one of another copy of the package, or from another window, is read as well', () => {
  const foreign = JSON.parse('{"name":"EnrollmentError","fault":{"code":"locked","retryAfter":60000}}') as unknown;
  assert.deepEqual(faultOf(foreign), { code: 'locked', retryAfter: 60_000 });
});

test('nothing else is taken for one', () => {
  const others: readonly unknown[] = [
    undefined,
    null,
    'server',
    404,
    new Error('server'),
    { fault: { code: 'server' } },
    { name: 'EnrollmentError' },
    { name: 'EnrollmentError', fault: null },
    { name: 'EnrollmentError', fault: 'server' },
    { name: 'EnrollmentError', fault: { code: 7 } },
    { name: 'TypeError', fault: { code: 'server' } },
  ];
  for (const other of others) assert.equal(faultOf(other), undefined);
  fc.assert(fc.property(fc.anything(), (thrown) => assert.equal(faultOf(thrown), undefined)));
});

test('a refusal that nothing typed would mend leads to other methods; the rest stays on its page', () => {
  const elsewhere = everyFault.filter(leadsElsewhere).map(({ code }) => code);
  assert.deepEqual([...new Set(elsewhere)].sort(), [
    'conflict',
    'limit_reached',
    'method_unavailable',
    'policy_denied',
    'prerequisite',
    'unsupported',
  ]);
});
