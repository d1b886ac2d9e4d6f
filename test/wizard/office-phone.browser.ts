/** Phones beside the mobile: at a desk, with an extension, and another one. */
import { expect } from '@open-wc/testing';
import { addPhone, atHarbor, needsPhone, words, type Stage } from './harbor.js';

const byCall = { kind: 'phone', usage: ['sign-in'], channels: ['voice'], defaultCountry: 'JP' } as const;

async function answerCall({ page, harbor }: Stage): Promise<void> {
  const { id } = harbor.call();
  harbor.backend.line.answer(id);
  harbor.backend.line.press(id, '#');
  await page.arrives(words.phoneAdded);
}

describe('a phone beside the mobile', () => {
  it('at a desk is called by its number and its extension, and listed with it [F102]', async () => {
    const office = { ...byCall, extension: true } as const;
    const stage = await atHarbor({ requirements: [{ id: 'desk', anyOf: [office] }], wizard: { noPrompt: true } });
    const { page, harbor } = stage;
    await page.arrives(words.number);
    page.fill('Phone number', '03-1234-5678');
    page.fill('Extension (optional)', '4x');
    page.press('Next');
    expect(await page.complains()).to.equal('An extension has digits only.');
    page.fill('Extension (optional)', '41');
    await page.go('Next', words.calling);
    expect([harbor.call().to, harbor.call().extension]).to.deep.equal(['+81312345678', '41']);
    await answerCall(stage);
    await page.go('Next', words.summary);
    expect(page.text()).to.contain('5678 x41');
  });

  it('is added after it, and both are listed [C21]', async () => {
    const other = { ...byCall, offerId: 'other', alternate: true } as const;
    const stage = await atHarbor({ requirements: [needsPhone, { id: 'other', anyOf: [other] }] });
    const { page } = stage;
    await page.go('Next', words.number);
    await addPhone(stage);
    await page.go('Next', words.number);
    page.fill('Phone number', '090-8765-4321');
    await page.go('Next', words.calling);
    await answerCall(stage);
    await page.go('Next', words.summary);
    expect(page.text()).to.contain('5678').and.to.contain('4321');
  });
});
