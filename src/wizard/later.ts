/** The second chunk of the shell: everything nobody needs on the first page. Loaded right after that is painted. */
import type { Packs } from './language.js';
import { en } from './later-strings.js';

export { faultText } from './faults.js';
export { chooserPage } from './pages/chooser.js';
export { stepUpPage } from './pages/step-up.js';
export { summaryPage } from './pages/summary.js';
export { troublePage } from './pages/trouble.js';

export const strings: { readonly en: typeof en; readonly packs: Packs } = {
  en,
  packs: { ja: () => import('./later-strings.ja.js') },
};
