/** The organisation's app: got, set up, paired and tested by a number, and every way in which that comes to nothing (R33). */
import { expect } from '@open-wc/testing';
import type { MemoryBackend } from '../../src/adapters/memory/index.js';
import {
  addPass,
  app,
  at,
  atHarbor,
  numberOn,
  pass,
  toPassQr,
  toPassTest,
  words,
  type HarborOptions,
  type Stage,
} from './harbor.js';
import { HandClock, until } from './patience.js';
import { present, textOf } from './reading.js';
import { WizardPage } from './wizard-page.js';

/** What of the QR a camera sees. */
const picture = (page: WizardPage): string =>
  present(page.root.querySelector('.siw-qr path')?.getAttribute('d'), 'picture');

const drawn = (page: WizardPage): Promise<string> =>
  until(() => page.root.querySelector('.siw-qr path'), 'QR').then(() => picture(page));

async function atTest(options: HarborOptions = {}): Promise<Stage> {
  const stage = await at('pass', options);
  await toPassTest(stage);
  return stage;
}

/** Whatever went wrong, nothing was registered by it. */
function expectNothingRegistered({ page }: Stage): void {
  expect(page.has('siw-registered')).to.equal(false);
}

describe('the organization’s app', () => {
  it('is got, set up, paired, tested by its number, and registered [F36, F43, F44, F45, F52, C6]', async () => {
    const stage = await at('pass');
    const { page, harbor } = stage;
    expect(page.text()).to.contain('install Harbor Pass');
    await page.go('Next', words.setUp);
    expect(page.text()).to.contain('Open Harbor Pass. If it asks, allow notifications.');
    expect(page.text()).to.contain('work or school account').and.to.contain('let it use the camera');
    await page.go('Next', words.scan);
    expect(page.text()).to.contain('Scan this code with Harbor Pass.');
    await harbor.scan();
    await page.arrives(words.paired);
    expectNothingRegistered(stage);
    await page.go('Next', words.test);
    expect(harbor.backend.app.requests()).to.have.length(1);
    expectNothingRegistered(stage);
    harbor.backend.app.approve(harbor.asked(), numberOn(page));
    await page.arrives(words.passAdded);
    expect(page.of('siw-registered')).to.have.length(1);
    expect(page.text()).to.contain('Harbor Pass was registered');
    expect(harbor.calls.of('challenge')).to.have.length(1);
    await page.go('Next', words.summary);
    expect(page.text()).to.contain('Harbor Pass');
  });

  it('stays on its page for as long as the phone is in use [F42]', async () => {
    const { page } = await at('pass');
    await page.go('Next', words.setUp);
    const clock = new HandClock();
    try {
      await clock.pass(30 * 60_000);
      await page.settles();
      expect(page.heading()).to.equal(words.setUp);
      expect(page.problem()).to.equal('');
    } finally {
      clock.restore();
    }
    await page.go('Next', words.scan);
  });

  it('tells by itself that it is connected, and says so politely', async () => {
    const { page, harbor } = await at('pass');
    await toPassQr(page);
    await harbor.scan();
    await page.arrives(words.paired);
    await until(() => page.spoken.politely.join(' ').includes('Your app is connected.'), 'the words');
    expect(harbor.calls.of('challenge')).to.have.length(0);
  });

  it('gives way to an authenticator app of another make, where that is taken as well [F40, F68, C5]', async () => {
    const { page } = await atHarbor({ requirements: [{ id: 'any', anyOf: [pass, app] }] });
    await page.go('Next', words.get);
    await page.go('I want to use a different authenticator app', words.setUp);
    await page.go('Next', words.scan);
    expect(page.text()).to.contain('authenticator app');
  });

  it('offers no other app where none is taken [F41]', async () => {
    const { page } = await at('pass');
    expect(page.buttons().filter((name) => name.includes('different'))).to.deep.equal([]);
  });
});

describe('Next before the app is connected', () => {
  let clock: HandClock | undefined;
  afterEach(() => clock?.restore());

  async function looking(): Promise<Stage & { readonly clock: HandClock }> {
    const stage = await at('pass');
    await toPassQr(stage.page);
    clock = new HandClock();
    stage.page.press('Next');
    await clock.pass(1000);
    return { ...stage, clock };
  }

  it('looks for it, and after a while says that it is not', async () => {
    const { page, harbor, clock } = await looking();
    expect(page.isBusy()).to.equal(true);
    expect(page.problem()).to.equal('');
    await clock.pass(4500);
    expect(await page.complains()).to.contain('Your app is not connected yet');
    expect(page.heading()).to.equal(words.scan);
    expect(picture(page)).not.to.equal('');
    expect(harbor.calls.of('challenge')).to.have.length(0);
  });

  it('goes on by itself when it is connected meanwhile, and sends one test [F51]', async () => {
    const { page, harbor, clock } = await looking();
    await harbor.scan();
    await clock.pass(1000);
    await page.arrives(words.test);
    await clock.pass(10_000);
    expect(harbor.calls.of('challenge')).to.have.length(1);
    expect(harbor.backend.app.requests()).to.have.length(1);
    expect(page.problem()).to.equal('');
  });

  it('still sees the app that comes after it was told', async () => {
    const { page, harbor, clock } = await looking();
    await clock.pass(5000);
    await page.complains();
    await harbor.scan();
    await clock.pass(1000);
    await page.arrives(words.paired);
    expect(page.problem()).to.equal('');
  });
});

describe('the number to enter in the app', () => {
  it('is text, and large [F53]', async () => {
    const { page } = await atTest();
    const number = present(page.root.querySelector<HTMLElement>('[part=match-number]'), 'number');
    expect(textOf(number)).to.match(/^\d\d$/);
    expect(Number.parseFloat(getComputedStyle(number).fontSize)).to.be.at.least(40);
    expect(number.getAttributeNames()).not.to.include('aria-label');
    expect(page.text()).to.contain(textOf(number));
  });

  it('is spoken politely, once [F53]', async () => {
    const { page } = await atTest();
    const said = `The number to enter in the app is ${[...numberOn(page)].join(' ')}.`;
    await until(() => page.spoken.politely.some((text) => text.includes(said)), 'the number');
    expect(page.spoken.politely.filter((text) => text.includes(said))).to.have.length(1);
    expect(page.spoken.urgently.join('')).to.equal('');
  });

  it('stays until it is answered, and after ten seconds advice is given [F54, F58]', async () => {
    const { page, harbor } = await at('pass');
    await toPassQr(page);
    await harbor.scan();
    await page.arrives(words.paired);
    const clock = new HandClock();
    try {
      page.press('Next');
      await clock.pass(100);
      await page.arrives(words.test);
      const number = numberOn(page);
      await clock.pass(9000);
      expect(page.hasButton('Send a new notification')).to.equal(false);
      await clock.pass(2000);
      await page.settles();
      expect(page.text()).to.contain('check that it may send notifications');
      expect(page.hasButton('Send a new notification')).to.equal(true);
      await clock.pass(60_000);
      expect(numberOn(page)).to.equal(number);
      expect(harbor.calls.of('challenge')).to.have.length(1);
    } finally {
      clock.restore();
    }
  });

  it('is another one when a new notification is sent, and the one before counts for nothing', async () => {
    // Bytes that count up, so that two numbers differ.
    let n = 0;
    const random = (length: number): Uint8Array => Uint8Array.from({ length }, () => (n = (n + 7) % 250));
    const stage = await at('pass', { random });
    const { page, harbor } = stage;
    await toPassQr(page);
    await harbor.scan();
    await page.arrives(words.paired);
    const clock = new HandClock();
    try {
      page.press('Next');
      await clock.pass(100);
      await page.arrives(words.test);
      const [number, request] = [numberOn(page), harbor.asked()];
      await clock.pass(10_100);
      page.press('Send a new notification');
      await until(() => numberOn(page) !== number, 'another number');
      harbor.backend.app.approve(request, number);
      await clock.pass(1000);
      expect(page.heading()).to.equal(words.test);
      expectNothingRegistered(stage);
      harbor.backend.app.approve(harbor.asked(), numberOn(page));
      await clock.pass(1000);
      await page.arrives(words.passAdded);
    } finally {
      clock.restore();
    }
  });
});

describe('a test that comes to nothing', () => {
  const other = (number: string): string => (number === '00' ? '01' : '00');
  const answers: readonly [
    string,
    (phone: MemoryBackend['app'], id: string, number: string) => void,
    string,
    RegExp,
  ][] = [
    [
      'a wrong number',
      (phone, id, number) => phone.approve(id, other(number)),
      'That was not the number',
      /enter the number/,
    ],
    ['no number', (phone, id) => phone.approve(id), 'That was not the number', /enter the number/],
    ['“it is not me”', (phone, id) => phone.deny(id), 'The request was declined', /enter the number/],
  ];
  for (const [what, answer, title, advice] of answers)
    it(`says what happened, registers nothing, and can be tried again: ${what} [F55, F57]`, async () => {
      const stage = await atTest();
      const { page, harbor } = stage;
      answer(harbor.backend.app, harbor.asked(), numberOn(page));
      await page.arrives(title);
      expect(page.text()).to.match(advice);
      expectNothingRegistered(stage);
      await page.go('Send a new notification', words.test);
      expect(harbor.calls.of('begin')).to.have.length(1);
      harbor.backend.app.approve(harbor.asked(), numberOn(page));
      await page.arrives(words.passAdded);
    });

  it('says that no answer came [F56]', async () => {
    let late = 0;
    const stage = await atTest({ clock: { now: () => Date.now() + late } });
    late = 125_000;
    await stage.page.arrives('No answer came');
    expect(stage.page.text()).to.contain('Check that the app may send notifications');
    expectNothingRegistered(stage);
    await stage.page.go('Send a new notification', words.test);
  });

  it('ignores an approval that comes after the end', async () => {
    const stage = await atTest();
    const { page, harbor } = stage;
    const [request, number] = [harbor.asked(), numberOn(page)];
    harbor.backend.app.deny(request);
    await page.arrives('The request was declined');
    harbor.backend.app.approve(request, number);
    await page.settles();
    expectNothingRegistered(stage);
  });

  it('says that there were too many, and for how long', async () => {
    const { page, harbor } = await atTest({ limits: { approvalsPerHour: 1 } });
    harbor.backend.app.deny(harbor.asked());
    await page.arrives('The request was declined');
    page.press('Send a new notification');
    expect(await page.complains()).to.match(/You can try again in .*(hour|minutes)/);
    expect(page.heading()).to.equal('The request was declined');
  });

  it('offers other methods where there are any', async () => {
    const { page, harbor } = await atHarbor({ requirements: [{ id: 'any', anyOf: [pass, app] }] });
    await page.go('Next', words.get);
    await toPassTest({ page, harbor });
    harbor.backend.app.deny(harbor.asked());
    await page.arrives('The request was declined');
    await page.go('I want to use a different authenticator app', words.setUp);
  });
});

describe('a QR code that is of no use any more', () => {
  it('was used already: a new one is shown, and that one works [F50, C8]', async () => {
    let isSpent = true;
    const stage = await at('pass', {
      through: (adapter) => ({
        ...adapter,
        get: async (...args) => {
          const answer = await present(adapter.get, 'get')(...args);
          if (!isSpent) return answer;
          return { ...answer, next: { type: 'rejected', reason: 'spent', recover: 'restart' } } as typeof answer;
        },
      }),
    });
    const { page, harbor } = stage;
    await toPassQr(page);
    const before = await drawn(page);
    await page.arrives('This QR code was already used');
    isSpent = false;
    await page.go('Show a new QR code', words.scan);
    expect(await drawn(page)).not.to.equal(before);
    expectNothingRegistered(stage);
    await harbor.scan();
    await page.arrives(words.paired);
  });

  it('has expired: a new one is shown, and that one works', async () => {
    let late = 0;
    const stage = await at('pass', { clock: { now: () => Date.now() + late } });
    const { page, harbor } = stage;
    await toPassQr(page);
    const before = await drawn(page);
    late = 11 * 60_000;
    await page.arrives('The QR code has expired');
    expect(page.root.querySelector('.siw-qr')).to.equal(null);
    await page.go('Show a new QR code', words.scan);
    expect(await drawn(page)).not.to.equal(before);
    expectNothingRegistered(stage);
    await harbor.scan();
    await page.arrives(words.paired);
  });
});

describe('going back', () => {
  it('from the test keeps the pairing, and Next sends another', async () => {
    const { page, harbor } = await atTest();
    await page.go('Back', words.paired);
    await page.go('Next', words.test);
    expect(harbor.calls.of('begin')).to.have.length(1);
    expect(harbor.backend.app.requests()).to.have.length(1);
    harbor.backend.app.approve(harbor.asked(), numberOn(page));
    await page.arrives(words.passAdded);
  });

  it('and on again shows the same QR [F18]', async () => {
    const { page } = await at('pass');
    await toPassQr(page);
    const before = await drawn(page);
    await page.go('Back', words.setUp);
    await page.go('Back', words.get);
    await toPassQr(page);
    expect(await drawn(page)).to.equal(before);
  });

  it('a reload shows the same QR', async () => {
    const { page, harbor } = await at('pass');
    await toPassQr(page);
    const before = await drawn(page);
    page.element.remove();
    const again = await WizardPage.open({ adapter: harbor.adapter });
    await again.arrives(words.scan);
    expect(await drawn(again)).to.equal(before);
  });

  it('a reload in the test shows the same number', async () => {
    const { page, harbor } = await atTest();
    const number = numberOn(page);
    page.element.remove();
    const again = await WizardPage.open({ adapter: harbor.adapter });
    await again.arrives(words.test);
    expect(numberOn(again)).to.equal(number);
    expect(harbor.backend.app.requests()).to.have.length(1);
  });

  it('and asking for a new QR makes the old one worthless', async () => {
    const { page, harbor } = await atTest();
    await page.go('Back', words.paired);
    await page.go('Show a new QR code', words.scan);
    expect(harbor.calls.of('begin').at(-1)?.args[0]).to.have.property('restart', true);
    await harbor.scan();
    await page.arrives(words.paired);
  });
});

describe('the code by hand', () => {
  const real = navigator.clipboard;
  afterEach(() => Object.defineProperty(navigator, 'clipboard', { configurable: true, value: real }));

  it('and the URL are shown, can each be copied, and connect the app [F47, F49]', async () => {
    const written: string[] = [];
    const writeText = async (text: string): Promise<void> => void written.push(text);
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText } });
    const { page, harbor } = await at('pass');
    await toPassQr(page);
    await page.go('Can’t scan the QR code?', 'Enter the code by hand');
    const { manual } = await harbor.pairing();
    for (const { value } of manual) expect(page.text().replace(/\s/g, '')).to.contain(value);
    page.press('Copy Code');
    page.press('Copy URL');
    await until(() => written.length === 2, 'two copies');
    expect(written).to.deep.equal(manual.map(({ value }) => value));
    await harbor.backend.app.pair(present(written[0], 'code'));
    await page.arrives(words.paired);
  });

  it('leads back to the same picture', async () => {
    const { page } = await at('pass');
    await toPassQr(page);
    const before = await drawn(page);
    await page.go('Can’t scan the QR code?', 'Enter the code by hand');
    await page.go('Show the QR code', words.scan);
    expect(await drawn(page)).to.equal(before);
  });
});

describe('the secret of a pairing', () => {
  it('is nowhere on the page once the app is connected', async () => {
    const { page, harbor } = await at('pass');
    await toPassQr(page);
    await page.go('Can’t scan the QR code?', 'Enter the code by hand');
    const code = present((await harbor.pairing()).manual[0], 'code').value;
    const isOnPage = (): boolean => {
      const bare = (text: string): string => text.replace(/[\s-]|<[^>]*>/g, '');
      return bare(page.root.innerHTML).includes(bare(code)) || page.root.innerHTML.includes(code.replaceAll('-', ''));
    };
    expect(isOnPage(), 'while it is to be typed').to.equal(true);
    await harbor.scan();
    await page.arrives(words.paired);
    expect(isOnPage()).to.equal(false);
    expect(page.root.querySelector('.siw-qr')).to.equal(null);
    await page.go('Next', words.test);
    expect(isOnPage()).to.equal(false);
    harbor.backend.app.approve(harbor.asked(), numberOn(page));
    await page.arrives(words.passAdded);
    expect(isOnPage()).to.equal(false);
  });
});

describe('addresses from a backend', () => {
  const unsafe = [
    'javascript:alert(1)',
    'JavaScript:alert(1)',
    ' javascript:alert(1)',
    'java\tscript:alert(1)',
    'data:text/html,<script>1</script>',
    'data:image/svg+xml,<svg/>',
    'vbscript:x',
    'blob:https://harbor.example/x',
    'file:///etc/passwd',
    'http://harbor.example/app',
    'https:evil',
    '//evil.example/app',
    '/\\evil.example/app',
    '',
  ];
  for (const url of unsafe)
    it(`are not drawn as links to stores, nor as an icon: ${JSON.stringify(url)}`, async () => {
      const offer = { ...pass, icon: url, stores: [{ platform: 'ios', url }] } as const;
      const { page } = await at('pass', { requirements: [{ id: 'pass', anyOf: [offer] }] });
      expect(page.root.querySelectorAll('a, img')).to.have.length(0);
      expect(page.root.querySelector('.siw-push-phone svg')).not.to.equal(null);
      await page.go('Next', words.setUp);
    });

  it('that are secure are: stores in tabs of their own, told so, and the icon as a picture without a name [F37, F38]', async () => {
    // Of the page's own origin; which picture it is does not matter.
    const icon = new URL(import.meta.url).pathname;
    const stores = [
      { platform: 'ios', url: 'https://harbor.example/ios' },
      { platform: 'android', url: 'https://harbor.example/android' },
    ] as const;
    const { page } = await at('pass', { requirements: [{ id: 'pass', anyOf: [{ ...pass, icon, stores }] }] });
    const links = [...page.root.querySelectorAll('a')];
    expect(links.map(({ href }) => href)).to.deep.equal(stores.map(({ url }) => url));
    for (const link of links) {
      expect(link.rel.split(' ')).to.include.members(['noopener', 'noreferrer']);
      expect(textOf(link)).to.contain('opens in a new tab');
    }
    expect(page.root.querySelector('img')?.alt).to.equal('');
  });
});

describe('on a phone', () => {
  const { matchMedia } = globalThis;
  beforeEach(() => {
    globalThis.matchMedia = (query) =>
      query === '(pointer: coarse)' ? matchMedia.call(globalThis, 'all') : matchMedia.call(globalThis, query);
  });
  afterEach(() => {
    globalThis.matchMedia = matchMedia;
  });

  /** `deepLink` in the place of the backend's own. */
  async function atLink(deepLink: string | undefined): Promise<Stage> {
    return await at('pass', {
      through: (adapter) => ({
        ...adapter,
        begin: async (...args) => {
          const answer = await adapter.begin(...args);
          const next = answer.next as { readonly provision?: object };
          if (!next.provision) return answer;
          const { deepLink: _own, ...provision } = next.provision as { readonly deepLink?: string };
          return {
            ...answer,
            next: { ...next, provision: deepLink === undefined ? provision : { ...provision, deepLink } },
          } as typeof answer;
        },
      }),
    });
  }

  const link = 'harbor-pass:add#K7QX2MPD9RTA';
  const open = 'Connect Harbor Pass';
  const title = 'Connect the app';

  it('the link to the app comes first, and its address stands in no attribute [F62, C36]', async () => {
    const { page } = await atLink(link);
    await page.go('Next', title);
    expect(page.hasButton(open)).to.equal(true);
    expect(page.root.querySelector('.siw-qr')).to.equal(null);
    expect(page.root.innerHTML).not.to.contain('K7QX2MPD9RTA');
  });

  it('is followed once: a second tap finds no link, and a new one is asked for [F62, C8]', async function () {
    // No app is here to open, and only Chromium lets the page of the tests keep itself from being left for it.
    if (!navigator.userAgent.includes('Chrome')) return this.skip();
    const followed: string[] = [];
    const hold = (event: NavigateEvent): void => {
      followed.push(event.destination.url);
      event.preventDefault();
    };
    navigation.addEventListener('navigate', hold);
    const { page, harbor } = await atLink(link);
    await page.go('Next', title);
    page.button(open).click();
    await until(() => !page.hasButton(open), 'an end of the link');
    navigation.removeEventListener('navigate', hold);
    expect(followed).to.deep.equal([link]);
    expect(page.text()).to.contain('We opened the app');
    await page.go('Get a new link', title);
    await until(() => page.hasButton(open), 'another link');
    expect(harbor.calls.of('begin').at(-1)?.args[0]).to.have.property('restart', true);
  });

  it('is not needed: the QR for another phone is one press away, and connects as well [F63]', async () => {
    const { page, harbor } = await atLink(link);
    await page.go('Next', title);
    await page.go('Show a QR code for another phone', words.scan);
    await drawn(page);
    await page.go('Back', title);
    expect(page.hasButton(open)).to.equal(true);
    await harbor.scan();
    await page.arrives(words.paired);
  });

  for (const unsafe of [
    'javascript:alert(1)',
    'JAVASCRIPT:alert(1)',
    ' javascript:alert(1)',
    'data:text/html,x',
    'http://harbor.example/',
    '//evil.example',
    'blob:x',
    '',
  ])
    it(`is not drawn when it leads anywhere but to an app: ${JSON.stringify(unsafe)}`, async () => {
      const { page } = await atLink(unsafe);
      page.press('Next');
      await until(() => page.heading() === title || page.heading() === words.scan, 'a page');
      await page.settles();
      expect(page.hasButton(open)).to.equal(false);
    });

  it('and without a link the QR is shown at once', async () => {
    const { page } = await atLink(undefined);
    await page.go('Next', words.scan);
    await drawn(page);
  });
});

describe('a registered app', () => {
  it('is told on its last page, by the organization’s own name for it [F59]', async () => {
    const stage = await at('pass');
    await addPass(stage);
    expect(stage.page.text()).to.contain('You approved the test');
    expect(textOf(stage.page.root.querySelector('[part=methods]'))).to.contain('Harbor Pass');
  });
});
