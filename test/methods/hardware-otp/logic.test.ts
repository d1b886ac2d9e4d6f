/** What `hardware-otp` alone decides: how a serial number is read, what is kept of it, and what a refusal leads to. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { EnrollmentId } from '../../../src/contract/enrollment.js';
import type { MethodFault } from '../../../src/contract/fault.js';
import type { Enrolled } from '../../../src/contract/method.js';
import { logic, type HardwareOtp, type TokenEvent, type TokenState } from '../../../src/methods/hardware-otp/logic.js';
import { samples } from '../../../src/methods/hardware-otp/samples.js';
import { readSerial } from '../../../src/methods/hardware-otp/serial.js';

const [context] = samples.contexts;
const asked: Enrolled<HardwareOtp> = {
  type: 'enrolled',
  enrollment: { id: 'e' as EnrollmentId, kind: 'hardware-otp', next: { type: 'code', alphabet: 'digits', length: 8 } },
  at: 0,
};

type Told =
  | TokenEvent
  | typeof asked
  | { readonly type: 'refused'; readonly during: 'begin' | 'verify'; readonly fault: MethodFault };

function after(...told: readonly Told[]): TokenState {
  return told.reduce<TokenState>((state, one) => logic.update(state, one, context)[0], logic.start(context)[0]);
}

const typed = '2308-714 025';
const given = { type: 'serial-given', typed } as const;
const unnamed = { type: 'name-given', typed: ' ' } as const;
const wrong = (fault: MethodFault): Told => ({ type: 'refused', during: 'verify', fault });

for (const [text, read] of [
  [' 2308-714 025 ', { serial: '2308714025' }],
  ['２３０８‐７１４０２５', { serial: '2308714025' }],
  ['s/n: ab_12.34', { serial: 'SNAB1234' }],
  ['', { problem: 'empty' }],
  [' -- ', { problem: 'empty' }],
  ['番号', { problem: 'letters' }],
  ['a'.repeat(65), { problem: 'letters' }],
] as const)
  test(`a serial number that is typed as «${text.slice(0, 20)}»`, () => {
    assert.deepEqual(readSerial(text), read);
  });

test('the backend is asked for the bare number, and the person sees what they typed', () => {
  const [state, effects] = logic.update(logic.start(context)[0], given, context);
  assert.deepEqual(effects, [{ type: 'begin', input: { serial: '2308714025' } }]);
  assert.equal(state.page === 'serial' && state.typed, typed);
});

test('a name goes with the same number to the same enrolment; without one nothing is asked', () => {
  const [, named = []] = logic.update(after(given, asked), { type: 'name-given', typed: ' Key ring ' }, context);
  assert.deepEqual(named, [{ type: 'begin', input: { serial: '2308714025' }, label: 'Key ring' }]);
  const [state, effects = []] = logic.update(after(given, asked), unnamed, context);
  assert.deepEqual([state.page, effects], ['code', []]);
});

test('the code has as many digits as the backend says', () => {
  const state = after(given, asked, unnamed);
  assert.equal(state.page === 'code' && state.shape.length, 8);
});

test('Back from the name and from the code finds the number as it was typed', () => {
  for (const state of [after(given, asked, { type: 'went-back' }), after(given, asked, unnamed, { type: 'went-back' })])
    assert.equal(state.page === 'serial' && state.typed, typed);
});

for (const [what, fault, page] of [
  ['a wrong code', { code: 'invalid_code', attemptsLeft: 2 }, 'code'],
  ['a wait', { code: 'attempts_exhausted', recover: 'wait' }, 'code'],
  ['too many wrong codes', { code: 'attempts_exhausted', recover: 'restart' }, 'serial'],
  [
    'a token that somebody else added meanwhile',
    { code: 'invalid_input', field: 'serial', reason: 'mismatch' },
    'serial',
  ],
  ['an enrolment that is over', { code: 'enrollment_gone' }, 'serial'],
] as const satisfies readonly (readonly [string, MethodFault, TokenState['page']])[])
  test(`${what} leads to the page that can mend it`, () => {
    const state = after(given, asked, unnamed, { type: 'code-given', typed: '12345678' }, wrong(fault));
    assert.equal(state.page, page);
    assert.ok(logic.frame(state, context).problem);
  });

test('an unknown number and somebody else’s are told in the same words (R13)', () => {
  const told = (fault: MethodFault): unknown =>
    logic.frame(after(given, { type: 'refused', during: 'begin', fault }), context).problem;
  const unknown = told({ code: 'invalid_input', field: 'serial', reason: 'mismatch' });
  assert.deepEqual(told({ code: 'conflict', with: 'other' }), unknown);
  assert.deepEqual(told({ code: 'conflict', with: 'unknown' }), unknown);
  assert.notDeepEqual(told({ code: 'conflict', with: 'own' }), unknown);
});
