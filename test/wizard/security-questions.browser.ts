/** Questions that only one person can answer: chosen, written, answered, and never seen again. */
import { expect } from '@open-wc/testing';
import type { SecurityInfoAdapter } from '../../src/contract/adapter.js';
import type { Enrollment, Offer } from '../../src/contract/enrollment.js';
import { atHarbor, words, type HarborOptions, type Stage } from './harbor.js';
import { textOf } from './reading.js';
import type { WizardPage } from './wizard-page.js';

type Questions = Offer<'security-questions'>;
const offer: Questions = { kind: 'security-questions', usage: ['recovery'], count: 2 };
const titles = {
  intro: 'Security questions',
  questions: 'Choose questions and answer them',
  saved: 'Security questions saved',
} as const;
const own = 'Write my own question';

async function atIntro(given: Partial<Questions> = {}, options: HarborOptions = {}): Promise<Stage> {
  const requirements = [{ id: 'questions', anyOf: [{ ...offer, ...given }] }] as const;
  const stage = await atHarbor({ requirements, wizard: { noPrompt: true }, ...options });
  await stage.page.arrives(/./);
  return stage;
}

async function atQuestions(given: Partial<Questions> = {}): Promise<Stage> {
  const stage = await atIntro(given);
  await stage.page.go('Next', titles.questions);
  return stage;
}

const rows = ({ root }: WizardPage): HTMLFieldSetElement[] => [...root.querySelectorAll('fieldset')];
const selectOf = (page: WizardPage, row: number): HTMLSelectElement =>
  rows(page)[row]?.querySelector('select') ?? expect.fail(`no row ${String(row)}`);
const choices = (page: WizardPage, row: number): readonly string[] => [...selectOf(page, row).options].map(textOf);

async function put(page: WizardPage, field: HTMLInputElement | HTMLSelectElement, value: string): Promise<void> {
  field.value = value;
  field.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  field.dispatchEvent(new Event('change', { bubbles: true }));
  await page.settles();
}

/** Chooses what stands in the list at `choice`, where the first invites to choose. */
async function choose(page: WizardPage, row: number, choice: number | string): Promise<void> {
  const at = typeof choice === 'number' ? choice : choices(page, row).indexOf(choice);
  await put(page, selectOf(page, row), selectOf(page, row).options[at]?.value ?? '');
}

/** Types into the fields of a row, its question first where it is written. */
async function write(page: WizardPage, row: number, ...texts: readonly string[]): Promise<void> {
  const fields = [...(rows(page)[row]?.querySelectorAll('input') ?? [])];
  expect(fields).to.have.length(texts.length);
  for (const [at, field] of fields.entries()) await put(page, field, texts[at] ?? '');
}

async function refusedFor(page: WizardPage, told: string): Promise<void> {
  page.press('Next');
  expect(await page.complains()).to.contain(told);
  expect(page.heading()).to.equal(titles.questions);
}

describe('security questions', () => {
  it('say who sees the answers, are answered and listed, with advice to have another method [F112, F122, F123]', async () => {
    const { page } = await atIntro();
    expect(page.text()).to.contain('Nobody can read your answers, not even your administrator.');
    await page.go('Next', titles.questions);
    await choose(page, 0, 1);
    await write(page, 0, 'Otaru');
    await choose(page, 1, 1);
    await write(page, 1, 'Momo');
    await page.go('Next', titles.saved);
    expect(page.text()).to.contain('set up another method as well');
    await page.go('Next', words.summary);
    expect(page.text())
      .to.contain('Security questions')
      .and.not.to.match(/Otaru|Momo/);
  });

  it('are as many as the organization asks for [F113]', async () => {
    for (const count of [1, 5]) {
      const { page } = await atQuestions({ count });
      expect(rows(page)).to.have.length(count);
    }
  });

  it('are chosen from a list, in which one that is taken is not offered again [F117]', async () => {
    const { page } = await atQuestions();
    const [, first = ''] = choices(page, 0);
    expect(choices(page, 1)).to.include(first);
    await choose(page, 0, first);
    expect(choices(page, 1)).not.to.include(first);
    await choose(page, 0, 2);
    expect(choices(page, 1)).to.include(first);
  });

  it('are written by the person only where that is allowed, up to 200 characters [F115]', async () => {
    const strict = await atQuestions();
    expect(choices(strict.page, 0)).not.to.include(own);
    const { page } = await atQuestions({ count: 1, ownAllowed: true });
    await choose(page, 0, own);
    await write(page, 0, '', 'My homework');
    await refusedFor(page, 'Write your question, or choose one.');
    await write(page, 0, 'x'.repeat(201), 'My homework');
    await refusedFor(page, 'It may have 200 characters.');
    await write(page, 0, 'What did the cat eat?', 'My homework');
    await page.go('Next', titles.saved);
  });

  it('have answers neither too short nor too long, which is said beforehand and at the field [F116]', async () => {
    const { page } = await atQuestions({ count: 1 });
    expect(page.description('Answer')).to.contain('3 to 40 characters');
    await choose(page, 0, 1);
    await write(page, 0, 'Jo');
    await refusedFor(page, 'at least 3 characters');
    await write(page, 0, 'x'.repeat(41));
    await refusedFor(page, 'It may have 40 characters.');
    expect(page.value('Answer')).to.equal('x'.repeat(41));
  });

  it('have answers of any script, of which a character is one however it is stored [F119]', async () => {
    const { page } = await atQuestions({ count: 1 });
    await choose(page, 0, 1);
    await write(page, 0, '𠮷'.repeat(41));
    await refusedFor(page, 'It may have 40 characters.');
    await write(page, 0, '𠮷'.repeat(40));
    await page.go('Next', titles.saved);
  });

  it('have no answer twice, whatever its case and width [F118]', async () => {
    const { page } = await atQuestions();
    await choose(page, 0, 1);
    await write(page, 0, 'Otaru');
    await choose(page, 1, 1);
    await write(page, 1, ' ＯＴＡＲＵ');
    await refusedFor(page, 'You gave this answer before.');
  });

  it('stand in the list, and are written, in the language of the person [F114]', async () => {
    const { page } = await atIntro({ count: 1, ownAllowed: true }, { wizard: { noPrompt: true, lang: 'ja' } });
    await page.go('次へ', '質問を選択して回答します');
    const japanese = /[ぁ-んァ-ヶ]/;
    expect(choices(page, 0)).to.have.length(14);
    for (const choice of choices(page, 0)) expect(choice).to.match(japanese);
    await choose(page, 0, '自分で質問を作成する');
    await write(page, 0, '猫が食べたものは何ですか?', '宿題のノート');
    await page.go('次へ', '秘密の質問が保存されました');
  });

  it('of an organization’s own come in the language of the person [C35]', async () => {
    const texts = {
      en: 'Which desk was yours first?',
      ja: '最初の席はどこでしたか?',
    };
    const withOwn = (adapter: SecurityInfoAdapter): SecurityInfoAdapter => ({
      ...adapter,
      begin: async (request, options) => {
        const begun = await adapter.begin(request, options);
        const questions = [{ id: 'desk', text: options.locale === 'ja' ? texts.ja : texts.en }];
        return { ...begun, next: { ...begun.next, questions } } as Enrollment;
      },
    });
    for (const [lang, next, text] of [
      ['en', 'Next', texts.en],
      ['ja', '次へ', texts.ja],
    ] as const) {
      const { page } = await atIntro({ count: 1 }, { through: withOwn, wizard: { noPrompt: true, lang } });
      await page.go(next, /質問を選択|Choose questions/);
      expect(choices(page, 0)[1]).to.equal(text);
    }
  });

  it('are not asked where there are fewer than the organization wants: the person reads that it cannot be', async () => {
    const { page } = await atIntro({ count: 13 });
    page.press('Next');
    expect(await page.complains()).to.contain('This method is not available at the moment.');
    expect(page.heading()).to.equal(titles.intro);
  });
});
