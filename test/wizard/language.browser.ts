/** Which language it speaks, when that changes, and whose words it uses (R88, R113). */
import { expect } from '@open-wc/testing';
import type { StringOverrides } from '../../src/index.js';
import { badge, wantsBadge } from './badge.js';
import { Harbor, at, atHarbor, needsApp, words } from './harbor.js';
import { turn, until } from './patience.js';
import { newMain } from './reading.js';
import { WizardPage } from './wizard-page.js';

const japanese = '詳細情報が必要です';

async function place(lang: string, into: HTMLElement = newMain()): Promise<WizardPage> {
  return WizardPage.open({ adapter: new Harbor().adapter, lang, into });
}

describe('the language', () => {
  const ofDocument = document.documentElement.lang;
  afterEach(() => (document.documentElement.lang = ofDocument));

  it('is that of its own `lang` [F27]', async () => {
    const page = await place('ja');
    expect(page.heading()).to.equal(japanese);
    expect(page.root.querySelector('[lang]')?.getAttribute('lang')).to.equal('ja');
  });

  it('is that of the text around it [F27]', async () => {
    const main = newMain();
    main.lang = 'ja-JP';
    expect((await place('', main)).heading()).to.equal(japanese);
  });

  it('follows its own attribute, the page under way and what was typed in it kept', async () => {
    const { page } = await at('phone');
    page.fill('Phone number', '090 1');
    page.element.lang = 'ja';
    await until(() => page.heading() !== words.number, 'another language');
    expect(page.root.querySelector<HTMLInputElement>('[name=number]')?.value).to.equal('090 1');
    page.element.lang = 'en';
    await page.arrives(words.number);
  });

  it('follows that of the document', async () => {
    document.documentElement.lang = 'en';
    const page = await place('');
    expect(page.heading()).to.equal(words.prompt);
    document.documentElement.lang = 'ja';
    await page.arrives(japanese);
  });

  it('is English where there is no translation', async () => {
    const page = await place('eo');
    expect(page.heading()).to.equal(words.prompt);
    expect(page.root.querySelector('.siw-frame')?.getAttribute('lang')).to.equal('en');
  });

  it('may differ between two wizards on one page', async () => {
    const main = newMain();
    const [one, two] = await Promise.all([place('en', main), place('ja', main)]);
    expect([one.heading(), two.heading()]).to.deep.equal([words.prompt, japanese]);
    await one.go('Next', words.setUp);
    await two.go('次へ', /アカウント/);
    expect([one.element.isConnected, two.element.isConnected]).to.deep.equal([true, true]);
  });

  it('never shows English first', async () => {
    const page = WizardPage.place({ adapter: new Harbor().adapter, lang: 'ja' });
    const seen: string[] = [];
    const watch = new MutationObserver(() => seen.push(page.heading()));
    watch.observe(page.root, { childList: true, subtree: true, characterData: true });
    await page.first();
    watch.disconnect();
    expect(seen.filter((heading) => heading !== '' && heading !== japanese)).to.deep.equal([]);
  });

  it('is asked of the backend too', async () => {
    const harbor = new Harbor();
    const page = await WizardPage.open({ adapter: harbor.adapter, lang: 'ja', noPrompt: true });
    await page.settles();
    page.press('次へ');
    await until(() => harbor.calls.of('begin').length > 0, 'a begin');
    expect(harbor.calls.of('begin')[0]?.args[1]).to.have.property('locale', 'ja');
  });
});

describe('words of the host', () => {
  const overrides: StringOverrides = {
    wizard: { 'prompt.title': 'Zwei Schritte noch', next: 'Weiter', 'chooser.title': 'Anders?' },
    totp: { 'set-up.title': 'Deine App', 'code.body': { one: 'Genau {count}', other: 'Es sind {count}' } },
  };

  it('stand in place of ours, key by key', async () => {
    const { page } = await atHarbor({ wizard: { strings: overrides } });
    expect(page.heading()).to.equal('Zwei Schritte noch');
    await page.go('Weiter', 'Deine App');
    await page.go('Weiter', words.scan);
    await page.go('Weiter', words.code);
    expect(page.text()).to.contain('Es sind 6');
  });

  it('name a method wherever it is listed, and say what it is like', async () => {
    const strings = { totp: { name: 'Codes', hint: 'From your phone.' }, wizard: { name: 'Harbor security' } };
    const { page } = await atHarbor({ requirements: [needsApp], wizard: { strings } });
    expect(page.text()).to.contain('Harbor security').and.to.contain('Codes From your phone.');
    expect(page.text()).not.to.contain('Authenticator app');
  });

  it('are taken as text, never as markup', async () => {
    const strings = { wizard: { 'prompt.title': '<img src=x onerror=alert(1)><b>Hi</b>' } };
    const { page } = await atHarbor({ wizard: { strings } });
    expect(page.heading()).to.equal(strings.wizard['prompt.title']);
    expect(page.root.querySelector('h1 *')).to.equal(null);
  });

  it('may change while a page stands', async () => {
    const { page } = await atHarbor();
    page.element.strings = overrides;
    await page.arrives('Zwei Schritte noch');
    page.element.strings = {};
    await page.arrives(words.prompt);
  });

  it('make a language of their own, written from right to left', async () => {
    const strings = { wizard: { 'prompt.title': 'مطلوب مزيد من المعلومات' } };
    const { page } = await atHarbor({ wizard: { strings, lang: 'ar' } });
    const frame = page.root.querySelector('.siw-frame');
    expect(page.heading()).to.equal(strings.wizard['prompt.title']);
    expect([frame?.getAttribute('lang'), frame?.getAttribute('dir')]).to.deep.equal(['ar', 'rtl']);
  });

  it('keep codes and numbers from left to right in such a language', async () => {
    const strings = { wizard: { name: 'أمان' } };
    const { page } = await atHarbor({ requirements: [needsApp], wizard: { strings, lang: 'ar' } });
    page.form()?.requestSubmit();
    await page.arrives(words.setUp);
    await page.go('Next', words.scan);
    await page.go('Next', words.code);
    expect(getComputedStyle(page.field('Code')).direction).to.equal('ltr');
  });
});

describe('a method of the host', () => {
  it('speaks its own translation, and English where it has none', async () => {
    const page = WizardPage.place({ lang: 'ja', methods: [badge] });
    await until(() => page.element.shadowRoot?.querySelector('section'), 'a language');
    page.element.adapter = new Harbor(wantsBadge).adapter;
    await page.first();
    await page.go('次へ', '社員証の追加');
    page.element.lang = 'en';
    await page.arrives('Add your badge');
    await turn();
  });
});
