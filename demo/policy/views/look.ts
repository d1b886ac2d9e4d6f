/** Language and colours, and the way back to the demonstration. */
import { html, type TemplateResult } from 'lit';
import { choices } from '../../settings.js';
import { select } from './controls.js';
import type { View } from './view.js';

export function look({ words, say, look: { lang, theme }, ask }: View): TemplateResult {
  const languages = { auto: words.languageAuto, en: 'English', ja: '日本語' };
  const colours = { system: words.coloursSystem, light: words.coloursLight, dark: words.coloursDark };
  return html`
    <div class="policy-look" role="group" aria-label=${say.look}>
      ${select(
        'lang',
        words.language,
        choices.lang.map((id) => [id, languages[id]] as const),
        lang,
        (chosen) => ask.dress({ lang: chosen }),
      )}
      ${select(
        'theme',
        words.colours,
        choices.theme.map((id) => [id, colours[id]] as const),
        theme,
        (chosen) => ask.dress({ theme: chosen }),
      )}
      <a href="/">${say.toDemo}</a>
    </div>
  `;
}
