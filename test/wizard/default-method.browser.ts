/** The default method: named on the last page, changed over it, and nothing lost when that does not work out (flow: 3.4). */
import { expect } from '@open-wc/testing';
import type { MethodId, Offer } from '../../src/contract/enrollment.js';
import type { MethodRef } from '../../src/contract/security-info.js';
import { addApp, addPhone, atHarbor, needsApp, words, type HarborOptions, type Stage } from './harbor.js';
import { until } from './patience.js';
import { present, spaced, textOf } from './reading.js';
import type { WizardPage } from './wizard-page.js';

const both: Offer<'phone'> = { kind: 'phone', usage: ['sign-in'], channels: ['sms', 'voice'], defaultCountry: 'JP' };

/** The last page after a phone that can be texted and called, proved by a text. */
async function afterPhone(options: HarborOptions = {}): Promise<Stage> {
  const stage = await atHarbor({ requirements: [{ id: 'phone', anyOf: [both] }], ...options });
  await stage.page.go('Next', words.number);
  await addPhone(stage);
  await stage.page.go('Next', words.summary);
  return stage;
}

/** The last page after an app and such a phone. */
async function afterBoth(options: HarborOptions = {}): Promise<Stage> {
  const stage = await atHarbor({ requirements: [needsApp, { id: 'phone', anyOf: [both] }], ...options });
  await stage.page.go('Next', words.setUp);
  await addApp(stage);
  await stage.page.go('Next', words.number);
  await addPhone(stage);
  await stage.page.go('Next', words.summary);
  return stage;
}

async function choosing(open: typeof afterBoth, options?: HarborOptions): Promise<Stage> {
  const stage = await open(options);
  await stage.page.go(words.changeDefault, words.defaultMethod);
  return stage;
}

/** The row on the last page that says that it is the default. */
function defaultRow(page: WizardPage): string {
  const rows = [...page.root.querySelectorAll<HTMLElement>('[part=methods] li')];
  const marked = rows.filter((row) => textOf(row).includes('Default sign-in method'));
  expect(marked, 'rows that say so').to.have.length(1);
  expect(rows.indexOf(present(marked[0], 'row')), 'its place').to.equal(0);
  return spaced(marked[0]?.innerText ?? '');
}

const chosen = (page: WizardPage): string => {
  const radios = [...page.root.querySelectorAll<HTMLInputElement>('form:not([hidden]) input[type=radio]')];
  const checked = radios.filter(({ checked }) => checked);
  expect(checked, 'radios that are chosen').to.have.length(1);
  return textOf(checked[0]?.closest('label'));
};

describe('the default method on the last page', () => {
  it('is named with the way in which it is used [F150, C11]', async () => {
    const { page } = await afterPhone();
    expect(defaultRow(page)).to.match(/^Phone .*5678 Text message Default sign-in method$/);
  });

  it('is the strongest, and stands first [F60, F93, C17]', async () => {
    const { page } = await afterBoth();
    expect(defaultRow(page)).to.contain('Authenticator app');
  });

  it('is not offered for change where there is only one', async () => {
    const stage = await atHarbor({ requirements: [needsApp] });
    await stage.page.go('Next', words.setUp);
    await addApp(stage);
    await stage.page.go('Next', words.summary);
    expect(stage.page.hasButton(words.changeDefault)).to.equal(false);
  });

  it('is not offered for change where the backend cannot', async () => {
    const { page } = await afterBoth({ through: ({ setDefault: _setDefault, ...rest }) => rest });
    expect(page.hasButton(words.changeDefault)).to.equal(false);
    expect(defaultRow(page)).to.contain('Authenticator app');
  });

  it('is not offered for change to a method that cannot be one', async () => {
    const office = {
      id: 'office' as MethodId,
      kind: 'phone',
      label: '+81 **-****-0000',
      usage: ['recovery'],
      canBeDefault: false,
      removable: true,
    } as const;
    const stage = await atHarbor({ requirements: [needsApp], methods: [office] });
    await stage.page.go('Next', words.setUp);
    await addApp(stage);
    await stage.page.go('Next', words.summary);
    expect(stage.page.root.querySelectorAll('[part=methods] li')).to.have.length(2);
    expect(stage.page.hasButton(words.changeDefault)).to.equal(false);
  });
});

describe('changing the default method', () => {
  it('offers every method by every way in which it can be used, the current one chosen', async () => {
    const { page } = await choosing(afterBoth);
    expect(textOf(page.form()?.querySelector('legend'))).to.equal('Which method would you like to be asked for first?');
    const labels = [...(page.form()?.querySelectorAll<HTMLElement>('.siw-choice') ?? [])].map((row) => textOf(row));
    expect(labels).to.have.length(3);
    expect(labels[0]).to.contain('Authenticator app');
    expect(labels[1]).to.contain('Phone – Text message');
    expect(labels[2]).to.contain('Phone – Call');
    expect(labels[2]).to.match(/\+81 .*5678/);
    expect(chosen(page)).to.contain('Authenticator app');
  });

  it('asks the backend once, with the channel, and shows its answer [C11, C17]', async () => {
    const { page, harbor } = await choosing(afterPhone);
    expect(chosen(page)).to.contain('Phone – Text message');
    page.radio('Phone – Call').click();
    page.press('Confirm');
    page.press('Confirm');
    await page.arrives(words.summary);
    expect(defaultRow(page)).to.match(/^Phone .*5678 Call Default sign-in method$/);
    const calls = harbor.calls.of('setDefault');
    expect(calls).to.have.length(1);
    expect((calls[0]?.args[0] as MethodRef).channel).to.equal('voice');
    page.press('Done');
    await until(() => page.has('siw-complete'), 'siw-complete');
  });

  it('can be done with the arrow keys and Enter alone', async () => {
    const { page } = await choosing(afterBoth);
    page.radio('Authenticator app').focus();
    await page.key('ArrowDown');
    await page.key('ArrowDown');
    await page.key('Enter');
    await page.arrives(words.summary);
    expect(defaultRow(page)).to.match(/^Phone .* Call /);
  });

  it('says what it is now, aloud, and again when it changes back', async () => {
    const { page } = await choosing(afterBoth);
    const said = (): readonly string[] => page.spoken.politely.filter((text) => text.startsWith('Your default'));
    page.radio('Phone – Call').click();
    await page.go('Confirm', words.summary);
    expect(said()).to.deep.equal(['Your default is now Phone – Call.']);
    await page.go(words.changeDefault, words.defaultMethod);
    page.radio('Authenticator app').click();
    await page.go('Confirm', words.summary);
    expect(said()[1]).to.equal('Your default is now Authenticator app.');
  });

  it('says nothing of it where it stays what it was', async () => {
    const { page } = await choosing(afterBoth);
    await page.go('Confirm', words.summary);
    await page.go(words.changeDefault, words.defaultMethod);
    await page.go('Back', words.summary);
    expect(page.spoken.politely.join()).not.to.contain('default');
  });

  it('is found as it is when it is opened again', async () => {
    const { page } = await choosing(afterBoth);
    page.radio('Phone – Text message').click();
    await page.go('Confirm', words.summary);
    await page.go(words.changeDefault, words.defaultMethod);
    expect(chosen(page)).to.contain('Phone – Text message');
  });

  it('leads back without asking, by Back, and forgets what was pressed there', async () => {
    const { page, harbor } = await choosing(afterBoth);
    page.radio('Phone – Call').click();
    await page.go('Back', words.summary);
    expect(harbor.calls.of('setDefault')).to.have.length(0);
    expect(defaultRow(page)).to.contain('Authenticator app');
    await page.go(words.changeDefault, words.defaultMethod);
    expect(chosen(page)).to.contain('Authenticator app');
  });

  it('asks nothing when the current one is confirmed', async () => {
    const { page, harbor } = await choosing(afterBoth);
    await page.go('Confirm', words.summary);
    expect(harbor.calls.of('setDefault')).to.have.length(0);
  });

  it('says when it is refused, keeps what was chosen, and can be tried again', async () => {
    const { page, harbor } = await choosing(afterBoth);
    harbor.backend.refuse('setDefault', { code: 'policy_denied' });
    page.radio('Phone – Call').click();
    page.press('Confirm');
    expect(await page.complains()).to.contain('Your organization does not allow this');
    expect(page.heading()).to.equal(words.defaultMethod);
    expect(chosen(page)).to.contain('Phone – Call');
    await page.go('Confirm', words.summary);
    expect(defaultRow(page)).to.match(/^Phone .* Call /);
  });

  it('that was refused leaves nothing behind on the last page', async () => {
    const { page, harbor } = await choosing(afterBoth);
    harbor.backend.refuse('setDefault', { code: 'policy_denied' });
    page.radio('Phone – Call').click();
    page.press('Confirm');
    await page.complains();
    await page.go('Back', words.summary);
    expect(page.problem()).to.equal('');
    expect(defaultRow(page)).to.contain('Authenticator app');
    page.press('Done');
    await until(() => page.has('siw-complete'), 'siw-complete');
  });

  it('whose answer is lost on the way is done once', async () => {
    const { page, harbor } = await choosing(afterBoth);
    harbor.backend.loseAnswer('setDefault');
    page.radio('Phone – Call').click();
    await page.go('Confirm', 'We cannot reach the service');
    await page.go('Try again', words.summary);
    expect(defaultRow(page)).to.match(/^Phone .* Call /);
    const keys = harbor.calls
      .of('setDefault')
      .map(({ args }) => (args[1] as { readonly idempotencyKey: string }).idempotencyKey);
    expect(keys).to.have.length(2);
    expect(new Set(keys).size).to.equal(1);
  });

  it('whose answer is lost, and that is given up, leads back to the choice as it was made', async () => {
    const { page, harbor } = await choosing(afterBoth);
    harbor.backend.refuse('setDefault', { code: 'network' });
    page.radio('Phone – Call').click();
    await page.go('Confirm', 'We cannot reach the service');
    await page.go('Back', words.defaultMethod);
    expect(chosen(page)).to.contain('Phone – Call');
    await page.go('Confirm', words.summary);
    expect(defaultRow(page)).to.match(/^Phone .* Call /);
  });

  it('takes focus to its heading, and gives it back to the last page', async () => {
    const { page } = await choosing(afterBoth);
    expect(textOf(page.focused())).to.equal(words.defaultMethod);
    await page.go('Back', words.summary);
    expect(page.form()?.contains(page.focused() ?? null)).to.equal(true);
  });

  it('stands in the page, and hides the last page from everybody or leaves it out', async () => {
    const { page } = await choosing(afterBoth);
    expect(page.root.querySelector('dialog, [role=dialog]')).to.equal(null);
    for (const form of page.root.querySelectorAll<HTMLElement>('form[hidden]')) expect(form.inert).to.equal(true);
    expect(page.text()).not.to.contain(words.summary);
  });

  it('is in the person’s language', async () => {
    const { page } = await afterBoth();
    page.element.lang = 'ja';
    await until(() => page.hasButton(/既定/), 'Japanese');
    page.press(/既定/);
    await page.arrives('既定の方法を選択します');
    expect(page.text()).to.contain('電話 – ');
    page.radio('電話 – 電話の呼び出し').click();
    await page.go('確認', '成功');
    expect(page.spoken.politely).to.include('既定の方法を 電話 – 電話の呼び出し に変更しました。');
  });
});
