/** How far along: in words first, and as a list that says the same to assistive technology (R111). */
import { expect } from '@open-wc/testing';
import { addApp, atHarbor, needsApp, words } from './harbor.js';
import { textOf } from './reading.js';
import type { WizardPage } from './wizard-page.js';

function steps(page: WizardPage): readonly string[] {
  return [...(page.form()?.querySelectorAll('ol.siw-steps > li') ?? [])].map(textOf);
}

function current(page: WizardPage): readonly string[] {
  return [...(page.form()?.querySelectorAll('[aria-current=step]') ?? [])].map(textOf);
}

describe('progress', () => {
  it('says which method of how many, and marks it in a list [F17, C23]', async () => {
    const { page } = await atHarbor();
    await page.go('Next', words.setUp);
    expect(page.text()).to.contain('Method 1 of 2');
    expect(steps(page)).to.deep.equal(['Authenticator app: current', 'Phone: not started']);
    expect(current(page)).to.deep.equal(['Authenticator app: current']);
  });

  it('moves on with the methods [F61]', async () => {
    const stage = await atHarbor();
    const { page } = stage;
    await page.go('Next', words.setUp);
    await addApp(stage);
    await page.go('Next', words.number);
    expect(page.text()).to.contain('Method 2 of 2');
    expect(steps(page)).to.deep.equal(['Authenticator app: done', 'Phone: current']);
    expect(current(page)).to.deep.equal(['Phone: current']);
  });

  it('tells what was put off', async () => {
    const [first, ...rest] = [
      { ...needsApp, skip: {} },
      { id: 'phone', anyOf: [{ kind: 'phone', usage: ['sign-in'], channels: ['sms'] }] },
    ] as const;
    const { page } = await atHarbor({ requirements: [first, ...rest] });
    await page.go('Next', words.setUp);
    await page.go('Skip setup', words.number);
    expect(steps(page)[0]).to.equal('Authenticator app: put off');
  });

  it('is not shown where there is one method only, nor on the prompt [F17]', async () => {
    const { page } = await atHarbor({ requirements: [needsApp] });
    expect(steps(page)).to.deep.equal([]);
    await page.go('Next', words.setUp);
    expect(page.text()).not.to.match(/Method \d of \d/);
  });

  it('cannot be pressed', async () => {
    const { page } = await atHarbor();
    await page.go('Next', words.setUp);
    expect(page.form()?.querySelectorAll('ol :is(a, button, [tabindex])')).to.have.length(0);
  });
});
