/** Questions in our own words, for demos: each has an answer that lasts, that one remembers, and that stands on no profile. */

interface Question {
  readonly id: string;
  readonly en: string;
  readonly ja: string;
}

const pool: readonly Question[] = [
  {
    id: 'first-trip',
    en: 'Where did your first trip without your family lead?',
    ja: '家族と離れて初めて旅行した場所はどこですか?',
  },
  { id: 'first-book', en: 'Which book did you first read twice?', ja: '初めて 2 回読んだ本の題名は何ですか?' },
  {
    id: 'childhood-neighbor',
    en: 'Which neighbor did you visit most as a child?',
    ja: '子供の頃、いちばんよく訪ねたご近所の方の名前は何ですか?',
  },
  {
    id: 'first-concert',
    en: 'Whom did you hear at your first concert?',
    ja: '初めて行ったコンサートの出演者は誰でしたか?',
  },
  {
    id: 'lost-thing',
    en: 'What did you lose as a child and never find again?',
    ja: '子供の頃になくして、見つからないままの物は何ですか?',
  },
  {
    id: 'feared-teacher',
    en: 'Which teacher were you most afraid of?',
    ja: '学校でいちばん怖かった先生の名字は何ですか?',
  },
  {
    id: 'first-dish',
    en: 'What was the first dish you cooked on your own?',
    ja: '一人で初めて作った料理は何ですか?',
  },
  {
    id: 'hiding-place',
    en: 'Where did you hide when you played as a child?',
    ja: '子供の頃、遊びでよく隠れた場所はどこですか?',
  },
  {
    id: 'first-purchase',
    en: 'What did you buy with the first money you earned?',
    ja: '初めて自分で得たお金で買った物は何ですか?',
  },
  {
    id: 'old-toy',
    en: 'What did you call the toy you took to bed?',
    ja: '子供の頃、一緒に寝ていたおもちゃの名前は何ですか?',
  },
  {
    id: 'first-boss',
    en: 'What was the last name of your first boss?',
    ja: '初めての上司の名字は何ですか?',
  },
  {
    id: 'summer-place',
    en: 'Where did you spend the summer you remember best?',
    ja: 'いちばん思い出に残っている夏を過ごした場所はどこですか?',
  },
];

/** The questions in a BCP 47 language, else in English. */
export function questionsIn(locale: string): readonly { readonly id: string; readonly text: string }[] {
  const language = /^ja\b/i.test(locale) ? 'ja' : 'en';
  return pool.map(({ id, [language]: text }) => ({ id, text }));
}
