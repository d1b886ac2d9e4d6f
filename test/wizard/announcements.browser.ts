/** What is heard: two regions that stand from the first render, and nothing said twice or not at all (R97, R98, R115). */
import { expect } from '@open-wc/testing';
import { Harbor, at, atHarbor, mobile, toPhoneCode, words } from './harbor.js';
import { HandClock, until } from './patience.js';
import { nameOfButton, spaced, textOf } from './reading.js';
import { WizardPage } from './wizard-page.js';

/** The button that sends another code, while it says how long that takes. */
const waiting = /^Send a new code .*second/;

const regionsOf = (page: WizardPage): readonly (string | null)[] =>
  [...page.root.querySelectorAll('section > [aria-live]')].map((region) => region.getAttribute('aria-live'));

describe('live regions', () => {
  it('stand from the first render, one polite and one assertive, with nothing wrong to say', async () => {
    const page = WizardPage.place({ adapter: { ...new Harbor().adapter, load: () => new Promise(() => undefined) } });
    await until(() => page.element.shadowRoot?.querySelector('section'), 'a card');
    expect(regionsOf(page)).to.deep.equal(['polite', 'assertive']);
    expect(textOf(page.root.querySelector('[aria-live=assertive]'))).to.equal('');
  });

  it('are the same elements on every page', async () => {
    const { page } = await atHarbor();
    const before = [...page.root.querySelectorAll('section > [aria-live]')];
    await page.go('Next', words.setUp);
    await page.go('Next', words.scan);
    expect([...page.root.querySelectorAll('section > [aria-live]')]).to.deep.equal(before);
  });

  it('are out of sight but not hidden', async () => {
    const { page } = await atHarbor();
    for (const region of page.root.querySelectorAll<HTMLElement>('section > [aria-live]')) {
      const { display, visibility } = getComputedStyle(region);
      expect([display === 'none', visibility]).to.deep.equal([false, 'visible']);
      expect(region.getBoundingClientRect().width).to.be.at.most(2);
    }
  });

  it('are not put into the page with their words: no role alert anywhere', async () => {
    const { page } = await at('phone');
    page.press('Next');
    await page.complains();
    expect(page.root.querySelectorAll('[role=alert]')).to.have.length(0);
  });
});

describe('what is said', () => {
  it('politely: what is going on, when the answer is not there at once', async () => {
    const { page } = await at('phone', { latency: () => new Promise((resolve) => setTimeout(resolve, 20)) });
    page.fill('Phone number', mobile);
    await page.go('Next', words.code);
    expect(page.spoken.politely.map(spaced)).to.include('Sending a code…');
  });

  it('nothing of what is wrong where focus goes to it: that reads it', async () => {
    const { page } = await at('phone');
    page.press('Next');
    await page.complains();
    expect(page.hasFocus(page.field('Phone number')), 'focus').to.equal(true);
    expect(page.spoken.urgently.map(spaced).join('')).to.equal('');
  });

  it('urgently: what is wrong again where focus is already, though the words are the same', async () => {
    const { page, harbor } = await at('app');
    await page.go('Next', words.scan);
    await page.go('Next', words.code);
    harbor.backend.refuse('verify', { code: 'invalid_code' }, 3);
    page.fill('Code', '123456');
    for (let n = 1; n <= 3; n++) {
      page.press('Next');
      await until(() => harbor.calls.of('verify').length === n && !page.isBusy(), 'an answer');
      await page.complains();
    }
    const said = page.spoken.urgently.filter((text) => spaced(text) === page.problem());
    expect(said.length).to.be.at.least(2);
  });

  it('that another code is on its way', async () => {
    const { page } = await at('phone');
    await toPhoneCode(page);
    page.press('Send a new code');
    await until(() => page.spoken.politely.some((text) => text.includes('A new code is on its way')), 'the news');
  });

  it('of a wait: not a word, neither each second nor each step', async () => {
    const { page } = await at('phone', { limits: { resendWaits: [30_000] } });
    const clock = new HandClock();
    try {
      page.fill('Phone number', mobile);
      page.press('Next');
      await until(() => page.hasButton(waiting), 'the button');
      const said = (): number => page.spoken.politely.length + page.spoken.urgently.length;
      const before = said();
      const name = page.buttons().find((one) => waiting.test(one));
      await clock.pass(10_000);
      await page.element.updateComplete;
      expect(said()).to.equal(before);
      expect(page.buttons()).not.to.include(name);
    } finally {
      clock.restore();
    }
  });

  it('when another code may be sent: on the button, which can be focused all the while [F85]', async () => {
    const { page } = await at('phone', { limits: { resendWaits: [30_000] } });
    const clock = new HandClock();
    try {
      page.fill('Phone number', mobile);
      page.press('Next');
      await until(() => page.hasButton(waiting), 'the button');
      const button = page.button(waiting);
      expect(nameOfButton(button)).to.contain('30 seconds');
      expect(button.getAttribute('aria-disabled')).to.equal('true');
      button.focus();
      expect(page.hasFocus(button), 'focus').to.equal(true);
      await clock.pass(31_000);
      await page.element.updateComplete;
      expect(page.button('Send a new code').getAttribute('aria-disabled')).to.equal('false');
      expect(page.hasFocus(button), 'focus').to.equal(true);
    } finally {
      clock.restore();
    }
  });
});
