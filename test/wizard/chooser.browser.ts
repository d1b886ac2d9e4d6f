/** “Choose a different method”: an inline page over the method's own, which stays as it was (R112, R120). */
import { expect } from '@open-wc/testing';
import { addApp, app, atHarbor, needsApp, needsEither, needsPhone, pass, phone, words, type Stage } from './harbor.js';
import { textOf } from './reading.js';

const either = (): Promise<Stage> => atHarbor({ requirements: [{ id: 'either', anyOf: [phone, app] }] });

async function atChooser(): Promise<Stage> {
  const stage = await either();
  await stage.page.go('Next', words.number);
  await stage.page.type('Phone number', '090 12');
  await stage.page.go(words.differentMethod, words.chooser);
  return stage;
}

describe('the chooser', () => {
  it('stands in the page, as radios under a question, each described [F23, F24, F26]', async () => {
    const { page } = await atChooser();
    expect(page.root.querySelector('dialog, [role=dialog]')).to.equal(null);
    expect(textOf(page.form()?.querySelector('fieldset > legend'))).to.equal('Which method would you like to use?');
    const radios = [...(page.form()?.querySelectorAll<HTMLInputElement>('input[type=radio]') ?? [])];
    expect(radios).to.have.length(2);
    for (const radio of radios)
      expect(page.root.getElementById(radio.getAttribute('aria-describedby') ?? '')).not.to.equal(null);
    expect(page.radio('Phone').checked).to.equal(true);
  });

  it('marks the strongest as recommended, and only that', async () => {
    const { page } = await atChooser();
    const choices = [...(page.form()?.querySelectorAll('.siw-choice') ?? [])].map(textOf);
    expect(choices.map((choice) => choice.includes('Recommended'))).to.deep.equal([true, false]);
  });

  it('marks a method that only brings an account back [F164, C4, C18]', async () => {
    const { page } = await atHarbor({ requirements: [{ id: 'x', anyOf: [app, { ...phone, usage: ['recovery'] }] }] });
    await page.go('Next', words.setUp);
    await page.go(words.differentMethod, words.chooser);
    expect(textOf(page.radio('Phone').closest('label'))).to.contain('For account recovery only');
  });

  it('leads back to the page as it was, what was typed included [F25]', async () => {
    const { page, harbor } = await atChooser();
    await page.go('Back', words.number);
    expect(page.value('Phone number')).to.equal('090 12');
    expect(harbor.calls.of('cancel')).to.have.length(0);
  });

  it('leads back as well when the same method is confirmed', async () => {
    const { page } = await atChooser();
    await page.go('Confirm', words.number);
    expect(page.value('Phone number')).to.equal('090 12');
  });

  it('opens the method that was chosen [F25]', async () => {
    const { page } = await atChooser();
    page.radio('Authenticator app').click();
    await page.go('Confirm', words.setUp);
  });

  it('can be used with arrow keys and Enter alone', async () => {
    const { page } = await atChooser();
    page.radio('Phone').focus();
    await page.key('ArrowDown');
    await page.key('Enter');
    await page.arrives(words.setUp);
  });

  it('takes focus to its heading, and gives it to the page behind it on the way back', async () => {
    const { page } = await atChooser();
    expect(textOf(page.focused())).to.equal(words.chooser);
    await page.go('Back', words.number);
    expect(page.focused()).to.be.instanceOf(HTMLElement);
    expect(page.form()?.contains(page.focused() ?? null)).to.equal(true);
  });

  it('hides the page behind it from everybody', async () => {
    const { page } = await atChooser();
    const behind = page.root.querySelector<HTMLElement>('form[hidden]');
    expect(behind?.inert).to.equal(true);
  });

  it('is not offered where there is nothing to choose [F20]', async () => {
    const { page } = await atHarbor({ requirements: [needsApp, needsPhone] });
    await page.go('Next', words.setUp);
    expect(page.hasButton(words.differentMethod)).to.equal(false);
  });

  it('is behind “another method” once one has been set up [F21]', async () => {
    const stage = await atHarbor({ requirements: [needsApp, { id: 'second', anyOf: [phone, pass] }] });
    await stage.page.go('Next', words.setUp);
    await addApp(stage);
    await stage.page.go('Next', words.number);
    expect(stage.page.hasButton(words.differentMethod)).to.equal(false);
    await stage.page.go('I want to set up another method', words.chooser);
  });

  it('ends the enrolment of the method that was left', async () => {
    const { page, harbor } = await atHarbor({ requirements: [needsEither] });
    await page.go('Next', words.setUp);
    await page.go('Next', words.scan);
    await page.go('Back', words.setUp);
    await page.go(words.differentMethod, words.chooser);
    page.radio('Phone').click();
    await page.go('Confirm', words.number);
    expect(harbor.calls.of('cancel')).to.have.length(1);
  });
});
