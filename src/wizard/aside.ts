/** The chunk of what few people meet: chooser, default method, review, step-up, trouble, the end of a session. */
import type { Packs } from './language.js';
import { en } from './aside-strings.js';

export { defaultChoice } from './default-choice.js';
export { sessionNotice } from './session-notice.js';
export { chooserPage } from './pages/chooser.js';
export { reviewPage } from './pages/review.js';
export { stepUpPage } from './pages/step-up.js';
export { troublePage } from './pages/trouble.js';

export const strings: { readonly en: typeof en; readonly packs: Packs } = {
  en,
  packs: { ja: () => import('./aside-strings.ja.js') },
};
