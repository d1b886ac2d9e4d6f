/** The words of a notice, by language. */

/** What became of a method. */
export type Change = 'added' | 'replaced' | 'removed';

export interface About {
  readonly change: Change;
  /** Its label, masked. */
  readonly method: string;
  readonly account: string;
  readonly organization: string | undefined;
  readonly at: number;
}

interface Words {
  readonly subject: Readonly<Record<Change, string>>;
  text(what: string, about: About, time: string): string;
}

const english: Words = {
  subject: {
    added: 'A sign-in method was added',
    replaced: 'A sign-in method was replaced',
    removed: 'A sign-in method was removed',
  },
  text: (what, { method, account, organization }, time) =>
    [
      `${what}: ${method}`,
      `Account: ${account}`,
      `Time: ${time} (UTC)`,
      '',
      `If this was you, there is nothing to do. If not, tell ${organization === undefined ? 'your help desk' : `the help desk of ${organization}`} at once.`,
    ].join('\n'),
};

const japanese: Words = {
  subject: {
    added: 'サインイン方法が追加されました',
    replaced: 'サインイン方法が変更されました',
    removed: 'サインイン方法が削除されました',
  },
  text: (what, { method, account, organization }, time) =>
    [
      `${what}：${method}`,
      `アカウント：${account}`,
      `日時：${time}（UTC）`,
      '',
      `ご本人の操作であれば、何もする必要はありません。心当たりがない場合は、すぐに${organization === undefined ? '' : `${organization}の`}ヘルプデスクに連絡してください。`,
    ].join('\n'),
};

/** The mail, in the words of a BCP 47 language, else in English. */
export function noticeIn(locale: string, about: About): { readonly subject: string; readonly text: string } {
  const words = /^ja\b/i.test(locale) ? japanese : english;
  const what = words.subject[about.change];
  const subject = about.organization === undefined ? what : `${about.organization}: ${what}`;
  const time = new Date(about.at).toISOString().slice(0, 16).replace('T', ' ');
  const { method, account, organization } = about;
  const named = {
    method: inOneLine(method),
    account: inOneLine(account),
    organization: organization && inOneLine(organization),
  };
  return { subject: inOneLine(subject), text: words.text(what, { ...about, ...named }, time) };
}

/** A name that breaks the line could add a header, or a sentence of its own; one that turns it around, make another of ours. */
function inOneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]+/gu, ' ').trim();
}
