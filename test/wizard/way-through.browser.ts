/** The whole way, from the prompt to the end: if this fails, nothing else matters. */
import { expect } from '@open-wc/testing';
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
});
