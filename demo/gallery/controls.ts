/** The controls of the gallery; each of them is also a word in the address. */
import { html, type TemplateResult } from 'lit';
import { choices, type Settings } from './settings.js';

type Set = (change: Partial<Settings>) => void;
type Options = readonly (readonly [value: string, name: string])[];

const names: Readonly<Record<string, string>> = {
  light: 'Light',
  dark: 'Dark',
  both: 'Light and dark',
  440: '440 px',
  320: '320 px',
  wide: 'Wide host',
  ltr: 'Left to right',
  rtl: 'Right to left',
  all: 'All',
  one: 'One a page',
};

const named = (values: readonly string[]): Options => values.map((value) => [value, names[value] ?? value]);

export function controls(settings: Settings, languages: readonly string[], set: Set): TemplateResult {
  const onOnly = (event: Event): void => set({ only: (event.target as HTMLInputElement).value });
  return html`<div class="controls">
    ${select('lang', 'Language', languages.map(ownName), settings, set)}
    ${select('theme', 'Colours', named(choices.theme), settings, set)}
    ${select('width', 'Width', named(choices.width), settings, set)}
    ${select('dir', 'Direction', named(choices.dir), settings, set)}
    ${select('looks', 'Looks', named(choices.looks), settings, set)}
    <label>
      <span>Only</span>
      <input name="only" placeholder="totp/code" spellcheck="false" .value=${settings.only} @change=${onOnly} />
    </label>
  </div>`;
}

/** Every language by its own name, as people look for it. */
function ownName(lang: string): readonly [string, string] {
  return [lang, new Intl.DisplayNames(lang, { type: 'language' }).of(lang) ?? lang];
}

function select(
  name: Exclude<keyof Settings, 'only'>,
  label: string,
  options: Options,
  settings: Settings,
  set: Set,
): TemplateResult {
  // The options of a select are the values of this very setting.
  const onChange = (event: Event): void => set({ [name]: (event.target as HTMLSelectElement).value });
  return html`<label>
    <span>${label}</span>
    <select name=${name} @change=${onChange}>
      ${options.map(([value, text]) => html`<option value=${value} .selected=${settings[name] === value}>${text}</option>`)}
    </select>
  </label>`;
}
