/** What the other company says. */
export const words = {
  en: {
    title: 'Let Nagisa Tramways ask us who you are?',
    body: 'Lighthouse ID will confirm at each sign-in that it is you.',
    yes: 'Yes, confirm',
    no: 'Cancel',
    note: 'A demonstration: this company is made up.',
  },
  ja: {
    title: 'なぎさ電鉄からの本人確認を許可しますか?',
    body: 'サインインのたびに、Lighthouse ID がご本人であることを確認します。',
    yes: 'はい、確認します',
    no: 'キャンセル',
    note: 'デモです。この会社は架空のものです。',
  },
} as const;
