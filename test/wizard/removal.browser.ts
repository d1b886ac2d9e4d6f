/** What was just registered is not right, such as somebody else's phone: it can be taken away at once (R11). */
import { expect } from '@open-wc/testing';
import { addApp, addPhone, atHarbor, needsApp, needsPhone, words } from './harbor.js';

const wrong = 'This isn’t right: remove it';

describe('a method that was registered by mistake', () => {
  it('is removed where it was added, and can be set up again from its first page', async () => {
    const stage = await atHarbor({ requirements: [needsPhone] });
    const { page, harbor } = stage;
    await page.go('Next', words.number);
    await addPhone(stage);
    await page.go(wrong, words.number);
    expect(harbor.calls.of('remove')).to.have.length(1);
    expect(
      (await harbor.backend.adapter.load({ signal: new AbortController().signal, locale: 'en' })).methods,
    ).to.deep.equal([]);
    expect(page.hasFocus(page.form()?.querySelector('h1') as Element)).to.equal(true);
    await addPhone(stage);
    await page.go('Next', words.summary);
  });

  it('stays where the backend refuses to remove it, and the person reads why', async () => {
    const stage = await atHarbor({ requirements: [needsApp] });
    const { page, harbor } = stage;
    await page.go('Next', words.setUp);
    await addApp(stage);
    harbor.backend.refuse('remove', { code: 'policy_denied' });
    page.press(wrong);
    expect(await page.complains()).to.contain('does not allow this');
    expect(page.heading()).to.equal(words.appAdded);
    await page.go('Next', words.summary);
  });

  it('cannot be removed where the backend knows no removal', async () => {
    const stage = await atHarbor({ requirements: [needsApp], through: ({ remove: _remove, ...rest }) => rest });
    await stage.page.go('Next', words.setUp);
    await addApp(stage);
    expect(stage.page.hasButton(wrong)).to.equal(false);
  });
});
