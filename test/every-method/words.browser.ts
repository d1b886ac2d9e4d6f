/** Every method speaks every language in full, and no page shows a gap in a sentence. */
import { expect } from '@open-wc/testing';
import type { Message } from '../../src/contract/method.js';
import type { WizardPage } from '../wizard/wizard-page.js';
import { Drawn } from './drawn.js';
import { lookOf } from '../../demo/gallery/methods/explore.js';
import { kinds, methodOf, representatives, type Method } from '../../demo/gallery/methods/every-method.js';

type Messages = Readonly<Record<string, Message>>;
type Packs = Readonly<Record<string, () => Promise<{ readonly default: unknown }>>>;

/** What differs between a translation and the English it stands for. */
function gaps(en: Messages, other: Messages, language: string): readonly string[] {
  const missing = Object.keys(en).filter((key) => !Object.hasOwn(other, key));
  const extra = Object.keys(other).filter((key) => !Object.hasOwn(en, key));
  const wrong = Object.entries(en).flatMap(([key, message]) =>
    faultsOf(message, other[key], language).map((what) => `${key}: ${what}`),
  );
  return [...missing.map((key) => `${key} is missing`), ...extra.map((key) => `${key} is too much`), ...wrong];
}

function faultsOf(en: Message, other: Message | undefined, language: string): readonly string[] {
  if (other === undefined) return [];
  if ((typeof en === 'string') !== (typeof other === 'string')) return ['plural in one language only'];
  const categories = typeof other === 'string' ? [] : wrongCategories(other, language);
  const holes = formsOf(other).filter((form) => holesOf(form) !== holesOf(formsOf(en).at(-1) ?? ''));
  const empty = formsOf(other).filter((form) => form.trim() === '');
  return [...categories, ...holes.map((form) => `other holes in “${form}”`), ...empty.map(() => 'empty')];
}

function wrongCategories(message: Exclude<Message, string>, language: string): readonly string[] {
  const needed = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
  const there = Object.keys(message);
  return [
    ...needed.filter((category) => !there.includes(category)).map((category) => `no form for ${category}`),
    ...there
      .filter((category) => !needed.some((one) => one === category))
      .map((category) => `${category} is never used`),
  ];
}

const formsOf = (message: Message): readonly string[] =>
  typeof message === 'string' ? [message] : Object.values(message);
const holesOf = (form: string): string =>
  [...form.matchAll(/\{(\w+)\}/g)]
    .map(([hole]) => hole)
    .sort()
    .join();

async function allGaps(en: Messages, packs: Packs): Promise<readonly string[]> {
  const found = gaps(en, en, 'en');
  const others = Object.entries(packs).map(async ([language, load]) =>
    gaps(en, (await load()).default as Messages, language),
  );
  return [...found, ...(await Promise.all(others)).flat()];
}

const languagesOf = ({ module }: Method): readonly string[] => ['en', ...Object.keys(module.strings.load)];

describe('the check of languages itself', () => {
  it('tells a missing key, another hole and a plural form that a language needs', () => {
    const en = { a: 'One {name}', b: { one: '{count} day', other: '{count} days' }, c: 'c' };
    const ru = { a: 'One {nam}', b: { one: '{count}', other: '{count}' } };
    expect(gaps(en, ru, 'ru')).to.deep.equal([
      'c is missing',
      'a: other holes in “One {nam}”',
      'b: no form for few',
      'b: no form for many',
    ]);
  });
});

for (const kind of kinds) {
  describe(`${kind}: words`, () => {
    it('are complete in every language', async () => {
      const { strings } = (await methodOf(kind)).module;
      expect(await allGaps(strings.en, strings.load)).to.deep.equal([]);
    });

    it('are complete on its card in the same languages', async () => {
      const { card, module } = await methodOf(kind);
      expect(await allGaps({ ...card.words.en }, card.words.load)).to.deep.equal([]);
      expect(Object.keys(card.words.load)).to.deep.equal(Object.keys(module.strings.load));
    });

    it('leave no gap, and nothing in another language, on any of its pages', async function () {
      this.timeout(30_000);
      const method = await methodOf(kind);
      const odd = new Set<string>();
      for (const lang of languagesOf(method)) {
        const drawn = await Drawn.open(method, method.stops[0], { lang });
        for (const stop of representatives(method.stops, (one) => lookOf(one, 'fault'))) {
          await drawn.show(stop);
          for (const what of oddities(drawn.page, method, lang)) odd.add(`${lang} ${stop.state.page}: ${what}`);
        }
      }
      expect([...odd]).to.deep.equal([]);
    });
  });
}

/** Holes that nothing filled, keys instead of words, and English headings or buttons elsewhere. */
function oddities(page: WizardPage, { module }: Method, lang: string): readonly string[] {
  const text = page.text();
  const holes = text.match(/\{\w+\}|undefined|NaN|\[object/g) ?? [];
  const keys = Object.keys(module.strings.en).filter((key) => key.includes('.') && text.includes(key));
  const english = Object.values<Message>(module.strings.en).filter(
    (words): words is string => typeof words === 'string' && /[a-z]{4}/.test(words),
  );
  const untranslated =
    lang === 'en' ? [] : english.filter((words) => [page.heading(), ...page.buttons()].includes(words));
  return [...holes, ...keys, ...untranslated];
}
