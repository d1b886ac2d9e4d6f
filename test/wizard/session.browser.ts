/** The session is about to end: the person reads and hears it in time, and goes on without losing what was typed. */
import { expect } from '@open-wc/testing';
import { withPolicy } from '../../src/adapters/with-policy.js';
import type { SiwErrorEvent } from '../../src/wizard/events.js';
import { findings } from '../every-method/axe.js';
import { app, atHarbor, mobile, needsPhone, words, type HarborOptions, type Stage } from './harbor.js';
import { until } from './patience.js';
import { textOf } from './reading.js';

const aboutToEnd = (options: HarborOptions = {}): Promise<Stage> =>
  atHarbor({ requirements: [needsPhone], limits: { sessionIdle: 90_000 }, ...options });

async function isTold({ page }: Stage): Promise<void> {
  await until(() => page.text().includes('Your session ends in'), 'a word about the end of the session');
}

describe('a session that is about to end', () => {
  it('is told of on the prompt and on every page after it, in words and aloud [F31, C25]', async () => {
    const stage = await aboutToEnd();
    const { page } = stage;
    await isTold(stage);
    await page.go('Next', words.number);
    await isTold(stage);
    expect(page.spoken.politely.join()).to.match(
      /Your session ends in \d+ (seconds|minutes)\. Choose “Stay signed in” at the top of this page\./,
    );
    page.skipAnimations();
    expect(await findings(page.element)).to.deep.equal([]);
  });

  it('goes on at a press, which loses neither the page, nor the focus, nor what was typed', async () => {
    const stage = await aboutToEnd();
    const { page, harbor } = stage;
    await page.go('Next', words.number);
    await isTold(stage);
    page.fill('Phone number', mobile);
    const loads = harbor.calls.of('load').length;
    page.press('Stay signed in');
    await until(() => harbor.calls.of('load').length > loads, 'a load');
    expect([page.heading(), page.value('Phone number')]).to.deep.equal([words.number, mobile]);
  });

  it('is not told of any more once it is kept, not even to whoever reads on', async () => {
    let left = 90_000;
    const stage = await aboutToEnd({
      through: (adapter) => ({
        ...adapter,
        load: async (...args) => ({ ...(await adapter.load(...args)), sessionExpiresIn: left }),
      }),
    });
    const { page } = stage;
    await page.go('Next', words.number);
    await isTold(stage);
    const heard = (): string => textOf(page.root.querySelector('section > [aria-live=polite]'));
    await until(() => heard().includes('Your session ends'), 'a word aloud');
    left = 900_000;
    page.press('Stay signed in');
    await until(() => !page.hasButton('Stay signed in'), 'no notice');
    await until(() => heard() === '', 'nothing of it');
  });

  it('says nothing while there is time enough', async () => {
    const stage = await aboutToEnd({ limits: { sessionIdle: 900_000 } });
    await stage.page.go('Next', words.number);
    expect(stage.page.text()).not.to.contain('session');
  });

  it('after a pass from the help desk that works once is counted down, and cannot be made longer [F148]', async () => {
    const minute = 60_000;
    const temporaryPass = { once: true, usedAt: Date.now() - 8.75 * minute };
    const policy = { mfa: { enforcement: 'conditional' }, methods: [app] } as const;
    const stage = await atHarbor({
      requirements: [],
      through: (adapter) => withPolicy(adapter, { policy, context: { temporaryPass } }),
    });
    const { page, harbor } = stage;
    await isTold(stage);
    const left = (): number => Number(/ends in (\d+) seconds/.exec(page.text())?.[1]);
    const before = left();
    expect(before).to.be.within(45, 75);
    await until(() => left() < before, 'a second less', 4000);
    page.press('Stay signed in');
    await until(() => page.text().includes('What you have set up is kept.'), 'a word that it ends all the same');
    expect(page.hasButton('Stay signed in')).to.equal(false);
    expect(harbor.calls.of('load').length).to.be.greaterThan(1);
  });

  it('after such a pass ends when its ten minutes are over, also in the middle of a method [F148]', async () => {
    const temporaryPass = { once: true, usedAt: Date.now() - (10 * 60_000 - 3_000) };
    const policy = { mfa: { enforcement: 'conditional' }, methods: [app] } as const;
    const { page } = await atHarbor({
      requirements: [],
      through: (adapter) => withPolicy(adapter, { policy, context: { temporaryPass } }),
    });
    await page.go('Next', words.setUp);
    expect(page.has('siw-error')).to.equal(false);
    await until(() => page.of<SiwErrorEvent>('siw-error').at(-1)?.code === 'session_expired', 'the end', 9000);
    expect(page.heading()).not.to.equal(words.setUp);
  });
});
