/** The first page: what is asked for, why, how long it takes, what to have at hand, and every way out of it (R119). */
import { expect } from '@open-wc/testing';
import type { RequirementOption } from '../../src/adapters/memory/index.js';
import { app, atHarbor, needsApp, needsBoth, needsEither, needsPhone, phone, words } from './harbor.js';
import { until } from './patience.js';
import { textOf } from './reading.js';

const skippable = (skip: RequirementOption['skip'] = {}): readonly RequirementOption[] => [{ ...needsApp, skip }];

describe('the prompt', () => {
  it('says what is asked for, by whom and how many, how long it takes, and what to have at hand [F3, F16]', async () => {
    const { page } = await atHarbor();
    expect(page.heading()).to.equal(words.prompt);
    expect(page.text()).to.contain('Harbor asks you to set up 2 ways');
    expect(page.text()).to.contain('This takes about 4 minutes.');
    expect(page.text()).to.contain('Keep your phone at hand.');
    expect(page.hasButton(words.differentAccount)).to.equal(true);
  });

  it('lists what will be set up, in order [F14, F15]', async () => {
    const { page } = await atHarbor();
    const list = page.form()?.querySelector('ul');
    const names = [...(list?.querySelectorAll('li') ?? [])].map((item) => textOf(item.querySelector('.siw-strong')));
    expect(names).to.deep.equal(['Authenticator app', 'Phone']);
  });

  it('promises as many methods as it then counts [F4]', async () => {
    const { page } = await atHarbor();
    await page.go('Next', words.setUp);
    expect(page.text()).to.contain('Method 1 of 2');
  });

  for (const lang of ['en', 'ja'])
    it(`stays as it was drawn when the rest is loaded behind it: nothing moves, nothing fades (${lang})`, async () => {
      const { page } = await atHarbor({ wizard: { lang } });
      const all = (): Element[] => [...(page.form()?.querySelectorAll('*') ?? [])];
      const places = (): string[] => all().map((element) => JSON.stringify(element.getBoundingClientRect()));
      const before = places();
      const rules = (): CSSRule[] => page.root.adoptedStyleSheets.flatMap(({ cssRules }) => [...cssRules]);
      await until(() => rules().some(({ cssText }) => cssText.includes('.siw-spinner')), 'the styles of later pages');
      expect(page.form()?.getAnimations()).to.deep.equal([]);
      expect(places()).to.deep.equal(before);
    });

  it('tells that another method would do where one of two is enough', async () => {
    const { page } = await atHarbor({ requirements: [needsEither] });
    expect(page.text()).to.contain('Authenticator app or another method');
    expect(page.text()).to.contain('set up one way');
  });

  it("shows the organization's own name of a method", async () => {
    const offer = { ...app, displayName: 'Harbor Authenticator' };
    const { page } = await atHarbor({ requirements: [{ id: 'app', anyOf: [offer] }] });
    expect(page.text()).to.contain('Harbor Authenticator');
  });

  it('speaks of “your organization” where the backend tells no name, and shows whose account it is [F5]', async () => {
    const { page } = await atHarbor({ account: { label: 'ayaka@harbor.example' } });
    expect(page.text()).to.contain('Your organization asks');
    expect(page.text()).to.contain('ayaka@harbor.example');
  });

  it('is followed by pages that name wizard, organization and account as well [F10, F13, C34]', async () => {
    const { page } = await atHarbor();
    await page.go('Next', words.setUp);
    for (const name of ['Keep your account secure', 'Harbor', 'ayaka@harbor.example'])
      expect(page.text()).to.contain(name);
  });

  it('asks the host to switch accounts, and stays as it is [F6]', async () => {
    const { page } = await atHarbor();
    page.press(words.differentAccount);
    expect(page.types()).to.include('siw-switch-account');
    expect(page.heading()).to.equal(words.prompt);
  });

  it('is drawn for what is still open only', async () => {
    const { page } = await atHarbor({ requirements: [{ ...needsApp, status: 'put-off' }, needsPhone] });
    expect(page.text()).to.contain('set up one way');
    expect(page.text()).not.to.contain('Authenticator app');
  });

  it('is left out with `no-prompt`', async () => {
    const { page } = await atHarbor({ wizard: { noPrompt: true } });
    await page.arrives(words.setUp);
    expect(page.events.some((event) => 'page' in event && event.page === 'prompt')).to.equal(false);
  });
});

describe('putting everything off', () => {
  it('is not offered where the organization does not allow it', async () => {
    const { page } = await atHarbor({ requirements: [...skippable(), needsPhone] });
    expect(page.buttons()).to.deep.equal(['Next', words.differentAccount]);
  });

  const labels: readonly [string, NonNullable<RequirementOption['skip']>, string][] = [
    ['for ever', {}, 'Not now'],
    ['for some days', { daysLeft: 14 }, 'Not now (14 days left)'],
    ['for one more day', { daysLeft: 1 }, 'Not now (1 day left)'],
    ['some times', { timesLeft: 2 }, 'Not now (2 times left)'],
    ['some times of so many', { timesLeft: 2, timesTotal: 3 }, 'Not now (2 of 3 left)'],
  ];
  for (const [how, skip, label] of labels)
    it(`says what is left when allowed ${how} [F8, C2, C16, C33]`, async () => {
      const { page } = await atHarbor({ requirements: skippable(skip) });
      expect(page.hasButton(label), page.buttons().join()).to.equal(true);
    });

  const days: readonly [string, string, NonNullable<RequirementOption['skip']>, string][] = [
    ['in English', 'en', { requiredFrom: '2027-03-03' }, 'Not now, required from March 3, 2027'],
    ['in Japanese', 'ja', { requiredFrom: '2027-03-03' }, '後で設定する、2027年3月3日から必須'],
    ['unless it counts', 'en', { timesLeft: 2, requiredFrom: '2027-03-03' }, 'Not now (2 times left)'],
  ];
  for (const [how, lang, skip, label] of days)
    it(`says from which day on that is over, ${how} [C16]`, async () => {
      const { page } = await atHarbor({ requirements: skippable(skip), wizard: { lang } });
      await page.settles();
      await until(() => page.hasButton(label), `“${label}”`);
    });

  it('says the earliest of several days, and moves nothing when it comes', async () => {
    const late = { ...needsApp, skip: { requiredFrom: '2027-12-01' } };
    const early = { ...needsPhone, skip: { requiredFrom: '2027-03-03' } };
    const { page } = await atHarbor({ requirements: [late, early] });
    const place = (): number => page.button(words.differentAccount).getBoundingClientRect().top;
    const before = place();
    await until(() => page.hasButton('Not now, required from March 3, 2027'), 'the day');
    expect(place()).to.equal(before);
  });

  it('passes over what is no day', async () => {
    const { page } = await atHarbor({ requirements: skippable({ requiredFrom: 'soon' }) });
    await page.settles();
    expect(page.hasButton('Not now')).to.equal(true);
  });

  it('is gone when nothing is left of it [F9]', async () => {
    const { page } = await atHarbor({ requirements: skippable({ daysLeft: 0 }) });
    expect(page.hasButton(/Not now/)).to.equal(false);
  });

  it('shows the smallest allowance of all', async () => {
    const nine = { ...needsApp, skip: { daysLeft: 9 } };
    const two = { ...needsPhone, skip: { daysLeft: 2 } };
    const { page } = await atHarbor({ requirements: [nine, two] });
    expect(page.hasButton('Not now (2 days left)')).to.equal(true);
  });

  it('ends with siw-skip, and asks the backend once for each requirement', async () => {
    const { page, harbor } = await atHarbor({ requirements: needsBoth.map((one) => ({ ...one, skip: {} })) });
    page.press('Not now');
    await until(() => page.has('siw-skip'), 'siw-skip');
    expect(harbor.calls.of('skip').map(({ args }) => args[0])).to.deep.equal(['app', 'phone']);
    expect(page.form()).to.equal(undefined);
    expect(page.has('siw-complete')).to.equal(false);
  });

  it('says so when the backend refuses, and stays', async () => {
    const { page, harbor } = await atHarbor({ requirements: skippable() });
    harbor.backend.refuse('skip', { code: 'policy_denied' });
    page.press('Not now');
    expect(await page.complains()).to.contain('Your organization does not allow this');
    expect(page.heading()).to.equal(words.prompt);
  });

  it('is not offered where the backend cannot do it', async () => {
    const { page } = await atHarbor({ requirements: skippable(), through: ({ skip: _skip, ...rest }) => rest });
    expect(page.hasButton(/Not now/)).to.equal(false);
  });
});

describe('putting one method off', () => {
  it('goes on to the next method, which is not the last page', async () => {
    const { page } = await atHarbor({ requirements: [{ ...needsApp, skip: { timesLeft: 1 } }, needsPhone] });
    await page.go('Next', words.setUp);
    await page.go('Skip setup (1 time left)', words.number);
    expect(page.has('siw-skip')).to.equal(false);
  });

  const ends: readonly [string, NonNullable<RequirementOption['skip']>, string][] = [
    ['', { requiredFrom: '2027-03-03' }, 'Skip setup, required from March 3, 2027'],
    [
      ', and how many are left',
      { daysLeft: 8, requiredFrom: new Date(2027, 2, 3, 1).toISOString() },
      'Skip setup (8 days left), required from March 3, 2027',
    ],
  ];
  for (const [more, skip, label] of ends)
    it(`says from which day on that is over${more} [C16]`, async () => {
      const { page } = await atHarbor({ requirements: [{ ...needsApp, skip }] });
      await page.go('Next', words.setUp);
      expect(page.hasButton(label), page.buttons().join()).to.equal(true);
    });

  it('is offered on every page of the method but its last [F22, C3]', async () => {
    const { page } = await atHarbor({ requirements: [{ id: 'phone', anyOf: [phone], skip: {} }] });
    await page.go('Next', words.number);
    expect(page.hasButton('Skip setup')).to.equal(true);
  });
});
