/** From one method to the next: skipping, choosing another, registering, the last page. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Requirement, SecurityInfo } from '../../src/contract/security-info.js';
import type { FlowEffect, FlowEvent, FlowState } from '../../src/core/flow-state.js';
import { initial, transition } from '../../src/core/flow.js';
import {
  app,
  infoOf,
  newer,
  followerOf,
  phone,
  registered,
  requirement,
  withStatuses,
  withoutPrompt,
  withPrompt,
} from './plans.js';

/** A run of the flow, with the wishes of its latest event. */
class Run {
  state: FlowState = initial;
  effects: readonly FlowEffect[] = [];
  readonly prompt: boolean;

  constructor(info: SecurityInfo, { prompt = false } = {}) {
    this.prompt = prompt;
    this.hear({ type: 'started' }, { type: 'loaded', info });
  }

  hear(...events: readonly FlowEvent[]): this {
    for (const event of events)
      [this.state, this.effects = []] = transition(this.state, event, this.prompt ? withPrompt : withoutPrompt);
    return this;
  }

  get news(): readonly string[] {
    return this.effects.flatMap((effect) => (effect.type === 'tell' ? [effect.news.type] : []));
  }

  /** What is wished for, in short: `skip a`, `enter phone`, `leave and cancel`. */
  get wishes(): readonly string[] {
    return this.effects.flatMap((effect) => {
      if (effect.type === 'tell') return [];
      if (effect.type === 'skip') return [`skip ${effect.requirementId}`];
      if (effect.type === 'enter') return [`enter ${effect.place.offer.kind}`];
      return [effect.type === 'leave' && effect.cancel ? 'leave and cancel' : effect.type];
    });
  }

  get place(): string {
    return 'at' in this.state ? `${this.state.phase} ${this.state.at.requirementId}` : this.state.phase;
  }
}

const plan = [requirement('a', [app, phone], { timesLeft: 2 }), requirement('b', [phone], {})];
const info = (...statuses: readonly Requirement['status'][]): SecurityInfo => infoOf(withStatuses(plan, statuses));
const done = registered();
const follower = followerOf(phone);
const followed = infoOf(withStatuses(plan, ['satisfied']), [follower]);
const atFollower = (known: SecurityInfo = followed): Run =>
  new Run(info()).hear(done, { type: 'loaded', info: known }, { type: 'method-left' });

test('Skip inside a method puts this requirement off and goes on to the next', () => {
  const run = new Run(info()).hear({ type: 'put-off-asked' });
  assert.deepEqual(run.wishes, ['skip a']);
  assert.equal(run.place, 'method a', 'nothing moves before the backend has said so');
  run.hear({ type: 'put-off', info: info('put-off') });
  assert.equal(run.place, 'method b');
  assert.deepEqual(run.wishes, ['leave and cancel', 'enter phone']);
});

test('Skip on the last open requirement ends the run with siw-skip', () => {
  const run = new Run(info('put-off')).hear({ type: 'put-off-asked' });
  run.hear({ type: 'put-off', info: info('put-off', 'put-off') });
  assert.equal(run.place, 'left');
  assert.deepEqual(run.news, ['skip']);
});

test('Skip after something was registered in this run leads to the last page instead', () => {
  const run = new Run(info()).hear(done, { type: 'loaded', info: info('satisfied') }, { type: 'method-left' });
  run.hear({ type: 'put-off-asked' }, { type: 'put-off', info: info('satisfied', 'put-off') });
  assert.equal(run.place, 'summary');
  assert.deepEqual(run.news, []);
});

test('Not now puts the open requirements off in order and then ends with siw-skip', () => {
  const run = new Run(info(), { prompt: true }).hear({ type: 'put-off-asked' });
  assert.deepEqual(run.wishes, ['skip a']);
  run.hear({ type: 'put-off', info: info('put-off') });
  assert.deepEqual(run.wishes, ['skip b']);
  assert.equal(run.place, 'prompt');
  run.hear({ type: 'put-off', info: info('put-off', 'put-off') });
  assert.deepEqual([run.place, run.news], ['left', ['skip']]);
});

test('Not now passes over what is put off already', () => {
  const run = new Run(info('put-off'), { prompt: true }).hear({ type: 'put-off-asked' });
  assert.deepEqual(run.wishes, ['skip b']);
});

test('while something is being put off, neither page can be pressed again', () => {
  for (const prompt of [true, false]) {
    const run = new Run(info(), { prompt }).hear({ type: 'put-off-asked' });
    const { state } = run;
    run.hear({ type: 'put-off-asked' }, { type: 'went-on' }, { type: 'chooser-asked' });
    assert.equal(run.state, state);
  }
});

test('a backend that answers a skip and leaves the requirement open is told apart from one that obeys', () => {
  for (const prompt of [true, false]) {
    const run = new Run(info(), { prompt }).hear({ type: 'put-off-asked' }, { type: 'put-off', info: info() });
    assert.ok('problem' in run.state);
    assert.deepEqual(run.state.problem, { code: 'protocol' });
    assert.deepEqual(run.wishes, [], 'it is not asked for ever');
  }
});

test('a refused skip leaves the page as it was, with the reason; a withdrawn one without', () => {
  for (const prompt of [true, false]) {
    const run = new Run(info(), { prompt }).hear({ type: 'put-off-asked' });
    run.hear({ type: 'refused', fault: { code: 'policy_denied' } });
    assert.ok('puttingOff' in run.state);
    assert.deepEqual([run.state.puttingOff, run.state.problem], [undefined, { code: 'policy_denied' }]);
    run.hear({ type: 'put-off-asked' }, { type: 'withdrawn' });
    assert.ok('puttingOff' in run.state);
    assert.deepEqual([run.state.puttingOff, run.state.problem], [undefined, undefined]);
  }
});

test('the chooser lies over a method without ending it', () => {
  const run = new Run(info()).hear({ type: 'chooser-asked' });
  assert.deepEqual([run.place, run.wishes], ['chooser a', []]);
  run.hear({ type: 'chooser-left' });
  assert.deepEqual([run.place, run.wishes], ['method a', []]);
});

test('choosing another method ends the enrolment of the one before, under the same requirement', () => {
  const run = new Run(info()).hear({ type: 'chooser-asked' }, { type: 'offer-chosen', offer: phone });
  assert.deepEqual([run.place, run.wishes], ['method a', ['leave and cancel', 'enter phone']]);
});

test('choosing the method that is open already is going back to it', () => {
  const run = new Run(info()).hear({ type: 'chooser-asked' }, { type: 'offer-chosen', offer: app });
  assert.deepEqual([run.place, run.wishes], ['method a', []]);
});

test('whatever is registered is told, and the backend asked what is left', () => {
  const run = new Run(info()).hear(done);
  assert.deepEqual([run.news, run.wishes], [['registered'], ['load']]);
  assert.equal(run.place, 'method a', 'the page that says so stays until the person goes on');
});

test('a method that registers under the chooser is seen', () => {
  const run = new Run(info()).hear({ type: 'chooser-asked' }, done);
  assert.equal(run.place, 'method a');
});

test('a registered method is neither skipped nor exchanged', () => {
  const run = new Run(info()).hear(done);
  const { state } = run;
  run.hear({ type: 'put-off-asked' }, { type: 'chooser-asked' }, { type: 'offer-chosen', offer: phone });
  assert.equal(run.state, state);
});

test('after a registration the next requirement is the one that the fresh answer names', () => {
  const run = new Run(info()).hear(done, { type: 'loaded', info: info('satisfied') }, { type: 'method-left' });
  assert.deepEqual([run.place, run.wishes], ['method b', ['leave', 'enter phone']]);
});

test('whoever goes on before that answer is here waits for it', () => {
  const run = new Run(info()).hear(done, { type: 'method-left' });
  assert.deepEqual([run.place, run.wishes], ['loading', ['leave', 'load']]);
  run.hear({ type: 'loaded', info: info('satisfied', 'satisfied') });
  assert.equal(run.place, 'summary', 'and still gets the last page');
});

test('a load that failed after a registration is repeated when the person goes on', () => {
  const run = new Run(info()).hear(done, { type: 'load-refused', fault: { code: 'server' } });
  assert.equal(run.place, 'method a', 'the good news stays on the page');
  assert.deepEqual(run.hear({ type: 'method-left' }).wishes, ['leave', 'load']);
});

test('what the backend opened together with a method is visited next, under the same requirement', () => {
  const run = new Run(info()).hear(registered('totp', follower), { type: 'loaded', info: followed });
  run.hear({ type: 'method-left' });
  assert.deepEqual([run.place, run.wishes], ['method a', ['leave', 'enter phone']]);
  assert.ok(run.state.phase === 'method');
  assert.deepEqual(run.state.at.pending, follower);
});

test('it is told by the next answer of load, and whoever is faster waits for that', () => {
  const run = new Run(info()).hear(registered('totp', follower), { type: 'method-left' });
  assert.deepEqual([run.place, run.wishes], ['loading', ['leave', 'load']]);
  assert.deepEqual(run.hear({ type: 'loaded', info: followed }).wishes, ['enter phone']);
});

test('whoever leaves what the backend opened by itself keeps what is registered, and asks nobody', () => {
  const run = atFollower().hear({ type: 'put-off-asked' });
  assert.deepEqual([run.place, run.wishes], ['method b', ['leave and cancel', 'enter phone']]);
  const last = atFollower(infoOf(withStatuses(plan, ['satisfied', 'satisfied']), [follower]));
  last.hear({ type: 'put-off-asked' });
  assert.deepEqual([last.place, last.wishes], ['summary', ['leave and cancel']]);
});

test('whoever finds it after a reload, and leaves it, is through', () => {
  const run = new Run(infoOf(withStatuses(plan, ['satisfied', 'satisfied']), [follower]));
  assert.equal(run.place, 'method a');
  run.hear({ type: 'put-off-asked' });
  assert.deepEqual([run.place, run.news], ['left', ['complete']]);
});

test('once it is registered it is not left any more, but gone on from', () => {
  const run = atFollower().hear(registered('phone'));
  const { state } = run;
  assert.equal(run.hear({ type: 'put-off-asked' }).state, state);
});

test('when the last requirement is met, the last page says so, and completing it tells the host', () => {
  const run = new Run(info('satisfied')).hear(done, { type: 'loaded', info: info('satisfied', 'satisfied') });
  assert.equal(run.hear({ type: 'method-left' }).place, 'summary');
  assert.deepEqual(run.hear({ type: 'finished' }).wishes, ['complete']);
  run.hear({ type: 'completed', info: info('satisfied', 'satisfied') });
  assert.deepEqual([run.place, run.news], ['left', ['complete']]);
});

const atSummary = (): Run =>
  new Run(info('satisfied')).hear(
    done,
    { type: 'loaded', info: info('satisfied', 'satisfied') },
    { type: 'method-left' },
  );

test('a backend that knows of one more requirement at the end sends the person there', () => {
  const run = atSummary().hear({ type: 'finished' }, { type: 'completed', info: info('satisfied', 'open') });
  assert.deepEqual([run.place, run.news], ['method b', []]);
});

test('the default can be changed on the last page, and what the backend answers is shown', () => {
  const ref = { methodId: 'method-1' } as Extract<FlowEvent, { type: 'default-chosen' }>['ref'];
  const run = atSummary().hear({ type: 'default-chosen', ref });
  assert.deepEqual(run.effects, [{ type: 'set-default', ref }]);
  const { state } = run;
  assert.equal(run.hear({ type: 'finished' }).state, state, 'one thing at a time');
  run.hear({ type: 'default-set', info: { ...info('satisfied', 'satisfied'), defaultMethod: ref } });
  assert.ok(run.state.phase === 'summary');
  assert.deepEqual([run.state.working, run.state.info.defaultMethod], [undefined, ref]);
});

test('the choice of a default is made over the last page, and can be left without having made one', () => {
  const run = atSummary().hear({ type: 'default-asked' });
  assert.ok(run.state.phase === 'summary');
  assert.deepEqual([run.state.choosing, run.wishes], [true, []]);
  const { state } = run;
  assert.equal(run.hear({ type: 'default-asked' }).state, state, 'asked twice is asked once');
  run.hear({ type: 'default-left' });
  assert.ok(run.state.phase === 'summary');
  assert.deepEqual([run.state.choosing, run.wishes], [false, []]);
  const { state: left } = run;
  assert.equal(run.hear({ type: 'default-left' }).state, left);
});

test('the choice of a default is neither opened nor left while the backend is asked', () => {
  const ref = { methodId: 'method-1' } as Extract<FlowEvent, { type: 'default-chosen' }>['ref'];
  const setting = atSummary().hear({ type: 'default-asked' }, { type: 'default-chosen', ref });
  const { state } = setting;
  assert.equal(setting.hear({ type: 'default-left' }).state, state);
  const completing = atSummary().hear({ type: 'finished' });
  const { state: busy } = completing;
  assert.equal(completing.hear({ type: 'default-asked' }).state, busy);
});

test('a default that is refused stays to be chosen, and its reason goes with the choice', () => {
  const ref = { methodId: 'method-1' } as Extract<FlowEvent, { type: 'default-chosen' }>['ref'];
  const run = atSummary().hear({ type: 'default-asked' }, { type: 'default-chosen', ref });
  run.hear({ type: 'refused', fault: { code: 'policy_denied' } });
  assert.ok(run.state.phase === 'summary');
  assert.deepEqual([run.state.choosing, run.state.problem], [true, { code: 'policy_denied' }]);
  run.hear({ type: 'default-left' });
  assert.ok(run.state.phase === 'summary');
  assert.deepEqual([run.state.choosing, run.state.problem], [false, undefined]);
});

test('a choice whose page does not come leads back to where it was asked for, and says so', () => {
  const summary = atSummary().hear({ type: 'default-asked' }, { type: 'aside-missed' });
  assert.ok(summary.state.phase === 'summary');
  assert.deepEqual([summary.state.choosing, summary.state.problem], [false, { code: 'network' }]);
  assert.deepEqual(summary.hear({ type: 'finished' }).wishes, ['complete'], 'nothing is held up by it');
  const method = new Run(info()).hear({ type: 'chooser-asked' }, { type: 'aside-missed' });
  assert.equal(method.place, 'method a');
  assert.ok(method.state.phase === 'method');
  assert.deepEqual([method.state.problem, method.wishes], [{ code: 'network' }, []]);
});

test('a page that was missed changes nothing where none was asked for', () => {
  for (const run of [atSummary(), new Run(info()), new Run(info(), { prompt: true })]) {
    const { state } = run;
    assert.equal(run.hear({ type: 'aside-missed' }).state, state);
  }
});

test('what is refused on the last page is said there, and can be asked again', () => {
  const run = atSummary().hear({ type: 'finished' }, { type: 'refused', fault: { code: 'server' } });
  assert.ok(run.state.phase === 'summary');
  assert.deepEqual(run.state.problem, { code: 'server' });
  assert.deepEqual(run.hear({ type: 'finished' }).wishes, ['complete']);
});

test('a method whose code does not come is trouble, and trying again comes back to it', () => {
  const run = new Run(info()).hear({ type: 'method-missed', code: 'network' });
  assert.deepEqual([run.place, run.news], ['trouble', ['error']]);
  run.hear({ type: 'retry-asked' }, { type: 'loaded', info: info() });
  assert.equal(run.place, 'method a');
});

test('whoever had begun is not held up by the prompt when they try again', () => {
  const run = new Run(info(), { prompt: true }).hear({ type: 'went-on' }, { type: 'method-missed', code: 'network' });
  run.hear({ type: 'retry-asked' }, { type: 'loaded', info: info() });
  assert.equal(run.place, 'method a');
});

test('a follower of a kind that this wizard does not know is passed over', () => {
  const run = new Run(info()).hear(registered(), {
    type: 'loaded',
    info: infoOf(withStatuses(plan, ['satisfied']), [followerOf(newer)]),
  });
  assert.equal(run.hear({ type: 'method-left' }).place, 'method b');
});

test('what was gained before trouble is not forgotten by it', () => {
  const run = new Run(info()).hear(done, { type: 'loaded', info: info('satisfied') }, { type: 'method-left' });
  run.hear(
    { type: 'method-missed', code: 'network' },
    { type: 'retry-asked' },
    { type: 'loaded', info: info('satisfied', 'satisfied') },
  );
  assert.equal(run.place, 'summary');
});

test('cancelling leaves from everywhere, tells nothing by itself, and keeps the enrolment', () => {
  const run = new Run(info()).hear({ type: 'cancelled' });
  assert.deepEqual([run.place, run.wishes, run.news], ['left', ['leave'], []]);
  assert.ok(run.state.phase === 'left');
  assert.equal(run.state.outcome, 'cancel');
});

test('a session that is over is trouble wherever it is met', () => {
  for (const events of [
    [],
    [{ type: 'chooser-asked' }],
    [done],
    [{ type: 'cancelled' }, { type: 'started' }],
  ] satisfies FlowEvent[][]) {
    const run = new Run(info()).hear(...events, { type: 'session-expired' });
    assert.ok(run.state.phase === 'trouble');
    assert.deepEqual([run.state.fault, run.news], [{ code: 'session_expired' }, ['error']]);
  }
});
