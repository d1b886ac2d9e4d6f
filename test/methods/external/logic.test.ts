/** What `external` alone decides: whose page an address is, when somebody leaves, and what coming back is worth. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { logic, type ExternalState } from '../../../src/methods/external/logic.js';
import { samples } from '../../../src/methods/external/samples.js';
import { siteOf } from '../../../src/methods/external/site.js';

const [context] = samples.contexts;
type Incoming = Parameters<typeof logic.update>[1];
const enrolled = (n: number): Incoming & { readonly type: 'enrolled' } => {
  const enrollment = samples.enrollments[n] ?? assert.fail('no such sample');
  return { type: 'enrolled', enrollment, at: 0 };
};
const [redirect, broken, denied, , done] = samples.enrollments.map((_one, n) => enrolled(n));
const url = 'https://harbor.example/sign-in?ticket=1';

function after(from: ExternalState, ...told: readonly (Incoming | undefined)[]): ExternalState {
  return told.reduce<ExternalState>((state, one) => logic.update(state, one ?? assert.fail(), context)[0], from);
}
const about = logic.start(context)[0];
const frameOf = (state: ExternalState): ReturnType<typeof logic.frame> => logic.frame(state, context);

for (const [address, site] of [
  ['https://id.example/add?state=1', 'id.example'],
  ['https://ID.Example:8443', 'id.example:8443'],
  ['https://id.example#x', 'id.example'],
  ['http://id.example/', undefined],
  ['https://id.example@evil.example/', undefined],
  ['https://id.example\\@evil.example/', undefined],
  ['https://id.example%2f.evil.example/', undefined],
  ['https://-/', undefined],
  ['https://', undefined],
  ['javascript:alert(1)', undefined],
  ['https://id.example/\u202egnp', undefined],
] as const)
  test(`an address such as ${JSON.stringify(address)} is shown as ${String(site)}`, () => {
    assert.equal(siteOf(address), site);
    if (site !== undefined) assert.equal(new URL(address).host, site);
  });

test('nobody leaves before the page that says where one goes, and only by its button', () => {
  assert.equal(frameOf(about).submit?.leaveFor, undefined);
  const state = after(about, { type: 'went-on' }, redirect);
  assert.equal(state.page === 'go' && state.to.site, 'id.lighthouse.example');
  assert.equal(frameOf(state).submit?.leaveFor, 'https://id.lighthouse.example/add?state=4f1c');
});

test('an address that shows one host and leads to another is not gone to', () => {
  const state = after(about, { type: 'went-on' }, broken);
  assert.deepEqual(frameOf(state).problem, { text: 'about.broken' });
  assert.equal(frameOf(state).submit?.leaveFor, undefined);
});

test('after a reload the backend is asked with the address of the page, once', () => {
  const [state, effects = []] = logic.start(context, redirect);
  assert.deepEqual([state.page, effects], ['returning', []]);
  const [asked, wishes] = logic.update(state, { type: 'came-back', url }, context);
  assert.deepEqual(wishes, [{ type: 'verify', proof: { type: 'returned', url } }]);
  assert.deepEqual(logic.update(asked, { type: 'came-back', url }, context), [asked]);
});

test('who comes back unfinished is told so, and does not leave again by themselves', () => {
  const [, effects = []] = logic.update(logic.start(context, redirect)[0], redirect ?? assert.fail(), context);
  const state = after(logic.start(context, redirect)[0], { type: 'came-back', url }, redirect);
  assert.deepEqual([frameOf(state).problem, effects], [{ text: 'go.unfinished' }, []]);
});

test('where the host opened the other page beside this one, the person says when they have finished', () => {
  const away = after(about, { type: 'went-on' }, redirect, { type: 'left' });
  assert.deepEqual(frameOf(away).links, [{ label: 'go.finished', event: { type: 'finished' } }]);
  assert.equal(after(away, { type: 'finished' }, { type: 'came-back', url }, done).page, 'registered');
});

test('a "no" over there is told, and trying again starts over', () => {
  const state = after(logic.start(context, redirect)[0], { type: 'came-back', url }, denied);
  assert.equal(state.page, 'rejected');
  const [, effects] = logic.update(state, { type: 'went-on' }, context);
  assert.deepEqual(effects, [{ type: 'begin', input: {}, restart: true }] satisfies typeof effects);
});

test('what cannot be asked leaves the person where they can try again', () => {
  const back = after(logic.start(context, redirect)[0], { type: 'came-back', url });
  const refused = (code: 'server' | 'enrollment_gone'): Parameters<typeof logic.update>[1] => ({
    type: 'refused',
    during: 'verify',
    fault: { code },
  });
  assert.equal(after(back, refused('server')).page, 'go');
  assert.equal(after(back, refused('enrollment_gone')).page, 'about');
  assert.equal(after(back, { type: 'withdrawn', during: 'verify' }).page, 'go');
});
