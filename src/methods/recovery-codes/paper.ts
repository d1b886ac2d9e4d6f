/** What stands on the sheet and in the file besides the codes: whose they are, and since when. */
import type { StepView } from '../../contract/step.js';
import type { RecoveryCodes } from './logic.js';

export interface Paper {
  readonly title: string;
  readonly about: string;
  readonly codes: readonly string[];
  readonly note: string;
}

export function paperOf(
  codes: readonly string[],
  { context: { account }, locale, t }: Pick<StepView<RecoveryCodes>, 'context' | 'locale' | 't'>,
): Paper {
  const { organization: service, label } = account;
  // Today, for display only.
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'long' }).format();
  return {
    title: service === undefined ? t('file.title') : t(['file.title-of', { service }]),
    about: t(['file.about', { account: masked(label), date }]),
    codes,
    note: t('file.note'),
  };
}

/** The same as plain text. */
export function textOf({ title, about, codes, note }: Paper): string {
  return [title, about, '', ...codes, '', note, ''].join('\n');
}

/** Whoever finds the sheet must not find the way to the account on it; its owner knows it by the first letter. */
export function masked(account: string): string {
  const [name = '', ...domain] = account.split(/(?=@)/u);
  const [first = ''] = name;
  return `${first}***${domain.join('')}`;
}
