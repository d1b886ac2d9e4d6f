/** The whole way, from the prompt to the end: if this fails, nothing else matters. */
import { expect } from '@open-wc/testing';
import { withPolicy, type PersonFacts } from '../../src/adapters/with-policy.js';
import type { MethodId } from '../../src/contract/enrollment.js';
import { addApp, addPhone, atHarbor, needsPhone, phone, words, type HarborOptions } from './harbor.js';
import { until } from './patience.js';

describe('the whole way', () => {
  it('sets up an app and a phone, and lets the person through [F15, F61]', async () => {
    const stage = await atHarbor();
    const { page, harbor } = stage;
    expect(page.heading()).to.equal(words.prompt);
    await page.go('Next', words.setUp);
    await addApp(stage);
    await page.go('Next', words.number);
    await addPhone(stage);
    await page.go('Next', words.summary);
    page.press('Done');
    await until(() => page.has('siw-complete'), 'siw-complete');
    expect(harbor.calls.of('complete')).to.have.length(1);
    expect(page.types().filter((type) => type !== 'siw-page')).to.deep.equal([
      'siw-ready',
      'siw-registered',
      'siw-registered',
      'siw-complete',
    ]);
  });

  it('is gone anew by whoever has it all, where the organization asks for it again [F166]', async () => {
    const old = {
      kind: 'phone',
      id: 'old-phone' as MethodId,
      label: '+81 **-****-0000',
      usage: ['sign-in'],
      canBeDefault: true,
      removable: true,
      addedAt: '2025-04-01T09:00:00Z',
    } as const;
    const policy = { mfa: { enforcement: 'conditional' }, methods: [phone] } as const;
    const planned = (person: PersonFacts): HarborOptions => ({
      requirements: [needsPhone],
      methods: [old],
      through: (adapter) => withPolicy(adapter, { policy, person }),
    });
    const settled = await atHarbor(planned({}));
    await until(() => settled.page.has('siw-complete'), 'nothing to ask');

    const stage = await atHarbor(planned({ anewSince: Date.now() }));
    const { page, harbor } = stage;
    expect(page.heading()).to.equal(words.prompt);
    await page.go('Next', words.number);
    await addPhone(stage);
    await page.go('Next', words.summary);
    expect(page.text()).to.contain('5678').and.not.to.contain('0000');
    page.press('Done');
    await until(() => page.has('siw-complete'), 'the end');
    expect(
      (await harbor.adapter.load({ signal: new AbortController().signal, locale: 'en' })).requirements,
    ).to.deep.include({ id: 'sign-in', anyOf: [phone], status: 'satisfied' });
  });
});
