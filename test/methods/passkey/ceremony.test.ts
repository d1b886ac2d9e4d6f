/** From the press to the registered passkey: what each end of the browser's ceremony, and each refusal, leads to. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { MethodFault } from '../../../src/contract/fault.js';
import type { Reply } from '../../../src/contract/method.js';
import { logic } from '../../../src/methods/passkey/logic.js';
import { samples } from '../../../src/methods/passkey/samples.js';
import type { On, Passkey, PasskeyEvent, PasskeyState } from '../../../src/methods/passkey/state.js';

const [context] = samples.contexts;
const [asked] = samples.enrollments;
const credential = { id: 'AQID' };

/** Where events lead, one after the other, and what the last one wished for. */
function after(...events: readonly (PasskeyEvent | Reply<Passkey>)[]): {
  state: PasskeyState;
  wishes: readonly string[];
  text: unknown;
} {
  let [state, effects] = logic.start(context);
  for (const event of events) [state, effects] = logic.update(state, event, context);
  const { problem } = logic.frame(state, context);
  return {
    state,
    wishes: (effects ?? []).map((effect) => JSON.stringify(effect)),
    text: problem && ('text' in problem ? problem.text : problem.fault.code),
  };
}

const ready = [{ type: 'went-on' }, { type: 'enrolled', enrollment: asked, at: 0 }] as const;
const pressed = [...ready, { type: 'name-given', typed: ' Blue key ' }] as const;
const made = [...pressed, { type: 'made', credential }] as const;
const refusal = (fault: MethodFault) => ({ type: 'refused', during: 'verify', fault }) as const;
const create = (state: PasskeyState): On<'create'> => (state.page === 'create' ? state : assert.fail(state.page));

test('the browser is asked in the press, and only with a name and with options', () => {
  assert.deepEqual(after(...pressed).wishes, ['{"type":"perform"}']);
  assert.deepEqual(after({ type: 'went-on' }, { type: 'name-given', typed: 'Blue key' }).wishes, []);
  assert.equal(after(...ready, { type: 'name-given', typed: '   ' }).text, 'name.empty');
  assert.deepEqual(after(...ready, { type: 'name-given', typed: '🔑'.repeat(31) }).text, [
    'name.too-long',
    { count: 30 },
  ]);
  assert.deepEqual(after(...ready, { type: 'name-given', typed: '🔑'.repeat(30) }).wishes, ['{"type":"perform"}']);
});

test('a second press while the browser is busy asks for nothing', () => {
  assert.deepEqual(after(...pressed, { type: 'name-given', typed: 'Blue key' }).wishes, []);
});

test('what was made is handed in under the name without its spaces', () => {
  const proof = { type: 'webauthn', credential, label: 'Blue key' };
  assert.deepEqual(after(...made).wishes, [JSON.stringify({ type: 'verify', proof })]);
});

const mishaps = ['exists', 'not-made', 'framed', 'no-verification', 'address', 'failed'] as const;

for (const why of mishaps)
  test(`the browser ends with ${why}: it is said in its own words, and the same options serve again`, () => {
    const { state, text } = after(...pressed, { type: 'not-made', why });
    assert.equal(text, `problem.${why}`);
    assert.ok(create(state).options);
    assert.deepEqual(after(...pressed, { type: 'not-made', why }, { type: 'name-given', typed: 'x' }).wishes, [
      '{"type":"perform"}',
    ]);
  });

const rejections = [
  ['already_registered', 'problem.exists'],
  ['attestation', 'problem.model'],
  ['origin', 'problem.address'],
  ['user_verification', 'problem.no-verification'],
  [undefined, 'problem.failed'],
] as const;

for (const [reason, words] of rejections)
  test(`the backend rejects the credential (${String(reason)}): another challenge is fetched while the reason stands`, () => {
    const fault = { code: 'credential_rejected', ...(reason && { reason }) } as const;
    const refused = after(...made, refusal(fault));
    assert.deepEqual(refused.wishes, ['{"type":"begin","input":{},"restart":true}']);
    assert.equal(refused.text, words);
    const renewed = after(...made, refusal(fault), { type: 'enrolled', enrollment: asked, at: 1 });
    assert.equal(renewed.text, words);
    assert.deepEqual([create(renewed.state).made, create(renewed.state).busy], [undefined, undefined]);
  });

test('what may pass is tried again with what was made: nobody touches a key twice for it', () => {
  const refused = after(...made, refusal({ code: 'server' }));
  assert.equal(refused.text, 'server');
  const again = after(...made, refusal({ code: 'server' }), { type: 'name-given', typed: 'Blue key' });
  assert.match(again.wishes.join(), /"verify"/);
});

test('a name that the backend does not take is told at its field, and the next one is handed in with the same passkey', () => {
  const fault = { code: 'invalid_input', field: 'label', reason: 'too_long' } as const;
  const { problem } = logic.frame(after(...made, refusal(fault)).state, context);
  assert.equal(problem?.field, 'label');
  const again = after(...made, refusal(fault), { type: 'name-given', typed: 'Key' });
  assert.match(again.wishes.join(), /"label":"Key"/);
});

test('an enrolment whose time is over is opened anew', () => {
  const refused = after(...made, refusal({ code: 'enrollment_gone', reason: 'expired' }));
  assert.deepEqual(refused.wishes, ['{"type":"begin","input":{}}']);
  assert.equal(refused.text, 'problem.renewed');
});

test('whoever leaves the page has given the ceremony up: what it makes later is not handed in', () => {
  assert.deepEqual(after(...pressed, { type: 'went-back' }, { type: 'made', credential }).wishes, []);
});

for (const reason of ['browser', 'frame', 'device'] as const)
  test(`nothing can be made here (${reason}): the page says so where other methods can be chosen`, () => {
    const { state } = after({ type: 'found-unable', reason });
    const { title, stage } = logic.frame(state, context);
    assert.deepEqual([title, stage], [`unable.${reason}`, 'first']);
    assert.equal(after({ type: 'found-unable', reason }, { type: 'went-on' }).state.page, 'about');
  });

test('news that nothing can be made does not break into a ceremony', () => {
  assert.equal(after(...pressed, { type: 'found-unable', reason: 'device' }).state.page, 'create');
});
