/** Everything is registered, and the organisation wants it looked at again (F153). */
import { expect } from '@open-wc/testing';
import type { SecurityInfoAdapter } from '../../src/contract/adapter.js';
import type { MethodId } from '../../src/contract/enrollment.js';
import { atHarbor, type Stage } from './harbor.js';
import { until } from './patience.js';

const registered = {
  id: 'phone-1' as MethodId,
  kind: 'phone',
  label: '+81 **-****-5678',
  usage: ['sign-in'],
  channels: ['sms', 'voice'],
  canBeDefault: true,
  removable: true,
} as const;

const isDue = (adapter: SecurityInfoAdapter): SecurityInfoAdapter => ({
  ...adapter,
  load: async (options) => ({ ...(await adapter.load(options)), review: { reason: 'due' } }),
});

const inReview = (): Promise<Stage> => atHarbor({ requirements: [], methods: [registered], through: isDue });

describe('a review', () => {
  it('shows what is registered and asks whether it is right; “Looks good” lets the person through [F153, F154]', async () => {
    const { page, harbor } = await inReview();
    expect(page.heading()).to.equal('Is this still right?');
    expect(page.text()).to.contain('+81 **-****-5678').and.contain('tell your help desk');
    expect(page.text()).not.to.contain('Success').and.not.to.contain('notice');
    expect(page.has('siw-complete')).to.equal(false);
    page.press('Looks good');
    await until(() => page.has('siw-complete'), 'siw-complete');
    expect(harbor.calls.of('complete')).to.have.length(1);
  });

  it('lets the default be changed on the way', async () => {
    const { page } = await inReview();
    await page.go('Change the default method', 'Choose your default method');
    page.radio('Phone – Call').click();
    await page.go('Confirm', 'Is this still right?');
    expect(page.text()).to.contain('Call');
  });

  it('tells the host that it is a review', async () => {
    const { page } = await inReview();
    const pages = page.events
      .filter(({ type }) => type === 'siw-page')
      .map((event) => (event as unknown as { page: string }).page);
    expect(pages).to.deep.equal(['review']);
  });
});
