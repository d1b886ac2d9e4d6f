/** The app as a person goes through it: which sheet opens when, and which never does by itself. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { App } from '../../../demo/authenticator/app.js';
import type { View } from '../../../demo/authenticator/views/view.js';
import { bench, code, hana, type Bench } from './bench.js';

interface Held extends Bench {
  readonly app: App;
  /** What is on the screen. */
  view(): View;
  /** The sheet, in a word or two. */
  sheet(): string;
}

function held(open: Bench = bench(), camera?: ConstructorParameters<typeof App>[0]['camera']): Held {
  const views: View[] = [];
  const app = new App({
    authenticator: open.device,
    language: 'en',
    now: () => open.clocks.device,
    draw: (view) => views.push(view),
    ...(camera && { camera }),
  });
  const view = () => views.at(-1)!;
  const sheet = () => {
    const { sheet: lying } = view();
    const more = lying && ('outcome' in lying ? lying.outcome : 'problem' in lying ? lying.problem : undefined);
    return [lying?.at ?? 'none', more].filter(Boolean).join(': ');
  };
  return { ...open, app, view, sheet };
}

async function asked(): Promise<Held> {
  const phone = held();
  await phone.device.pair(code);
  phone.ask('r1', '42');
  await phone.app.start();
  return phone;
}

test('a link waits for a press before anything is paired', async () => {
  const { app, sheet, sent, view } = held();
  await app.start();
  app.follow(`http://localhost/authenticator/#${code}`);
  assert.equal(sheet(), 'confirming');
  assert.equal(sent.length, 0);
  await app.pair(code);
  assert.equal(sheet(), 'added');
  assert.deepEqual(view().accounts, [{ deviceId: 'device-1', ...hana }]);
});

test('a link that holds no code opens nothing', async () => {
  const { app, sheet } = held();
  await app.start();
  app.follow('http://localhost/authenticator/#top');
  assert.equal(sheet(), 'none');
});

test('a code that does not work keeps the sheet, with the reason', async () => {
  const { app, sheet } = held();
  await app.start();
  app.add();
  await app.pair('nonsense');
  assert.equal(sheet(), 'adding: not-a-code');
  await app.pair('UNKNOWNUNKNOWNUN');
  assert.equal(sheet(), 'adding: unknown');
});

test('the first approval opens over the news that the account was added', async () => {
  const { app, sheet, ask } = held();
  await app.start();
  app.add();
  await app.pair(code);
  assert.equal(sheet(), 'added');
  ask('r1', '42');
  await app.glance();
  assert.equal(sheet(), 'asked');
});

test('a request opens by itself, but not over a code that is being typed', async () => {
  const { app, sheet, ask, view } = await asked();
  assert.equal(sheet(), 'asked');
  await app.deny();
  app.dismiss();
  app.add();
  ask('r2', '17');
  await app.glance();
  assert.deepEqual([sheet(), view().requests.length], ['adding', 1]);
  app.dismiss();
  assert.equal(sheet(), 'asked');
});

test('a request that was put aside stays in the list and does not come back by itself', async () => {
  const { app, sheet, view } = await asked();
  app.dismiss();
  await app.glance();
  assert.deepEqual([sheet(), view().requests.length], ['none', 1]);
  app.open(view().requests[0]!);
  assert.equal(sheet(), 'asked');
});

for (const [typed, end] of [
  ['42', 'told: approved'],
  ['４２', 'told: approved'],
  ['', 'asked: two-digits'],
  ['4', 'asked: two-digits'],
  ['24', 'asked: wrong-number'],
] as const) {
  test(`the number "${typed}" ends in "${end}"`, async () => {
    const { app, sheet } = await asked();
    await app.approve(typed);
    assert.equal(sheet(), end);
  });
}

test('a wrong number that ends the request is told as such', async () => {
  const { app, sheet, service } = await asked();
  const answer = service.answer.bind(service);
  service.answer = async (...given) => {
    const outcome = await answer(...given);
    service.open.clear();
    return outcome;
  };
  await app.approve('24');
  assert.equal(sheet(), 'told: wrong-number');
});

test('no is told, and the request is gone from the list', async () => {
  const { app, sheet, view } = await asked();
  await app.deny();
  assert.deepEqual([sheet(), view().requests], ['told: denied', []]);
});

test('a second press while the first is on its way is not a second answer', async () => {
  const { app, service } = await asked();
  await Promise.all([app.approve('42'), app.approve('42'), app.deny()]);
  assert.deepEqual(service.decisions, [['r1', 'approve', '42']]);
});

test('when its time is up, or it is answered elsewhere, an open request says that it has ended', async () => {
  const late = await asked();
  late.clocks.device += 120_000;
  late.app.tick();
  assert.equal(late.sheet(), 'told: over');
  const elsewhere = await asked();
  elsewhere.service.open.clear();
  await elsewhere.app.glance();
  assert.equal(elsewhere.sheet(), 'told: over');
});

test('a list from before the answer does not bring the request back', async () => {
  const { app, sheet, service, view } = await asked();
  const requests = service.requests.bind(service);
  const before = await requests('device-1');
  await app.approve('42');
  service.requests = async () => before;
  app.dismiss();
  await app.glance();
  assert.deepEqual([sheet(), view().requests], ['none', []]);
});

test('without a connection it says so, keeps the request, and recovers', async () => {
  const { app, sheet, line, view } = await asked();
  line.down = true;
  await app.approve('42');
  assert.equal(sheet(), 'asked: unreachable');
  await app.glance();
  assert.equal(view().problem, 'unreachable');
  line.down = false;
  await app.approve('42');
  await app.glance();
  assert.deepEqual([sheet(), view().problem], ['told: approved', undefined]);
});

test('a browser that keeps nothing is told so at once', async () => {
  const { app, keys, view, sheet } = held();
  keys.locked = true;
  await app.start();
  assert.equal(view().problem, 'noStorage');
  app.add();
  await app.pair(code);
  assert.equal(sheet(), 'adding: no-storage');
});

test('an account is removed only from the sheet that asks', async () => {
  const { app, view, sheet } = await asked();
  app.dismiss();
  app.askToRemove(view().accounts![0]!);
  assert.deepEqual([sheet(), view().accounts?.length], ['removing', 1]);
  await app.remove(view().accounts![0]!);
  assert.deepEqual([sheet(), view().accounts], ['none', []]);
});

test('the camera pairs with what it sees, and stops when its sheet goes', async () => {
  let see: ((text: string) => void) | undefined;
  let stopped = 0;
  // The page is another test's: here the picture is only carried along.
  const video = {} as HTMLVideoElement;
  const { app, sheet } = held(bench(), async (onText) => {
    see = onText;
    return { video, stop: () => stopped++ };
  });
  await app.start();
  app.add();
  await app.useCamera();
  see?.('a poster of another company');
  await new Promise(setImmediate);
  assert.deepEqual([sheet(), stopped], ['adding: not-a-code', 0]);
  await app.pair(`https://pair.example/add#${code}`);
  assert.deepEqual([sheet(), stopped], ['added', 1]);
});

test('a device without a camera, or with one that is not allowed, says which', async () => {
  for (const state of ['none', 'refused'] as const) {
    const { app, view } = held(bench(), async () => state);
    await app.start();
    app.add();
    await app.useCamera();
    assert.deepEqual(view().sheet, { at: 'adding', camera: state, problem: undefined, busy: false });
  }
});
