/** The chunk of the pages that few people meet: chooser, default method, step-up, trouble. */
import type { Packs } from './language.js';
import { en } from './aside-strings.js';

export { chooserPage } from './pages/chooser.js';
export { defaultMethodPage } from './pages/default-method.js';
export { stepUpPage } from './pages/step-up.js';
export { troublePage } from './pages/trouble.js';

export const strings: { readonly en: typeof en; readonly packs: Packs } = {
  en,
  packs: { ja: () => import('./aside-strings.ja.js') },
};
