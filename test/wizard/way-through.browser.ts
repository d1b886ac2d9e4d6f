/** The whole way, from the prompt to the end: if this fails, nothing else matters. */
import { expect } from '@open-wc/testing';
import type { MethodId } from '../../src/contract/enrollment.js';
import { addApp, addPhone, atHarbor, words } from './harbor.js';
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
    const old = { usage: ['sign-in'], canBeDefault: true, removable: true } as const;
    const methods = [
      { ...old, kind: 'totp', id: 'old-app' as MethodId, label: 'Authenticator app' },
      { ...old, kind: 'phone', id: 'old-phone' as MethodId, label: '+81 **-****-0000' },
    ] as const;
    const stage = await atHarbor({ methods });
    const { page } = stage;
    expect(page.text()).to.contain('set up 2 ways');
    await page.go('Next', words.setUp);
    await addApp(stage);
    await page.go('Next', words.number);
    await addPhone(stage);
    await page.go('Next', words.summary);
    expect(page.text()).to.contain('5678').and.not.to.contain('0000');
  });
});
