/** The few words that a backend writes itself, by language. */

export interface Words {
  /** A registered app to which nobody gave a name. */
  readonly authenticatorApp: string;
  /** The text with a code: the code early, no link (R30), and short enough for one text message. */
  text(code: string, organization: string | undefined, minutes: number): string;
}

const english: Words = {
  authenticatorApp: 'Authenticator app',
  text: (code, organization, minutes) =>
    `${code} is your ${organization ?? 'verification'} code. Do not share it with anyone. It expires in ${minutes} min.`,
};

const japanese: Words = {
  authenticatorApp: '認証アプリ',
  text: (code, organization, minutes) =>
    `${code}（${organization === undefined ? '' : `${organization}の`}確認コード）${minutes}分間有効。誰にも教えないでください。`,
};

const languages: ReadonlyMap<string, Words> = new Map([
  ['en', english],
  ['ja', japanese],
]);

/** The words of a BCP 47 language, else the English ones. */
export function wordsIn(locale: string): Words {
  const [language = ''] = locale.toLowerCase().split('-');
  return languages.get(language) ?? english;
}

/** The whole text message. A browser that shows a page of `host` offers to fill the code in, by the last line. */
export function textWithCode(
  code: string,
  context: { locale: string; organization: string | undefined; minutes: number; host: string | undefined },
): string {
  const said = wordsIn(context.locale).text(code, context.organization, context.minutes);
  return context.host === undefined ? said : `${said}\n@${context.host} #${code}`;
}
