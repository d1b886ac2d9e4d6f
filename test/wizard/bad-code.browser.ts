/** Codes that are not right, in both methods: five different mistakes, five different messages, nothing typed lost (R124, R125). */
import { expect } from '@open-wc/testing';
import { at, mobile, toAppCode, toPhoneCode, words, type Harbor, type HarborOptions, type Stage } from './harbor.js';
import { expectMarked } from './marked.js';
import { until } from './patience.js';

interface Way {
  readonly name: string;
  readonly added: string;
  open(options?: HarborOptions): Promise<Stage>;
  right(harbor: Harbor): Promise<string>;
  wrong(harbor: Harbor): Promise<string>;
}

const ways: readonly Way[] = [
  {
    name: 'an authenticator app',
    added: words.appAdded,
    async open(options) {
      const stage = await at('app', options);
      await toAppCode(stage.page);
      return stage;
    },
    right: (harbor) => harbor.shown(),
    wrong: (harbor) => harbor.wrong(),
  },
  {
    name: 'a phone',
    added: words.phoneAdded,
    async open(options) {
      const stage = await at('phone', options);
      await toPhoneCode(stage.page);
      return stage;
    },
    right: async (harbor) => harbor.texted(),
    wrong: async (harbor) => (harbor.texted() === '000000' ? '111111' : '000000'),
  },
];

const shapes: readonly [string, string, RegExp][] = [
  ['nothing', '', /^Enter the code/],
  ['blanks', '  ', /^Enter the code/],
  ['letters', 'abcdef', /digits only/],
  ['five digits', '12345', /6 digits\. Some are missing/],
  ['seven digits', '1234567', /6 digits\. You entered more/],
];

for (const way of ways) {
  describe(`a code of ${way.name}`, () => {
    for (const [what, typed, told] of shapes)
      it(`is not handed in, and told at its field: ${what}`, async () => {
        const { page, harbor } = await way.open();
        await page.type('Code', typed);
        page.press('Next');
        expect(await page.complains()).to.match(told);
        expectMarked(page, 'Code', typed);
        expect(harbor.calls.of('verify')).to.have.length(0);
      });

    it('that is wrong is told at its field, and the next one may be tried [F73]', async () => {
      const { page, harbor } = await way.open();
      const wrong = await way.wrong(harbor);
      await page.type('Code', wrong);
      page.press('Next');
      expect(await page.complains()).to.contain('That code is not right.');
      expectMarked(page, 'Code', wrong);
      await page.type('Code', await way.right(harbor));
      await page.go('Next', way.added);
    });

    it('that is wrong too often says how many tries are left, and then what to do', async () => {
      const { page, harbor } = await way.open({ limits: { triesPerEnrollment: 3, triesPerAccount: 99, waits: [] } });
      const wrong = await way.wrong(harbor);
      const told: string[] = [];
      for (let n = 0; n < 2; n++) {
        page.fill('Code', wrong);
        page.press('Next');
        await until(() => harbor.calls.of('verify').length === n + 1 && !page.isBusy(), 'an answer');
        told.push(await page.complains());
      }
      expect(told.map((text) => /(\d) (try|tries) left/.exec(text)?.[1])).to.deep.equal(['2', '1']);
      page.fill('Code', wrong);
      page.press('Next');
      await until(() => harbor.calls.of('verify').length === 3 && !page.isBusy(), 'an answer');
      await page.settles();
      expect(page.problem()).not.to.equal('');
      expect(page.problem()).not.to.match(/left/);
    });

    it('in full-width digits, with spaces or dashes, is taken', async () => {
      const { page, harbor } = await way.open();
      const full = [...(await way.right(harbor))].map((digit) => String.fromCodePoint(0xff10 + Number(digit)));
      page.fill('Code', ` ${full.slice(0, 3).join('')} - ${full.slice(3).join('')} `);
      await page.go('Next', way.added);
    });

    it('that was used already says so', async () => {
      const { page, harbor } = await way.open();
      harbor.backend.refuse('verify', { code: 'invalid_code', reason: 'replayed' });
      await page.type('Code', '123456');
      page.press('Next');
      expect(await page.complains()).to.contain('That code was already used. Wait for the next one.');
      expectMarked(page, 'Code', '123456');
    });
  });
}

describe('a wrong code of an app', () => {
  it('gives three hints at the first mistake, and keeps the same QR', async () => {
    const { page, harbor } = await at('app');
    await page.go('Next', words.scan);
    await until(() => page.root.querySelector('svg[role=img] path'), 'a picture');
    const picture = page.root.querySelector('svg[role=img] path')?.getAttribute('d');
    await page.go('Next', words.code);
    page.fill('Code', await harbor.wrong());
    page.press('Next');
    await page.complains();
    expect(page.form()?.querySelectorAll('.siw-body li')).to.have.length(3);
    await page.go('Back', words.scan);
    await until(() => page.root.querySelector('svg[role=img] path'), 'a picture');
    expect(page.root.querySelector('svg[role=img] path')?.getAttribute('d')).to.equal(picture);
  });

  it('from a phone whose clock is off says that', async () => {
    const { page, harbor } = await at('app');
    await toAppCode(page);
    page.fill('Code', await harbor.shown(-5 * 60_000));
    page.press('Next');
    expect(await page.complains()).to.contain('clock of your phone');
  });
});

describe('“Didn’t get it?” on the page for a texted code', () => {
  it('leads back to the number, which is as it was [F18, F86]', async () => {
    const { page } = await at('phone');
    await toPhoneCode(page);
    await page.go('Change the number', words.number);
    expect(page.value('Phone number')).to.equal(mobile);
  });

  it('sends another code, which counts [F85]', async () => {
    const { page, harbor } = await at('phone');
    await toPhoneCode(page);
    page.press('Send a new code');
    await until(() => harbor.backend.messages().length === 2 && !page.isBusy(), 'another text');
    page.fill('Code', harbor.texted());
    await page.go('Next', words.phoneAdded);
  });

  it('keeps what was typed while another code is sent', async () => {
    const { page } = await at('phone');
    await toPhoneCode(page);
    await page.type('Code', '12');
    page.press('Send a new code');
    await page.settles();
    expect(page.value('Code')).to.equal('12');
  });

  it('says when no more can be sent [F94]', async () => {
    const { page } = await at('phone', { limits: { sendsPerNumber: 1, resendWaits: [0] } });
    await toPhoneCode(page);
    expect(page.text()).to.contain('This number cannot be reached again for now.');
    expect(page.button(/^Send a new code/).getAttribute('aria-disabled')).to.equal('true');
  });
});
