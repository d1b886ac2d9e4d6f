/** The host's own header and help: on every page, in the same place (WCAG 2.2, 3.2.6; R117, R129). */
import { expect } from '@open-wc/testing';
import { addApp, at, atHarbor, mobile, needsApp, needsEither, words } from './harbor.js';
import type { Wizard, WizardPage } from './wizard-page.js';

function prepare(element: Wizard): void {
  for (const slot of ['header', 'help']) {
    const link = document.createElement('a');
    link.href = '#';
    link.slot = slot;
    link.textContent = slot;
    element.append(link);
  }
}

/** What stands around the page, from top to bottom. */
function order(page: WizardPage): readonly string[] {
  const box = (element: Element | null | undefined): number => element?.getBoundingClientRect().top ?? NaN;
  const [header, help] = ['header', 'help'].map((slot) => page.element.querySelector(`[slot=${slot}]`));
  expect(help?.getBoundingClientRect().height, `help under “${page.heading()}”`).to.be.greaterThan(0);
  const places = { header: box(header), page: box(page.form()), help: box(help) };
  return Object.entries(places)
    .sort(([, a], [, b]) => a - b)
    .map(([name]) => name);
}

const expected = ['header', 'page', 'help'];

describe('the slots of the host', () => {
  it('stand around every page of the way [F7, F10, F11, F185, C13, C22]', async () => {
    const stage = await atHarbor({ requirements: [needsApp], wizard: { prepare } });
    const { page } = stage;
    expect(order(page)).to.deep.equal(expected);
    await page.go('Next', words.setUp);
    expect(order(page)).to.deep.equal(expected);
    await addApp(stage);
    expect(order(page)).to.deep.equal(expected);
    await page.go('Next', words.summary);
    expect(order(page)).to.deep.equal(expected);
  });

  it('stand around the chooser, a step-up and a problem', async () => {
    const { page, harbor } = await atHarbor({ requirements: [needsEither], wizard: { prepare } });
    await page.go('Next', words.setUp);
    await page.go(words.differentMethod, words.chooser);
    expect(order(page)).to.deep.equal(expected);
    page.radio('Phone').click();
    await page.go('Confirm', words.number);
    harbor.backend.refuse('begin', { code: 'network' });
    page.fill('Phone number', mobile);
    await page.go('Next', 'We cannot reach the service');
    expect(order(page)).to.deep.equal(expected);
    await page.go('Back', words.number);
    harbor.backend.refuse('begin', { code: 'locked', retryAfter: 60_000 });
    page.press('Next');
    await page.complains();
    expect(order(page)).to.deep.equal(expected);
  });

  it('stand around trouble', async () => {
    const { page, harbor } = await at('app', { wizard: { prepare } });
    harbor.backend.expireSession();
    page.press('Next');
    await page.arrives('Your session has ended');
    expect(order(page)).to.deep.equal(expected);
  });

  it('come once each, the help before anything that is only heard', async () => {
    const { page } = await atHarbor();
    const slots = [...page.root.querySelectorAll('slot')].map(({ name }) => name);
    expect(slots).to.deep.equal(['header', 'help']);
  });
});
