/** Adapters that misbehave: throw anything, answer rubbish, never, twice or too late. The page stays whole (R46, R68, R83). */
import { expect } from '@open-wc/testing';
import type { SecurityInfoAdapter } from '../../src/contract/adapter.js';
import { Harbor, at, atHarbor, mobile, needsApp, toPhoneCode, words, type HarborOptions } from './harbor.js';
import { HandClock, turn, until } from './patience.js';
import { WizardPage } from './wizard-page.js';

const sorry = 'Something went wrong on our side';
const random = Math.random;

/** The backend of a phone, one of its calls replaced. */
function with_(call: keyof SecurityInfoAdapter, does: () => unknown): HarborOptions {
  return { through: (adapter) => ({ ...adapter, [call]: does }) };
}

/** Adapters are written by others, who may throw anything. */
function rejected(reason: unknown): Promise<never> {
  // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- what this suite is about
  return Promise.reject(reason);
}

function throwAtOnce(): never {
  throw new TypeError('db-7 down');
}

describe('an adapter that throws something of its own', () => {
  const thrown: readonly [string, () => unknown][] = [
    ['a string', () => rejected('db-7 down')],
    ['an error', () => rejected(new Error('db-7 down'))],
    ['nothing', () => rejected(undefined)],
    ['at once, not later', throwAtOnce],
    ['a fault of a code that nobody knows', () => rejected({ name: 'EnrollmentError', fault: { code: 'db-7 down' } })],
  ];
  for (const [what, does] of thrown)
    it(`is never quoted: ${what}`, async () => {
      const { page } = await at('phone', with_('begin', does));
      page.fill('Phone number', mobile);
      page.press('Next');
      expect(await page.complains()).to.contain(sorry);
      expect(page.text()).not.to.contain('db-7');
      expect(JSON.stringify(page.events.map((event) => ({ ...event })))).not.to.contain('db-7');
      expect(page.value('Phone number')).to.equal(mobile);
    });
});

/** What `load` answers, with a name for its method that is none. */
function named(displayName: unknown): unknown {
  const requirement = { id: 'x', anyOf: [{ kind: 'totp', usage: ['sign-in'], displayName }], status: 'open' };
  return { account: { label: 'a' }, requirements: [requirement], methods: [], pending: [] };
}

describe('an adapter that answers rubbish', () => {
  const rubbish: readonly [string, unknown][] = [
    ['nothing', undefined],
    ['null', null],
    ['a text', 'ok'],
    ['an empty object', {}],
    ['an enrolment of another kind', { id: 'x', kind: 'totp', next: { type: 'code', alphabet: 'digits' } }],
    ['an enrolment without an id', { kind: 'phone', next: { type: 'code', alphabet: 'digits' } }],
    ['a next step that nobody knows', { id: 'x', kind: 'phone', next: { type: 'dance' } }],
    ['done without a method', { id: 'x', kind: 'phone', next: { type: 'done', methods: [] } }],
  ];
  for (const [what, answer] of rubbish)
    it(`says that something went wrong: ${what}`, async () => {
      const { page } = await at(
        'phone',
        with_('begin', async () => answer),
      );
      page.fill('Phone number', mobile);
      page.press('Next');
      expect(await page.complains()).to.contain(sorry);
      expect(page.has('siw-registered')).to.equal(false);
    });

  const infos: readonly [string, unknown][] = [
    ['nothing', undefined],
    ['a list', []],
    ['no requirements', { account: { label: 'a' }, methods: [], pending: [] }],
    [
      'a name that the template engine takes for markup',
      named({ ['_$litType$']: 1, strings: ['<b>', ''], values: [1] }),
    ],
    ['a name that is a list', named(['a', 'b'])],
    [
      'a requirement without offers',
      { account: { label: 'a' }, requirements: [{ id: 'x', anyOf: [], status: 'open' }], methods: [], pending: [] },
    ],
  ];
  for (const [what, info] of infos)
    it(`cannot be read: ${what}`, async () => {
      Math.random = () => 0;
      try {
        const { page } = await atHarbor(with_('load', async () => info));
        expect(page.form()).not.to.equal(undefined);
        expect(page.has('siw-complete')).to.equal(false);
        expect(page.hasButton('Try again'), page.heading()).to.equal(true);
      } finally {
        Math.random = random;
      }
    });
});

describe('an adapter that does not answer', () => {
  it('is said to take longer after five seconds, and counts as lost after fifteen [C9]', async () => {
    const { page } = await at(
      'phone',
      with_('begin', () => new Promise(() => undefined)),
    );
    const clock = new HandClock();
    try {
      page.fill('Phone number', mobile);
      page.press('Next');
      await clock.pass(4_900);
      expect(page.text()).not.to.contain('taking longer');
      expect(page.element.matches(':state(busy)')).to.equal(true);
      await clock.pass(200);
      await page.element.updateComplete;
      expect(page.text()).to.contain('This is taking longer than usual');
      await clock.pass(10_000);
      await until(() => page.heading() === 'We cannot reach the service', 'a lost call');
      expect(page.text()).not.to.contain('taking longer');
    } finally {
      clock.restore();
    }
  });

  it('before the first page says so, and ends on a page about it', async () => {
    const clock = new HandClock();
    try {
      const page = WizardPage.place({ adapter: { ...new Harbor().adapter, load: () => new Promise(() => undefined) } });
      await until(() => page.element.shadowRoot?.querySelector('section'), 'a card');
      expect(page.root.querySelector('section')?.textContent).to.contain('One moment');
      await clock.pass(60_000);
      await until(() => page.heading() === 'We could not load your setup', 'trouble');
    } finally {
      clock.restore();
    }
  });
});

describe('an adapter that answers too late', () => {
  it('does not pull the person back', async () => {
    let answer: (value: unknown) => void = () => undefined;
    const late = new Promise((resolve) => (answer = resolve));
    const { page } = await at(
      'phone',
      with_('begin', () => late),
    );
    page.fill('Phone number', mobile);
    page.press('Next');
    await until(() => page.isBusy(), 'a call');
    page.element.start();
    await page.arrives(words.prompt);
    answer({ id: 'x', kind: 'phone', next: { type: 'code', alphabet: 'digits', length: 6 } });
    await turn();
    await page.element.updateComplete;
    expect(page.heading()).to.equal(words.prompt);
  });
});

describe('a double click', () => {
  const twice = (page: WizardPage, name: string | RegExp): void => {
    const button = page.button(name);
    button.click();
    button.click();
  };

  it('on the prompt opens one page', async () => {
    const { page } = await atHarbor();
    twice(page, 'Next');
    await page.arrives(words.setUp);
  });

  it('asks for one QR code, and stays on its page', async () => {
    const { page, harbor } = await at('app');
    twice(page, 'Next');
    await page.arrives(words.scan);
    expect(harbor.calls.of('begin')).to.have.length(1);
    expect(page.heading()).to.equal(words.scan);
  });

  it('sends one message, checks a code once, and registers once', async () => {
    const { page, harbor } = await at('phone');
    page.fill('Phone number', mobile);
    twice(page, 'Next');
    await page.arrives(words.code);
    page.fill('Code', harbor.texted());
    twice(page, 'Next');
    await page.arrives(words.phoneAdded);
    expect(harbor.calls.names().filter((name) => name === 'begin' || name === 'verify')).to.deep.equal([
      'begin',
      'verify',
    ]);
    expect(page.of('siw-registered')).to.have.length(1);
  });

  it('asks for one more code', async () => {
    const { page, harbor } = await at('phone');
    await toPhoneCode(page);
    twice(page, 'Send a new code');
    await page.settles();
    expect(harbor.calls.of('challenge')).to.have.length(1);
  });

  it('puts off once', async () => {
    const { page, harbor } = await atHarbor({ requirements: [{ ...needsApp, skip: {} }] });
    twice(page, 'Not now');
    await until(() => page.has('siw-skip'), 'siw-skip');
    expect(harbor.calls.of('skip')).to.have.length(1);
  });

  it('with Enter and a click together checks once', async () => {
    const { page, harbor } = await at('phone');
    await toPhoneCode(page);
    await page.type('Code', harbor.texted());
    page.form()?.requestSubmit();
    page.press('Next');
    await page.arrives(words.phoneAdded);
    expect(harbor.calls.of('verify')).to.have.length(1);
  });
});
