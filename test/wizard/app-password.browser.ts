/** App passwords: named by the person, made by the organisation, shown once (F140–F144). */
import { expect } from '@open-wc/testing';
import type { RequirementOption } from '../../src/adapters/memory/index.js';
import type { MethodId } from '../../src/contract/enrollment.js';
import type { RegisteredMethod } from '../../src/contract/security-info.js';
import { atHarbor, words, type HarborOptions, type Stage } from './harbor.js';
import { until } from './patience.js';
import { present, textOf } from './reading.js';
import type { WizardPage } from './wizard-page.js';

const needsPassword: RequirementOption = { id: 'mail', anyOf: [{ kind: 'app-password', usage: [] }] };
const titles = {
  name: 'Name your app password',
  password: 'Copy your app password',
  created: 'App password created',
} as const;

const shownOn = (page: WizardPage): string => textOf(page.root.getElementById('siw-manual-0')).replace(/\s/g, '');

async function atName(options: HarborOptions = {}): Promise<Stage> {
  const stage = await atHarbor({ requirements: [needsPassword], wizard: { noPrompt: true }, ...options });
  await stage.page.arrives(titles.name);
  return stage;
}

describe('an app password', () => {
  it('is named, shown once, and listed by its name [F141, F143]', async () => {
    const { page } = await atName();
    expect(page.value('Name')).to.equal('Mail on my computer');
    expect(page.description('Name')).to.contain('one for each device');
    page.fill('Name', 'Calendar on my tablet');
    await page.go('Next', titles.password);
    const password = shownOn(page);
    expect(password).to.match(/^[0-9A-HJKMNP-TV-Z]{16}$/);
    expect(page.has('siw-registered')).to.equal(false);
    await page.go('Done', titles.created);
    expect(page.of('siw-registered')).to.have.length(1);
    await page.go('Next', words.summary);
    expect(page.text()).to.contain('Calendar on my tablet').and.not.to.contain(password);
  });

  it('takes the suggested name with one press', async () => {
    const { page } = await atName();
    await page.go('Next', titles.password);
    await page.go('Done', titles.created);
    expect(page.text()).to.contain('Mail on my computer');
  });

  it('is copied without the gaps between its groups [F141]', async () => {
    const real = navigator.clipboard;
    const written: string[] = [];
    const writeText = async (text: string): Promise<void> => void written.push(text);
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText } });
    try {
      const { page } = await atName();
      await page.go('Next', titles.password);
      page.press(/^Copy/);
      await until(() => written.length > 0, 'a copy');
      expect(written).to.deep.equal([shownOn(page)]);
    } finally {
      Object.defineProperty(navigator, 'clipboard', { configurable: true, value: real });
    }
  });

  it('has a name, of one line', async () => {
    const { page, harbor } = await atName();
    for (const [typed, problem] of [
      ['   ', 'Enter a name'],
      ['x'.repeat(61), 'no more than 60 characters'],
    ] as const) {
      page.fill('Name', typed);
      page.press('Next');
      await until(() => page.problem().includes(problem), problem);
      expect(page.hasFocus(page.field('Name')), 'focus').to.equal(true);
      expect(page.value('Name')).to.equal(typed);
    }
    expect(harbor.calls.of('begin')).to.have.length(0);
  });

  it('has a name that no other one has, and what was typed stays', async () => {
    const { page } = await atName({ requirements: [needsPassword, { ...needsPassword, id: 'more' }] });
    page.fill('Name', 'Mail');
    await page.go('Next', titles.password);
    await page.go('Done', titles.created);
    await page.go('Next', titles.name);
    page.fill('Name', 'MAIL');
    page.press('Next');
    expect(await page.complains()).to.contain('already have an app password with this name');
    expect(page.value('Name')).to.equal('MAIL');
    expect(page.hasFocus(page.field('Name')), 'focus').to.equal(true);
    page.fill('Name', 'Mail at home');
    await page.go('Next', titles.password);
  });

  it('is refused where as many stand as may, with what to do first [F142]', async () => {
    const methods = Array.from({ length: 40 }, (_, n): RegisteredMethod => ({
      id: `method-${String(n)}` as MethodId,
      kind: 'app-password',
      label: `App ${String(n)}`,
      usage: [],
      canBeDefault: false,
      removable: true,
    }));
    const { page } = await atName({ methods });
    page.press('Next');
    expect(await page.complains()).to.contain('Delete one that you no longer use first');
  });

  it('keeps its name on the way back, and is another one for another name', async () => {
    const { page } = await atName();
    page.fill('Name', 'Mail');
    await page.go('Next', titles.password);
    const password = shownOn(page);
    await page.go('Back', titles.name);
    expect(page.value('Name')).to.equal('Mail');
    await page.go('Next', titles.password);
    expect(shownOn(page)).to.equal(password);
    await page.go('Back', titles.name);
    page.fill('Name', 'Calendar');
    await page.go('Next', titles.password);
    expect(shownOn(page)).not.to.equal(password);
  });

  it('is not for a translator', async () => {
    const { page } = await atName();
    await page.go('Next', titles.password);
    const shown = present(page.root.getElementById('siw-manual-0'), 'password');
    expect(shown.closest('[translate=no]')).not.to.equal(null);
  });
});
