/** The last page: what is registered, who was told, and what to do if a device is lost (R121, R127). */
import { expect } from '@open-wc/testing';
import type { MethodId } from '../../src/contract/enrollment.js';
import { addApp, addPhone, atHarbor, needsApp, words, type HarborOptions, type Stage } from './harbor.js';
import { turn, until } from './patience.js';

async function atSummary(options: HarborOptions = {}): Promise<Stage> {
  const stage = await atHarbor({ requirements: [needsApp], ...options });
  await stage.page.go('Next', words.setUp);
  await addApp(stage);
  await stage.page.go('Next', words.summary);
  return stage;
}

const office = {
  id: 'office' as MethodId,
  kind: 'phone',
  label: '+81 **-****-0000',
  usage: ['sign-in'],
  canBeDefault: true,
  removable: true,
} as const;

describe('the last page', () => {
  it('lists what is registered, what the default is, and what to do about a lost device [F150, C22]', async () => {
    const { page } = await atSummary();
    expect(page.text()).to.contain('Authenticator app');
    expect(page.text()).to.contain('Default sign-in method');
    expect(page.text()).to.contain('If you ever lose a device');
  });

  it('advises a second method to those with one, and does not nag those with two', async () => {
    const { page } = await atSummary();
    expect(page.text()).to.contain('Set up a second method');
    const two = await atSummary({ methods: [office] });
    expect(two.page.text()).not.to.contain('Set up a second method');
    expect(two.page.text()).to.contain('+81 **-****-0000');
  });

  it('tells of notices only where they go out', async () => {
    expect((await atSummary({ notifiesOnChange: true })).page.text()).to.contain('We sent a notice of this change');
    expect((await atSummary()).page.text()).not.to.contain('notice');
  });

  it('stays until the person moves on, then asks the backend once and lets them through [F151]', async () => {
    const { page, harbor } = await atSummary();
    await turn();
    expect(page.has('siw-complete')).to.equal(false);
    page.press('Done');
    page.press('Done');
    await until(() => page.has('siw-complete'), 'siw-complete');
    expect(harbor.calls.of('complete')).to.have.length(1);
    expect(page.form()).to.equal(undefined);
  });

  it('asks `load` where the backend has no `complete`', async () => {
    const { page } = await atSummary({ through: ({ complete: _complete, ...rest }) => rest });
    page.press('Done');
    await until(() => page.has('siw-complete'), 'siw-complete');
  });

  it('says so when the backend does not let go, and can be tried again', async () => {
    const { page, harbor } = await atSummary();
    harbor.backend.refuse('complete', { code: 'server', traceId: 'T-100' });
    page.press('Done');
    expect(await page.complains()).to.contain('Reference: T-100');
    page.press('Done');
    await until(() => page.has('siw-complete'), 'siw-complete');
  });

  it('is not drawn where nothing was open: the person goes straight through [F2]', async () => {
    const { page } = await atHarbor({ requirements: [{ ...needsApp, status: 'satisfied' }] });
    expect(page.types()).to.include('siw-complete');
    expect(page.form()).to.equal(undefined);
    expect(page.element.matches(':state(left)')).to.equal(true);
  });

  it('comes after two methods with both of them on it [F149, F152]', async () => {
    const stage = await atHarbor();
    await stage.page.go('Next', words.setUp);
    await addApp(stage);
    await stage.page.go('Next', words.number);
    await addPhone(stage);
    await stage.page.go('Next', words.summary);
    expect(stage.page.form()?.querySelectorAll('li')).to.have.length(2);
    expect(stage.page.text()).to.match(/\+81 .*5678/);
    expect(stage.page.text()).not.to.contain('090-1234-5678');
  });
});
