/** The second chunk of the shell: everything nobody needs on the first page. Loaded right after that is painted. */
import type { CSSResult } from 'lit';
import { fields } from '../ui/styles/fields.js';
import { pages } from '../ui/styles/pages.js';
import type { Packs } from './language.js';
import { en } from './later-strings.js';

export { LaterPages } from './later-pages.js';

export const strings: { readonly en: typeof en; readonly packs: Packs } = {
  en,
  packs: { ja: () => import('./later-strings.ja.js') },
};

export const styles: readonly CSSResult[] = [fields, pages];
