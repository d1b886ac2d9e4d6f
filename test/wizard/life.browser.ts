/** The element's life on a host page: moved, taken out and put back, put away with its page, and nothing left behind (R51, R86). */
import { expect } from '@open-wc/testing';
import { Harbor, at, mobile, toPhoneCode, words } from './harbor.js';
import { HandClock, turn, until } from './patience.js';
import { newMain } from './reading.js';
import { WizardPage } from './wizard-page.js';

describe('a wizard that is moved in the page', () => {
  it('keeps its page, its step and what was typed', async () => {
    const { page, harbor } = await at('phone');
    await page.type('Phone number', mobile);
    const field = page.field('Phone number');
    newMain().append(page.element);
    await turn();
    await page.settles();
    expect(page.field('Phone number') === field).to.equal(true);
    expect(page.value('Phone number')).to.equal(mobile);
    expect(harbor.calls.of('load')).to.have.length(1);
  });

  it('goes on from there', async () => {
    const { page } = await at('phone');
    await page.type('Phone number', mobile);
    newMain().append(page.element);
    await turn();
    await page.go('Next', words.code);
  });

  it('keeps a call that is under way', async () => {
    const { page, harbor } = await at('phone');
    page.fill('Phone number', mobile);
    page.press('Next');
    newMain().append(page.element);
    await page.arrives(words.code);
    expect(harbor.calls.of('begin').map(({ signal }) => signal.aborted)).to.deep.equal([false]);
  });
});

describe('a wizard that is taken out and put back', () => {
  it('starts over from what the backend holds', async () => {
    const { page, harbor } = await at('app');
    await page.go('Next', words.scan);
    const parent = page.element.parentElement;
    page.element.remove();
    await page.isWiped();
    parent?.append(page.element);
    await page.arrives(words.scan);
    expect(harbor.calls.of('load')).to.have.length(2);
  });

  it('leaves no listener and no timer, twenty times over, and asks the backend once each time', async () => {
    const clock = new HandClock();
    const listening = countListeners(window);
    const observing = countObservers();
    try {
      const harbor = new Harbor();
      const page = WizardPage.place({ adapter: harbor.adapter });
      const parent = page.element.parentElement;
      for (let n = 0; n < 20; n++) {
        parent?.append(page.element);
        await clock.pass(10);
        page.element.remove();
        await clock.pass(10);
      }
      await clock.pass(30_000);
      expect(listening.balance(), 'listeners').to.equal(0);
      expect(observing.balance(), 'observers').to.equal(0);
      expect(clock.waiting, 'timers').to.equal(0);
      expect(harbor.calls.of('load').length).to.be.at.most(20);
      expect(harbor.calls.names().filter((name) => name !== 'load')).to.deep.equal([]);
    } finally {
      listening.restore();
      observing.restore();
      clock.restore();
    }
  });

  it('stops what counts time with its page', async () => {
    const { page } = await at('phone', { limits: { resendWaits: [30_000] } });
    const clock = new HandClock();
    try {
      page.fill('Phone number', mobile);
      page.press('Next');
      await until(() => page.hasButton(/^Send a new code .*second/), 'a wait');
      expect(clock.waiting).to.be.greaterThan(0);
      page.element.remove();
      await clock.pass(20_000);
      expect(clock.waiting).to.equal(0);
    } finally {
      clock.restore();
    }
  });
});

describe('a page that is put away', () => {
  const show = (persisted: boolean): boolean =>
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted }));

  it('is wiped at once: no picture, no number, no code', async () => {
    const { page } = await at('phone');
    await toPhoneCode(page);
    page.fill('Code', '123456');
    window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    await page.element.updateComplete;
    expect(page.root.querySelectorAll('input')).to.have.length(0);
    expect(page.root.textContent).not.to.contain('090');
  });

  it('loads afresh when it comes back from the cache', async () => {
    const { page, harbor } = await at('app');
    window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    await page.isWiped();
    show(true);
    await until(() => page.form(), 'a page');
    expect(harbor.calls.of('load')).to.have.length(2);
  });

  it('does not when it is shown for the first time', async () => {
    const { page, harbor } = await at('app');
    show(false);
    await turn();
    expect(page.heading()).to.equal(words.setUp);
    expect(harbor.calls.of('load')).to.have.length(1);
  });
});

describe('another adapter', () => {
  it('starts over with it', async () => {
    const { page } = await at('app');
    const other = new Harbor();
    page.element.adapter = other.adapter;
    await page.arrives(words.prompt);
    expect(other.calls.of('load')).to.have.length(1);
  });
});

interface Count {
  balance(): number;
  restore(): void;
}

function countListeners(target: Window): Count {
  let count = 0;
  const { addEventListener, removeEventListener } = target;
  target.addEventListener = (...args: Parameters<typeof addEventListener>) => {
    count += 1;
    addEventListener.apply(target, args);
  };
  target.removeEventListener = (...args: Parameters<typeof removeEventListener>) => {
    count -= 1;
    removeEventListener.apply(target, args);
  };
  return { balance: () => count, restore: () => Object.assign(target, { addEventListener, removeEventListener }) };
}

function countObservers(): Count {
  const on = new Set<MutationObserver>();
  const { observe, disconnect } = MutationObserver.prototype;
  MutationObserver.prototype.observe = function (...args) {
    on.add(this);
    observe.apply(this, args);
  };
  MutationObserver.prototype.disconnect = function () {
    on.delete(this);
    disconnect.apply(this);
  };
  return { balance: () => on.size, restore: () => Object.assign(MutationObserver.prototype, { observe, disconnect }) };
}
