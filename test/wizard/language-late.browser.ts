/** A method that is there before its language is: as in a bundle, where nothing has to be fetched. A page of its own, so that no language is known yet. */
import { expect } from '@open-wc/testing';
import badgeModule from '../../demo/badge/index.js';
import { badgeWith, wantsBadge } from './badge.js';
import { Harbor } from './harbor.js';
import { turn } from './patience.js';
import { WizardPage } from './wizard-page.js';

describe('a method that loads faster than the language', () => {
  it('speaks it all the same', async () => {
    const page = WizardPage.place({ lang: 'ja', methods: [badgeWith(async () => ({ default: badgeModule }))] });
    page.element.adapter = new Harbor(wantsBadge).adapter;
    await page.first();
    await turn();
    await page.go('次へ', /badge|社員証/);
    expect(page.heading()).to.equal('社員証の追加');
  });
});
