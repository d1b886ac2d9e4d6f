/** The chunk of the pages that lie over others and that few people meet: chooser, default method, step-up. */
import type { Packs } from './language.js';
import { en } from './aside-strings.js';

export { chooserPage } from './pages/chooser.js';
export { defaultMethodPage } from './pages/default-method.js';
export { stepUpPage } from './pages/step-up.js';

export const strings: { readonly en: typeof en; readonly packs: Packs } = {
  en,
  packs: { ja: () => import('./aside-strings.ja.js') },
};
