/** Offline, the numbering plan of a country may not come: the page says so when it matters, and does not ask for it for ever. */
import { expect } from '@open-wc/testing';
import type { MethodLogic } from '../../src/contract/method.js';
import { defineMethod } from '../../src/method.js';
import { card } from '../../src/methods/phone/card.js';
import phoneMethod from '../../src/methods/phone/index.js';
import type { Phone } from '../../src/methods/phone/logic.js';
import { Harbor, mobile, needsPhone, words } from './harbor.js';
import { turn } from './patience.js';
import { WizardPage } from './wizard-page.js';

/** After so many times it is let through, so that a page that never stops asking fails instead of hanging. */
const patience = 40;

async function offline(): Promise<{ readonly page: WizardPage; asked(): number }> {
  let asked = 0;
  const { logic } = phoneMethod;
  const withoutPlans: MethodLogic<Phone> = {
    ...logic,
    update(state, incoming, context) {
      if (incoming.type !== 'zone-loaded') return logic.update(state, incoming, context);
      asked += 1;
      const missed = { type: 'zone-missed', code: incoming.zone.code } as const;
      return logic.update(state, asked > patience ? incoming : missed, context);
    },
  };
  const entry = defineMethod<Phone>({ card, load: async () => ({ default: { ...phoneMethod, logic: withoutPlans } }) });
  const page = WizardPage.place({ methods: [entry] });
  page.element.adapter = new Harbor({ requirements: [needsPhone] }).adapter;
  await page.first();
  await page.go('Next', words.number);
  return { page, asked: () => asked };
}

describe('a numbering plan that does not come', () => {
  it('is not asked for over and over while the person types', async () => {
    const { page, asked } = await offline();
    await page.type('Phone number', '090');
    for (let n = 0; n < 50; n++) await turn();
    expect(asked()).to.be.below(10);
  });

  it('is told when the number is handed in, which stays as typed and can be handed in again', async () => {
    const { page, asked } = await offline();
    page.fill('Phone number', mobile);
    page.press('Next');
    expect(await page.complains()).not.to.equal('');
    for (let n = 0; n < 50; n++) await turn();
    expect(page.value('Phone number')).to.equal(mobile);
    expect(page.isBusy()).to.equal(false);
    expect(asked()).to.be.below(10);
  });
});
