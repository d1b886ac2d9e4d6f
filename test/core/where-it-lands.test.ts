/** Where a person lands when the wizard opens, or opens again after a reload, by what the backend knows. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SecurityInfo } from '../../src/contract/security-info.js';
import type { FlowContext, FlowStep } from '../../src/core/flow-state.js';
import { initial, transition } from '../../src/core/flow.js';
import { everyFault } from '../../demo/gallery/methods/every-fault.js';
import {
  app,
  followerOf,
  infoOf,
  newer,
  office,
  pendingOf,
  phone,
  requirement,
  withoutPrompt,
  withPrompt,
} from './plans.js';

function land(info: SecurityInfo, context: FlowContext = withPrompt): FlowStep {
  const [state] = transition(initial, { type: 'started' }, context);
  return transition(state, { type: 'loaded', info }, context);
}

/** The method that is entered, by kind and offer; what is drawn before it, otherwise. */
function entered(info: SecurityInfo, context?: FlowContext): string {
  const [state] = land(info, context);
  if (state.phase !== 'method') return state.phase;
  const { offer, pending } = state.at;
  return [offer.kind, offer.offerId, pending && `resuming ${pending.id}`].filter(Boolean).join(' ');
}

const open = requirement('a', [app, phone]);
const openToo = requirement('b', [phone]);
const done = requirement('a', [app, phone], undefined, 'satisfied');
const later = requirement('a', [app], {}, 'put-off');

test('on connect the backend is asked, and whatever stood before is left', () => {
  const [state, effects] = transition(initial, { type: 'started' }, withPrompt);
  assert.equal(state.phase, 'loading');
  assert.deepEqual(effects, [{ type: 'leave', cancel: false }, { type: 'load' }]);
});

test('whoever has done nothing yet is shown the prompt', () => {
  const [state, effects] = land(infoOf([open, openToo]));
  assert.equal(state.phase, 'prompt');
  assert.deepEqual(effects, [{ type: 'tell', news: { type: 'ready' } }]);
});

test('the prompt leads to the first offer of the first open requirement [F14]', () => {
  const [prompt] = land(infoOf([later, openToo]));
  const [state, effects] = transition(prompt, { type: 'went-on' }, withPrompt);
  assert.equal(state.phase === 'method' && state.at.requirementId, 'b');
  assert.deepEqual(
    effects?.map(({ type }) => type),
    ['enter'],
  );
});

test('without the prompt, the first method opens at once', () => {
  assert.equal(entered(infoOf([open, openToo]), withoutPrompt), 'totp');
});

test('an enrolment left open is gone on with, past the prompt', () => {
  assert.equal(entered(infoOf([open], [pendingOf(app)])), 'totp resuming open-totp');
});

test('what the backend opened after a method is gone on with, before the prompt and before what is open', () => {
  const pending = [pendingOf(phone), followerOf(office)];
  assert.equal(entered(infoOf([done, openToo], pending)), 'phone office resuming open-phone');
  assert.equal(entered(infoOf([done], [followerOf(office)])), 'phone office resuming open-phone', 'and after it all');
  assert.equal(entered(infoOf([], [followerOf(office)])), 'phone office resuming open-phone', 'whatever was asked for');
});

test('it is part of the step that its method stands for', () => {
  const [state] = land(infoOf([{ ...openToo, id: 'first' }, done], [followerOf(office)]));
  assert.equal(state.phase === 'method' && state.at.requirementId, 'a');
});

test('what was begun for a requirement that is met meanwhile is not gone on with', () => {
  assert.equal(entered(infoOf([done], [pendingOf(phone)])), 'left');
});

test('an enrolment left open for a later offer opens that offer', () => {
  assert.equal(entered(infoOf([open], [pendingOf(phone)])), 'phone resuming open-phone');
});

test('two offers of one kind are told apart by their id', () => {
  const both = requirement('a', [phone, office]);
  assert.equal(entered(infoOf([both], [pendingOf(office)])), 'phone office resuming open-phone');
  assert.equal(entered(infoOf([both], [pendingOf(phone)])), 'phone resuming open-phone');
});

test('an enrolment left open for something that is not asked for now does not count', () => {
  assert.equal(entered(infoOf([openToo], [pendingOf(app)])), 'prompt');
  assert.equal(entered(infoOf([openToo], [pendingOf(office)])), 'prompt', 'nor does one of another offer');
});

test('whoever has met one requirement already goes on with the next, past the prompt [F29]', () => {
  assert.equal(entered(infoOf([done, openToo])), 'phone');
});

test('whoever has only put things off sees the prompt again', () => {
  assert.equal(entered(infoOf([later, openToo])), 'prompt');
});

test('when all is met or put off, nothing is drawn and the host is told at once [F2]', () => {
  for (const requirements of [[], [done], [later], [done, requirement('b', [phone], {}, 'put-off')]]) {
    const [state, effects] = land(infoOf(requirements));
    assert.deepEqual(state.phase === 'left' && state.outcome, 'complete');
    assert.deepEqual(
      effects?.map((effect) => effect.type === 'tell' && effect.news.type),
      ['complete', 'ready'],
    );
  }
});

test('offers of kinds that this wizard does not know are passed over', () => {
  const mixed = requirement('a', [newer, phone]);
  assert.equal(entered(infoOf([mixed]), withoutPrompt), 'phone');
  assert.equal(entered(infoOf([mixed], [pendingOf(newer)])), 'prompt', 'an enrolment of such a kind as well');
});

test('a requirement with no offer that can be drawn is said to be impossible, without a prompt before it', () => {
  const [state, effects] = land(infoOf([requirement('a', [newer])]));
  assert.deepEqual(state.phase === 'trouble' && state.fault, { code: 'method_unavailable' });
  const tell = effects?.find(({ type }) => type === 'tell');
  const news = { type: 'error', fault: { code: 'method_unavailable' }, kind: newer.kind };
  assert.deepEqual(tell, { type: 'tell', news }, 'and the host is told which kind it lacks');
});

test('a load that is refused is trouble that says why, told to the host, with a way to try again', () => {
  for (const fault of everyFault) {
    const [state, effects] = transition(initial, { type: 'load-refused', fault }, withPrompt);
    assert.deepEqual(state.phase === 'trouble' && state.fault, fault);
    assert.deepEqual(effects?.at(-1), { type: 'tell', news: { type: 'error', fault, kind: undefined } });
    const [again, load] = transition(state, { type: 'retry-asked' }, withPrompt);
    assert.equal(again.phase, 'loading');
    assert.deepEqual(load, [{ type: 'load' }]);
  }
});
