/** Answers may come in any order, early, late or together with what the person does: a few things stay true. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { EnrollmentFault } from '../../src/contract/fault.js';
import { asksForCode, challenge, done, verify, wait, type PuppetEvent } from './puppet.js';
import type { CallName, MadeCall } from './scripted-adapter.js';
import { turn } from './settle.js';
import { infoOf, otherOffer, requirement, Stage } from './stage.js';

/** How the backend settles a call that it was sent. */
type Outcome =
  'as asked' | 'done' | 'still waiting' | 'invalid_code' | 'server' | 'network' | 'session_expired' | 'thrown';

/** Something that the person does, or that passes by itself. */
type Deed =
  | 'verify'
  | 'send again'
  | 'turn the page'
  | 'skip'
  | 'other method'
  | 'go on'
  | 'two seconds'
  | 'try again'
  | 'give up'
  | 'finish';

const outcome = fc.constantFrom<Outcome>(
  ...(['as asked', 'done', 'still waiting', 'invalid_code', 'server', 'network', 'session_expired', 'thrown'] as const),
  // What happens on good days happens most.
  ...(['as asked', 'as asked', 'as asked', 'done', 'done'] as const),
);
const deed = fc.constantFrom<Deed>(
  ...(['verify', 'send again', 'turn the page', 'skip', 'other method', 'go on', 'two seconds'] as const),
  ...(['verify', 'send again', 'turn the page', 'verify', 'go on', 'try again', 'give up', 'finish'] as const),
);

const shellCalls: readonly CallName[] = ['load', 'skip', 'complete', 'setDefault'];
const wishes: readonly CallName[] = ['begin', 'verify', 'challenge'];

/** A person, a backend, and every promise between them in the hands of the scheduler. */
class Race {
  readonly stage: Stage;
  #met = false;

  constructor(stage: Stage) {
    this.stage = stage;
  }

  settle(call: MadeCall, how: Outcome): void {
    if (!call.isOpen) return;
    const isShell = shellCalls.includes(call.name);
    const refuse = (fault: EnrollmentFault): void => call.fail({ name: 'EnrollmentError', fault });
    switch (how) {
      case 'thrown':
        return call.fail(new Error('down'));
      case 'network':
        // One call at a time asks something of the person: the method's own.
        return isShell ? call.fail(new Error('down')) : refuse({ code: 'network' });
      case 'server':
      case 'session_expired':
        return refuse({ code: how });
      case 'invalid_code':
        return refuse(isShell ? { code: 'rate_limited' } : { code: how });
      default:
        return call.answer(isShell ? this.#info(call) : call.name === 'cancel' ? undefined : this.#enrollment(how));
    }
  }

  #enrollment(how: Outcome): unknown {
    if (how === 'done') {
      this.#met = true;
      return done();
    }
    return how === 'still waiting' ? wait() : asksForCode;
  }

  #info({ name }: MadeCall): unknown {
    return infoOf([requirement('a', this.#met ? 'satisfied' : name === 'skip' ? 'put-off' : 'open'), requirement('b')]);
  }

  async do(what: Deed): Promise<void> {
    const { run, clock } = this.stage;
    const tell = (told: Omit<Extract<PuppetEvent, { type: 'told' }>, 'type'>): void => {
      if (run.tour?.visit?.state) this.stage.do({ type: 'told', ...told });
    };
    switch (what) {
      case 'verify':
        return tell({ effects: [verify] });
      case 'send again':
        return tell({ effects: [challenge] });
      case 'turn the page':
        return tell({ page: run.tour?.visit?.state?.page === 'first' ? 'second' : 'first' });
      case 'go on':
        return tell({ effects: [{ type: 'leave' }] });
      case 'skip':
        return run.send({ type: 'put-off-asked' });
      case 'other method':
        return run.send({ type: 'offer-chosen', offer: otherOffer });
      case 'two seconds':
        return clock.advance(2_000);
      case 'finish':
        return run.send({ type: 'finished' });
      case 'try again':
        return run.asked?.answer({ type: 'again' });
      case 'give up':
        return run.asked?.answer({ type: 'withdrawn' });
    }
  }

  /** What is true at any moment. */
  check(): void {
    const { backend, run, told } = this.stage;
    const open = (names: readonly CallName[]): readonly string[] =>
      backend.allOpen.filter(({ name }) => names.includes(name)).map(({ name }) => name);
    assert.ok(open(wishes).length <= 1, `one wish at a time: ${open(wishes).join()}`);
    assert.ok(open(['get']).length <= 1, 'one question at a time');
    assert.ok(open(shellCalls).length <= 1, `one call of the shell at a time: ${open(shellCalls).join()}`);
    if (run.asked?.what) assert.deepEqual(open(wishes), [], 'nothing is out while the person is asked about it');
    if (run.state.phase === 'trouble' || run.state.phase === 'left')
      assert.deepEqual(
        [open([...wishes, 'get']), run.tour?.visit],
        [[], undefined],
        'nothing goes on behind the last page',
      );
    if (run.state.phase === 'loading')
      assert.ok(open(['load']).length === 1 || this.stage.clock.waiting > 0, 'loading, and something will end it');
    const dones = told.filter((type) => type === 'registered').length;
    assert.ok(dones === 0 || this.#met, 'nothing is registered that the backend did not say is done');
    const keys = backend.made.map(({ name, idempotencyKey }) => idempotencyKey && `${idempotencyKey} ${name}`);
    const used = new Set(keys.filter((key) => key !== undefined));
    const distinct = new Set(backend.made.flatMap(({ idempotencyKey }) => idempotencyKey ?? []));
    assert.equal(used.size, distinct.size, 'a key belongs to one wish');
  }

  /** In the end nothing hangs: what is drawn can be used. */
  async finish(): Promise<void> {
    const { stage } = this;
    const isMoving = (): boolean =>
      stage.backend.allOpen.length > 0 || stage.asked !== undefined || stage.clock.waiting > 0;
    for (let n = 0; n < 20 && isMoving(); n++) {
      for (const call of stage.backend.allOpen) this.settle(call, 'as asked');
      stage.run.asked?.answer({ type: 'withdrawn' });
      await stage.clock.advance(5_000);
    }
    assert.equal(isMoving(), false, 'everything comes to an end');
    await stage.settled();
    if (stage.phase !== 'method' || stage.page === undefined || stage.page === 'registered') return;
    const before = stage.backend.count('begin');
    await stage.tell({ effects: [{ type: 'begin', input: {} }] });
    assert.equal(stage.backend.count('begin'), before + 1, 'the page still takes what the person wishes');
  }
}

test('in whatever order answers and deeds come, nothing is done twice, nothing comes back late, and nothing hangs', async (t) => {
  const rejected: unknown[] = [];
  const note = (reason: unknown): void => void rejected.push(reason);
  process.on('unhandledRejection', note);
  t.after(() => process.off('unhandledRejection', note));
  const met = new Set<string>();
  await fc.assert(
    fc.asyncProperty(
      fc.scheduler(),
      fc.array(outcome, { minLength: 8, maxLength: 8 }),
      fc.array(deed, { minLength: 3, maxLength: 10, size: 'max' }),
      async (scheduler, outcomes, deeds) => {
        const info = infoOf([requirement('a'), requirement('b')]);
        const race = new Race(await Stage.enrolled(wait(), { info }));
        let calls = 0;
        race.stage.backend.onCall = (call) => {
          const how = outcomes[calls++ % outcomes.length] ?? 'thrown';
          void scheduler.schedule(Promise.resolve(), `${call.name}: ${how}`).then(() => race.settle(call, how));
        };
        scheduler.scheduleSequence(deeds.map((what) => ({ label: what, builder: () => race.do(what) })));
        while (scheduler.count() > 0) {
          await scheduler.waitOne();
          await turn();
          race.check();
          met.add(race.stage.phase);
          for (const type of race.stage.told) met.add(type);
        }
        await race.stage.settled();
        race.check();
        await race.finish();
        assert.deepEqual(rejected, [], 'nothing is thrown into the page of the host');
      },
    ),
    { numRuns: 300 },
  );
  // The runs reach what they are about.
  for (const what of ['method', 'loading', 'trouble', 'registered', 'error']) assert.ok(met.has(what), `never ${what}`);
  t.diagnostic(`met: ${[...met].join(', ')}`);
});
