/** The few words that a backend writes itself, by language. */

export interface Mail {
  readonly subject: string;
  readonly text: string;
}

export interface Words {
  /** A registered app to which nobody gave a name. */
  readonly authenticatorApp: string;
  /** A method that was registered elsewhere, where the offer does not name it. */
  readonly externalService: string;
  /** A registered token to which nobody gave a name. */
  readonly hardwareToken: string;
  /** The organisation's app where neither the person nor the offer names it. */
  readonly organizationApp: string;
  /** A set of recovery codes, as the list of methods calls it. */
  readonly recoveryCodes: string;
  /** A passkey to which nobody gave a name, and one on a security key. */
  readonly passkey: string;
  readonly securityKey: string;
  /** A registered set of questions. */
  readonly securityQuestions: string;
  /** The text with a code: the code early, no link, and short enough for one text message. */
  text(code: string, organization: string | undefined, minutes: number): string;
  /** The mail with a code: no link, for whoever reads it may be a machine that opens links. */
  mail(code: string, organization: string | undefined, minutes: number): Mail;
  /** What a call says that waits for a key. */
  pressKey(organization: string | undefined): string;
  /** What a call says that speaks a code: slowly, and twice. */
  spokenCode(code: string, organization: string | undefined): string;
}

const english: Words = {
  authenticatorApp: 'Authenticator app',
  externalService: 'Another service',
  hardwareToken: 'Hardware token',
  organizationApp: 'Organization app',
  recoveryCodes: 'Recovery codes',
  passkey: 'Passkey',
  securityKey: 'Security key',
  securityQuestions: 'Security questions',
  text: (code, organization, minutes) =>
    `${code} is your ${organization ?? 'verification'} code. Do not share it with anyone. It expires in ${minutes} min.`,
  mail: (code, organization, minutes) => ({
    subject: `Your ${organization ?? 'verification'} code`,
    text: [
      `${code} is your ${organization ?? 'verification'} code. It expires in ${minutes} min.`,
      'Enter it on the page that asked for your address. Do not share it with anyone.',
      '',
      'If you did not ask for it, there is nothing to do: without the code this address is not registered.',
    ].join('\n'),
  }),
  pressKey: (organization) =>
    `This is a sign-in check${organization === undefined ? '' : ` from ${organization}`}. If you are setting up this number, press the pound key, #. If not, hang up.`,
  spokenCode: (code, organization) =>
    `Your ${organization ?? 'verification'} code is ${slowly(code)}. Once more: ${slowly(code)}. Do not share it with anyone.`,
};

const japanese: Words = {
  authenticatorApp: '認証アプリ',
  externalService: 'ほかのサービス',
  hardwareToken: 'ハードウェア トークン',
  organizationApp: '組織のアプリ',
  recoveryCodes: '回復コード',
  passkey: 'パスキー',
  securityKey: 'セキュリティ キー',
  securityQuestions: '秘密の質問',
  text: (code, organization, minutes) =>
    `${code}（${organization === undefined ? '' : `${organization}の`}確認コード）${minutes}分間有効。誰にも教えないでください。`,
  mail: (code, organization, minutes) => ({
    subject: `${organization === undefined ? '' : `${organization}の`}確認コード`,
    text: [
      `${code}（${organization === undefined ? '' : `${organization}の`}確認コード）${minutes}分間有効。`,
      'アドレスの入力を求められたページで、このコードを入力してください。誰にも教えないでください。',
      '',
      '心当たりがない場合は、何もする必要はありません。コードが入力されなければ、このアドレスは登録されません。',
    ].join('\n'),
  }),
  pressKey: (organization) =>
    `${organization === undefined ? '' : `${organization}の`}サインイン確認の電話です。この番号を設定している場合は、シャープ（#）を押してください。心当たりがない場合は、電話を切ってください。`,
  spokenCode: (code, organization) =>
    `${organization === undefined ? '' : `${organization}の`}確認コードは ${slowly(code)} です。繰り返します。${slowly(code)} です。誰にも教えないでください。`,
};

function slowly(code: string): string {
  return [...code].join(' ');
}

const languages: ReadonlyMap<string, Words> = new Map([
  ['en', english],
  ['ja', japanese],
]);

/** The words of a BCP 47 language, else the English ones. */
export function wordsIn(locale: string): Words {
  const [language = ''] = locale.toLowerCase().split('-');
  return languages.get(language) ?? english;
}

interface Speaker {
  readonly locale: string;
  readonly organization: string | undefined;
}

/** The whole text message. A browser that shows a page of `host` offers to fill the code in, by the last line. */
export function textWithCode(
  code: string,
  { locale, organization, minutes, host }: Speaker & { readonly minutes: number; readonly host: string | undefined },
): string {
  const said = wordsIn(locale).text(code, inOneLine(organization), minutes);
  return host === undefined ? said : `${said}\n@${host} #${code}`;
}

/** The whole mail. */
export function mailWithCode(
  code: string,
  { locale, organization, minutes }: Speaker & { readonly minutes: number },
): Mail {
  return wordsIn(locale).mail(code, inOneLine(organization), minutes);
}

/** What a call says: the code that it speaks, or which key it waits for. */
export function saidOnCall(code: string | undefined, { locale, organization }: Speaker): string {
  const words = wordsIn(locale);
  const name = inOneLine(organization);
  return code === undefined ? words.pressKey(name) : words.spokenCode(code, name);
}

/** A name that breaks the line could forge the last line of a text, which browsers believe. */
function inOneLine(name: string | undefined): string | undefined {
  const line = name?.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();
  return line === '' ? undefined : line;
}
