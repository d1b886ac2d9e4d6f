/** Methods of a host's own: drawn, styled, spoken and counted like ours, and never in the way of another copy (R61, R135). */
import { expect } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import badgeModule from '../../demo/badge/index.js';
import type { Badge } from '../../demo/badge/logic.js';
import { BadgeStep } from '../../demo/badge/step.js';
import type { SiwErrorEvent } from '../../src/index.js';
import type { StepView } from '../../src/method.js';
import { manifest } from '../../src/methods/manifest.js';
import { badge, badgeWith, number, pin, wantsBadge } from './badge.js';
import { Harbor, needsApp, words } from './harbor.js';
import { until } from './patience.js';
import { newMain, present } from './reading.js';
import { WizardPage, type Wizard } from './wizard-page.js';

const title = 'Add your badge';
const label = 'Number on the badge';

async function open(options: Partial<Pick<Wizard, 'methods'>> = {}, main = newMain()): Promise<WizardPage> {
  const page = WizardPage.place({ methods: [badge], into: main, ...options });
  page.element.adapter = new Harbor(wantsBadge).adapter;
  await page.first();
  return page;
}

describe("a method of the host's own", () => {
  it('is listed on the prompt by its own name and hint', async () => {
    const page = await open();
    expect(page.text()).to.contain('Badge').and.to.contain('The card that opens your doors, and its PIN.');
  });

  it('is made ready, in the language that is spoken, while the prompt is read', async () => {
    const ready: string[] = [];
    const prepare = (locale: string): void => void ready.push(locale);
    const page = await open({ methods: [badgeWith(async () => ({ default: { ...badgeModule, prepare } }))] });
    await until(() => ready.length > 0, 'to be made ready');
    expect(ready).to.deep.equal(['en']);
    expect(page.heading()).to.equal(words.prompt);
  });

  it('is walked through like ours, events included', async () => {
    const page = await open();
    await page.go('Next', title);
    expect(page.hasFocus(page.field(label)), 'focus').to.equal(true);
    await page.type(label, '4711 0023');
    await page.go('Next', 'Enter the PIN of your badge');
    await page.type('PIN', pin);
    await page.go('Next', 'Badge added');
    expect(page.text()).to.contain('•••• 0023');
    await page.go('Next', words.summary);
    expect(page.types()).to.include('siw-registered');
  });

  it('shows its problem at its field', async () => {
    const page = await open();
    await page.go('Next', title);
    page.press('Next');
    expect(await page.complains()).to.equal('Enter the number on your badge.');
    expect(page.hasFocus(page.field(label)), 'focus').to.equal(true);
  });

  it('says what is refused at its field, and keeps what was typed, back to the page before as well', async () => {
    const page = await open();
    await page.go('Next', title);
    await page.type(label, number);
    await page.go('Next', 'Enter the PIN of your badge');
    await page.type('PIN', '000000');
    page.press('Next');
    expect(await page.complains()).to.contain('not right');
    expect(page.value('PIN')).to.equal('000000');
    await page.go('Back', title);
    expect(page.value(label)).to.equal(number);
  });

  it('brings its own styles, and gets ours', async () => {
    const page = await open();
    await page.go('Next', title);
    expect(getComputedStyle(page.field(label)).letterSpacing).not.to.equal('normal');
  });

  it('is known whichever comes first, methods or adapter, before the element is on the page', async () => {
    const page = WizardPage.place({ adapter: new Harbor(wantsBadge).adapter, methods: [badge] });
    await page.first();
    await page.go('Next', title);
  });

  it('is known when the methods come after the adapter', async () => {
    const page = WizardPage.place({ adapter: new Harbor(wantsBadge).adapter });
    await page.first();
    page.element.methods = [badge];
    await until(() => page.text().includes('The card that opens your doors, and its PIN.'), 'the badge on the prompt');
  });

  it('takes the place of ours when it is of the same kind', async () => {
    const ours = manifest.find(({ card }) => card.kind === 'totp')!;
    const page = WizardPage.place({
      methods: [{ ...ours, card: { ...ours.card, words: { en: { name: 'Harbor app', hint: 'h' }, load: {} } } }],
    });
    page.element.adapter = new Harbor({ requirements: [needsApp] }).adapter;
    await page.first();
    expect(page.text()).to.contain('Harbor app');
    await page.go('Next', words.setUp);
  });
});

describe('two copies of a method on one page', () => {
  it('each draw with their own step', async () => {
    class OtherStep extends BadgeStep {}
    const other = badgeWith(async () => ({ default: { ...badgeModule, Step: OtherStep } }));
    const main = newMain();
    const one = await open({}, main);
    const two = await open({ methods: [other] }, main);
    await one.go('Next', title);
    await two.go('Next', title);
    const [first, second] = [one, two].map((page) => page.field(label).closest('.siw-body')?.firstElementChild);
    expect(first).to.be.instanceOf(BadgeStep).and.not.to.be.instanceOf(OtherStep);
    expect(second).to.be.instanceOf(OtherStep);
  });

  it('do not disturb each other: what is typed in one stays out of the other', async () => {
    const main = newMain();
    const one = await open({}, main);
    const two = await open({}, main);
    await one.go('Next', title);
    await two.go('Next', title);
    await one.type(label, '1');
    await two.type(label, '22');
    expect([one.value(label), two.value(label)]).to.deep.equal(['1', '22']);
  });

  it('leave the element of the first copy of the package alone', async () => {
    const before = customElements.get('security-info-wizard');
    const copy = '../../src/define.ts?second-copy';
    await import(copy);
    expect(customElements.get('security-info-wizard')).to.equal(before);
  });
});

describe('a method whose chunk does not come', () => {
  it('has a page that says so, and comes when it is tried again', async () => {
    let isOffline = true;
    const flaky = badgeWith(async () => {
      if (isOffline) throw new TypeError('Failed to fetch dynamically imported module');
      return { default: badgeModule };
    });
    const page = await open({ methods: [flaky] });
    await page.go('Next', 'We could not load your setup');
    isOffline = false;
    page.press('Try again');
    await page.arrives(/More information|Add your badge/);
    if (page.heading() === words.prompt) await page.go('Next', title);
    expect(page.heading()).to.equal(title);
    expect(page.text()).not.to.contain('dynamically');
  });

  const defects: readonly [string, Partial<typeof badgeModule>][] = [
    [
      'its step throws while it draws',
      {
        Step: class extends BadgeStep {
          protected override body(): never {
            throw new Error('secret-path/step.js');
          }
        },
      },
    ],
    [
      'its frame throws',
      {
        logic: {
          ...badgeModule.logic,
          frame: () => {
            throw new Error('secret-path/logic.js');
          },
        },
      },
    ],
  ];
  for (const [what, defect] of defects)
    it(`or that is broken leaves no empty page: ${what} (R84)`, async () => {
      const broken = badgeWith(async () => ({ default: { ...badgeModule, ...defect } }));
      const page = await open({ methods: [broken] });
      page.press('Next');
      await until(() => page.hasButton('Try again'), 'a way on');
      expect(page.of<SiwErrorEvent>('siw-error').map(({ code }) => code)).to.deep.equal(['protocol']);
      expect(page.text()).not.to.contain('secret-path');
    });

  it('wipes what it drew before the page that it cannot draw (R44)', async () => {
    class HalfStep extends BadgeStep {
      protected override body(view: StepView<Badge>): TemplateResult {
        if (view.state.page === 'pin') throw new Error('secret-path/step.js');
        return super.body(view);
      }
    }
    const page = await open({ methods: [badgeWith(async () => ({ default: { ...badgeModule, Step: HalfStep } }))] });
    await page.go('Next', title);
    const step = present(page.field(label).closest('.siw-body')?.firstElementChild, 'step');
    await page.type(label, number);
    page.press('Next');
    await until(() => page.hasButton('Try again'), 'a way on');
    await until(() => step.childElementCount === 0, 'an empty step');
  });

  it('shows no more of the error than that it was one', async () => {
    const broken = badgeWith(() => Promise.reject(new Error('secret-path/chunk-3.js')));
    const page = await open({ methods: [broken] });
    page.press('Next');
    await until(() => page.hasButton('Try again'), 'a way on');
    expect(page.text()).not.to.contain('secret-path');
    expect(page.heading()).not.to.equal('');
  });
});
