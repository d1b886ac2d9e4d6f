/** When the wizard cannot go on by itself: each reason has a page with words and a way on (R81). */
import { expect } from '@open-wc/testing';
import type { EnrollmentFault } from '../../src/contract/fault.js';
import type { SiwErrorEvent } from '../../src/index.js';
import type { SiwReauthEvent } from '../../src/index.js';
import type { needsApp } from './harbor.js';
import { Harbor, at, atHarbor, words } from './harbor.js';
import { HandClock, turn, until } from './patience.js';
import { WizardPage } from './wizard-page.js';

/** Calls again at once, instead of after a pause. */
function hasty(): void {
  const { random } = Math;
  Math.random = () => 0;
  restore = () => (Math.random = random);
}
let restore: () => unknown = () => undefined;
afterEach(() => restore());

async function refused(fault: EnrollmentFault, times = 1): Promise<{ page: WizardPage; harbor: Harbor }> {
  const harbor = new Harbor();
  harbor.backend.refuse('load', fault, times);
  const page = await WizardPage.open({ adapter: harbor.adapter });
  return { page, harbor };
}

describe('a page without an adapter', () => {
  it('says so after a grace, names the help desk, and goes on by itself once the host has set one', async () => {
    const clock = new HandClock();
    try {
      const page = WizardPage.place();
      await clock.pass(1900);
      expect(page.form()).to.equal(undefined);
      await clock.pass(200);
      await until(() => page.heading() === 'This page is not connected yet', 'trouble');
      expect(page.hasButton('Try again')).to.equal(false);
      expect(page.of<SiwErrorEvent>('siw-error').map(({ code }) => code)).to.deep.equal(['unsupported']);
      page.element.adapter = new Harbor().adapter;
      await until(() => page.heading() === words.prompt, 'the prompt');
    } finally {
      clock.restore();
    }
  });

  it('is told apart from one that is not secure: over plain http nothing is asked or shown (R58)', async () => {
    const clock = new HandClock();
    const secure = { configurable: true, get: () => true };
    Object.defineProperty(globalThis, 'isSecureContext', { configurable: true, value: false });
    try {
      const harbor = new Harbor();
      const page = WizardPage.place({ adapter: harbor.adapter });
      await clock.pass(2100);
      await until(() => page.heading() === 'This page is not connected yet', 'trouble');
      expect(page.text()).to.contain('no https connection');
      expect(page.hasButton('Try again')).to.equal(false);
      expect(page.of<SiwErrorEvent>('siw-error').map(({ code }) => code)).to.deep.equal(['insecure']);
      expect(harbor.calls.names()).to.deep.equal([]);
    } finally {
      Object.defineProperty(globalThis, 'isSecureContext', secure);
      clock.restore();
    }
  });

  it('is not troubled when the adapter comes a little later', async () => {
    const page = WizardPage.place();
    await turn();
    page.element.adapter = new Harbor().adapter;
    await page.arrives(words.prompt);
    expect(page.has('siw-error')).to.equal(false);
  });
});

describe('a backend that cannot be read', () => {
  it('is asked three times, then the person may try again', async () => {
    hasty();
    const { page, harbor } = await refused({ code: 'network' }, 3);
    expect(page.heading()).to.equal('We could not load your setup');
    expect(page.text()).to.contain('We cannot reach the service.');
    expect(harbor.calls.of('load')).to.have.length(3);
    await page.go('Try again', words.prompt);
  });

  it('tells the host its code and the backend’s reference, once', async () => {
    hasty();
    const { page } = await refused({ code: 'server', traceId: 'T-1' }, 3);
    const errors = page.of<SiwErrorEvent>('siw-error');
    expect(errors.map(({ code, traceId, kind }) => [code, traceId, kind])).to.deep.equal([
      ['server', 'T-1', undefined],
    ]);
    expect(page.text()).to.contain('Reference: T-1');
  });

  it('is not noticed when it comes back in time', async () => {
    hasty();
    const { page } = await refused({ code: 'network' }, 2);
    expect(page.heading()).to.equal(words.prompt);
  });
});

describe('a session that has ended', () => {
  it('asks the host to sign in again, and goes on from the backend’s state [F31, C25]', async () => {
    const { page, harbor } = await at('app');
    await page.go('Next', words.scan);
    harbor.backend.expireSession();
    await page.go('Next', words.code);
    page.fill('Code', '123456');
    await page.go('Next', 'Your session has ended');
    expect(page.text()).to.contain('what you have set up is kept');
    page.press('Sign in again');
    const [reauth] = page.of<SiwReauthEvent>('siw-reauth');
    expect(reauth?.reason).to.equal('session');
    harbor.backend.signInAgain();
    reauth?.resume();
    await page.arrives(words.scan);
  });

  it('says so when it ended before the first page', async () => {
    const { page } = await refused({ code: 'session_expired' });
    expect(page.heading()).to.equal('Your session has ended');
    expect(page.buttons()).to.deep.equal(['Sign in again', words.differentAccount]);
  });
});

describe('an organization that does not allow it', () => {
  const reasons = [
    ['place', 'only from certain places'],
    ['device', 'only from devices that it manages'],
    ['role', 'does not allow this for your account'],
    ['other', 'does not allow this at the moment'],
  ] as const;
  for (const [reason, told] of reasons)
    it(`tells why: ${reason} [F33, F165, C28]`, async () => {
      const { page } = await refused({ code: 'policy_denied', reason });
      expect(page.heading()).to.equal('You cannot set this up here');
      expect(page.text()).to.contain(told).and.to.contain('help desk');
      expect(page.hasButton(words.differentAccount)).to.equal(true);
    });
});

describe('an account for which nothing can be set up', () => {
  it('says so when the backend says so [F34, C10, C28]', async () => {
    const { page } = await refused({ code: 'method_unavailable' });
    expect(page.heading()).to.equal('There is nothing you can set up here');
  });

  it('says so when this wizard knows none of the methods, and tells the host which', async () => {
    const unknown = { kind: 'carrier-pigeon', usage: ['sign-in'] } as unknown as (typeof needsApp.anyOf)[0];
    const { page } = await atHarbor({ requirements: [{ id: 'x', anyOf: [unknown] }] });
    await page.arrives('There is nothing you can set up here');
    expect(page.text()).to.contain('contact your help desk');
    const errors = page.of<SiwErrorEvent>('siw-error');
    expect(errors.map(({ code, kind }) => [code, kind])).to.deep.equal([['method_unavailable', 'carrier-pigeon']]);
  });
});
