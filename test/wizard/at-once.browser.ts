/** An answer that is there at once is drawn at once: no page in between that only waits for it. */
import { expect } from '@open-wc/testing';
import { at, mobile, toAppCode, words } from './harbor.js';
import { until } from './patience.js';

describe('an answer that is there at once', () => {
  it('is drawn, and not first the wait for it', async () => {
    const { page, harbor } = await at('app');
    await toAppCode(page);
    page.fill('Code', await harbor.shown());
    const wasBusy: string[] = [];
    const observer = new MutationObserver(() => {
      if (page.isBusy()) wasBusy.push(page.heading());
    });
    observer.observe(page.root, { subtree: true, childList: true, attributes: true });
    await page.go('Next', words.appAdded);
    observer.disconnect();
    expect(wasBusy).to.deep.equal([]);
  });

  it('late, it is waited for in sight', async () => {
    let answer = (): void => undefined;
    const held = new Promise<void>((resolve) => (answer = resolve));
    const { page } = await at('phone', {
      through: (adapter) => ({
        ...adapter,
        begin: async (...args) => {
          await held;
          return adapter.begin(...args);
        },
      }),
    });
    page.fill('Phone number', mobile);
    page.press('Next');
    await until(() => page.isBusy(), 'the wait');
    expect(page.spoken.politely.some((text) => text.includes('Sending a code'))).to.equal(true);
    answer();
    await page.arrives(words.code);
  });
});
