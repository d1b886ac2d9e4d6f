/** Draws the choice of the default method, and once that is another one says so (WCAG 2.2, 4.1.3). */
import type { SecurityInfo } from '../contract/security-info.js';
import type { StateIn } from '../core/machine.js';
import type { AsideStrings } from './aside-strings.js';
import type { Attention } from './attention.js';
import { defaultsOf } from './defaults.js';
import type { Page } from './page.js';
import { callBy, defaultMethodPage, isDefault } from './pages/default-method.js';
import type { TellingShell } from './shell.js';

/** The page where it is chosen; undefined where nobody chooses. */
export type DefaultChoice = (state: StateIn<'summary'>) => Page | undefined;

export function defaultChoice(shell: TellingShell, attention: Attention): DefaultChoice {
  /** What was known while it was chosen. */
  let before: SecurityInfo | undefined;
  return (state) => {
    const { info } = state;
    if (state.choosing) {
      before = info;
      return defaultMethodPage(state, shell);
    }
    const now = defaultsOf(info).find((one) => isDefault(info, one));
    if (before && now && !isDefault(before, now)) {
      const say = shell.language.sayOf<AsideStrings>('wizard aside');
      attention.say(say(['default.set', { method: callBy(now, shell) }]));
    }
    before = undefined;
    return undefined;
  };
}
