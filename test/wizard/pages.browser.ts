/** What holds on every page of the shell's own: no barrier that axe finds, ids of their own, 320 px are enough, no inline style. */
import { expect } from '@open-wc/testing';
import { findings } from '../every-method/axe.js';
import { brokenReferences, sharedIds, styleAttributes, tooWide } from '../every-method/inspect.js';
import type { Harbor } from './harbor.js';
import { addApp, at, atHarbor, mobile, needsApp, needsEither, words, type HarborOptions } from './harbor.js';
import { newMain } from './reading.js';
import type { WizardOptions, WizardPage } from './wizard-page.js';

const english = 'en';

/** Ways to each page, by the shape of its buttons alone, so that they work in any language. */
const ways: Readonly<Record<string, (options: HarborOptions) => Promise<WizardPage>>> = {
  prompt: async (options) =>
    (await atHarbor({ requirements: [{ ...needsEither, skip: { daysLeft: 3 } }, needsApp], ...options })).page,
  'prompt with a problem': async (options) => {
    const { page, harbor } = await atHarbor({ requirements: [{ ...needsApp, skip: {} }], ...options });
    harbor.backend.refuse('skip', { code: 'locked', retryAfter: 60_000 });
    press(page, '.siw-link');
    await page.complains();
    return page;
  },
  chooser: async (options) => {
    const { page } = await atHarbor({ requirements: [needsEither], ...options });
    await next(page, 'set-up');
    press(page, '.siw-link');
    return stands(page, 'chooser');
  },
  summary: async (options) => {
    const stage = await atHarbor({
      requirements: [needsApp],
      notifiesOnChange: true,
      wizard: { ...options.wizard, lang: english },
    });
    await stage.page.go('Next', words.setUp);
    await addApp(stage);
    await stage.page.go('Next', words.summary);
    stage.page.element.lang = options.wizard?.lang ?? english;
    return stands(stage.page, 'summary');
  },
  'step-up by password, refused': async (options) => {
    const { page, harbor } = await at('phone', { password: 'x', wizard: { ...options.wizard, lang: english } });
    harbor.backend.requireStepUp();
    page.fill('Phone number', mobile);
    await page.go('Next', 'Enter your password again');
    page.press('Next');
    await page.complains();
    page.element.lang = options.wizard?.lang ?? english;
    return stands(page, 'password');
  },
  'a network that failed': async (options) => {
    const { page, harbor } = await at('phone', { wizard: { ...options.wizard, lang: english } });
    harbor.backend.refuse('begin', { code: 'network' });
    page.fill('Phone number', mobile);
    await page.go('Next', 'We cannot reach the service');
    page.element.lang = options.wizard?.lang ?? english;
    return stands(page, 'network');
  },
  'a session that ended': (options) => trouble({ code: 'session_expired' }, options),
  'an organization that blocks': (options) => trouble({ code: 'policy_denied', reason: 'place' }, options),
  'nothing possible': (options) => trouble({ code: 'method_unavailable' }, options),
};

async function trouble(fault: Parameters<Harbor['backend']['refuse']>[1], options: HarborOptions): Promise<WizardPage> {
  const refusing = (adapter: Harbor['adapter']): Harbor['adapter'] => ({
    ...adapter,
    load: () => Promise.reject(Object.assign(new Error(), { name: 'EnrollmentError', fault })),
  });
  return (await atHarbor({ ...options, through: refusing })).page;
}

function press(page: WizardPage, selector: string): void {
  page.form()?.querySelector<HTMLElement>(selector)?.click();
}

async function next(page: WizardPage, name: string): Promise<void> {
  page.form()?.requestSubmit();
  await stands(page, name);
}

async function stands(page: WizardPage, name: string): Promise<WizardPage> {
  const { until } = await import('./patience.js');
  await until(() => page.events.some((event) => 'page' in event && event.page === name), `page ${name}`);
  await page.settles();
  return page;
}

/** A page of the theme's own colour around the card. */
function backdrop(theme: 'light' | 'dark', width = ''): HTMLElement {
  const main = newMain();
  main.style.background = theme === 'dark' ? '#111' : '#fff';
  main.style.inlineSize = width;
  return main;
}

const looks: readonly Required<Pick<WizardOptions, 'theme' | 'lang'>>[] = [
  { theme: 'light', lang: 'en' },
  { theme: 'dark', lang: 'ja' },
];

for (const [name, open] of Object.entries(ways)) {
  describe(`the page: ${name}`, () => {
    for (const look of looks)
      it(`has no barrier that axe finds, ${String(look.theme)} and in ${look.lang}`, async function () {
        this.timeout(15_000);
        const main = backdrop(look.theme ?? 'light');
        const page = await open({ wizard: { ...look, into: main } });
        page.skipAnimations();
        expect(await findings(main)).to.deep.equal([]);
      });

    it('has ids of its own, references that resolve, and no style of its own', async () => {
      const { root } = await open({});
      expect([...sharedIds(root), ...brokenReferences(root), ...styleAttributes(root)]).to.deep.equal([]);
    });

    it('bears the name of the wizard [F13]', async () => {
      expect((await open({})).text()).to.contain('Keep your account secure');
    });

    it('fits into 320 px in English and Japanese', async () => {
      for (const lang of ['en', 'ja']) {
        const page = await open({ wizard: { lang, into: backdrop('light', '320px') } });
        expect(tooWide(page.element), lang).to.deep.equal([]);
      }
    });
  });
}
