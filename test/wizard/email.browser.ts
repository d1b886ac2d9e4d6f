/** An address to get back in with: where a code is mailed, for recovery and for nothing else. */
import { expect } from '@open-wc/testing';
import type { RequirementOption } from '../../src/adapters/memory/index.js';
import { app, atHarbor, words, type HarborOptions, type Stage } from './harbor.js';
import { until } from './patience.js';
import { textOf } from './reading.js';

const email = { kind: 'email', usage: ['recovery'], refusedDomains: ['harbor.example'] } as const;
const needsEmail: RequirementOption = { id: 'mail', anyOf: [email] };
const label = 'What email address would you like to use?';
const added = 'Email added';

async function atAddress(options: HarborOptions = {}): Promise<Stage> {
  const stage = await atHarbor({ requirements: [needsEmail], wizard: { noPrompt: true }, ...options });
  await stage.page.arrives('Email');
  return stage;
}

async function addEmail({ page, harbor }: Stage, address: string): Promise<void> {
  page.fill(label, address);
  await page.go('Next', words.code);
  page.fill('Code', harbor.texted());
  await page.go('Next', added);
}

describe('an e-mail address', () => {
  it('is asked for with advice which one, proves itself by a code, and is listed [F104, F105, F107, F108]', async () => {
    const stage = await atAddress();
    const { page, harbor } = stage;
    expect(page.field(label).getAttribute('type')).to.equal('email');
    expect(page.description(label)).to.contain('without your work password');
    page.fill(label, 'hana@home.example');
    await page.go('Next', words.code);
    expect(page.text()).to.contain('6-digit code to hana@home.example');
    page.fill('Code', harbor.texted() === '000000' ? '000001' : '000000');
    page.press('Next');
    expect(await page.complains()).to.contain('That code is not right');
    page.fill('Code', harbor.texted());
    await page.go('Next', added);
    await page.go('Next', words.summary);
    expect(page.text()).to.contain('h***@home.example');
  });

  it('with a likely slip is asked about at its field and at that of the code, for whoever only hears the page', async () => {
    const { page } = await atAddress();
    page.fill(label, 'hana@gmial.com');
    await until(() => page.description(label).includes('Did you mean gmail.com?'), 'a guess');
    await page.go('Next', words.code);
    expect(page.description('Code')).to.contain('It ends like gmail.com, but not quite');
  });

  it('has a hint to look among the junk, where its code is typed [F109]', async () => {
    const { page } = await atAddress();
    page.fill(label, 'hana@home.example');
    await page.go('Next', words.code);
    expect(page.description('Code'))
      .to.contain('6-digit code to hana@home.example')
      .and.to.contain('in your junk mail');
  });

  for (const [whose, address, told] of [
    ['of the organization', 'ayaka.sato@mail.harbor.example', 'belongs to your organization'],
    ['that they sign in with', 'AYAKA@harbor.example', 'You sign in with this address'],
  ] as const)
    it(`is not one ${whose}, which is told at the field before anything is sent [F106]`, async () => {
      const { page, harbor } = await atAddress();
      page.fill(label, address);
      page.press('Next');
      expect(await page.complains()).to.contain(told);
      expect(page.value(label)).to.equal(address);
      expect(page.hasFocus(page.field(label)), 'focus').to.equal(true);
      expect(harbor.calls.of('begin')).to.have.length(0);
    });

  it('is for getting back in alone: it says so, wherever it is chosen and listed [F110]', async () => {
    const both = { ...email, usage: ['sign-in', 'recovery'] } as const;
    const stage = await atHarbor({ requirements: [{ id: 'either', anyOf: [app, email] }] });
    await stage.page.go('Next', words.setUp);
    await stage.page.go(words.differentMethod, words.chooser);
    expect(textOf(stage.page.radio('Email').closest('label'))).to.contain('For account recovery only');

    const misled = await atAddress({ requirements: [{ id: 'mail', anyOf: [both] }] });
    expect(misled.page.text()).to.contain('never to sign in');
    await addEmail(misled, 'hana@home.example');
    await misled.page.go('Next', words.summary);
    expect(misled.page.text()).to.contain('h***@home.example').and.to.contain('For account recovery only');
    expect(misled.page.text()).not.to.contain('Default sign-in method');
  });

  it('can be removed where it was added, and another one be given [F111]', async () => {
    const stage = await atAddress();
    const { page } = stage;
    await addEmail(stage, 'hana@home.example');
    await page.go('This isn’t right: remove it', 'Email');
    await addEmail(stage, 'mika@home.example');
    await page.go('Next', words.summary);
    expect(page.text()).to.contain('m***@home.example').and.not.to.contain('h***@home.example');
  });
});
