/** The second chunk of the shell: everything nobody needs on the first page. Loaded right after that is painted. */
import type { CSSResult } from 'lit';
import type { Packs } from './language.js';
import { LaterPages } from './later-pages.js';
import { en } from './later-strings.js';
import { fields } from '../ui/styles/fields.js';
import { pages } from '../ui/styles/pages.js';

export { LaterPages };

export const strings: { readonly en: typeof en; readonly packs: Packs } = {
  en,
  packs: { ja: () => import('./later-strings.ja.js') },
};

export const styles: readonly CSSResult[] = [fields, pages];
