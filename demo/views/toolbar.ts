/** The controls of the demonstration, at the foot of the page; each of them is also a word in the address. */
import { html, nothing, type TemplateResult } from 'lit';
import { demoBadge, demoPassword } from '../demo-account.js';
import { scenarioIds } from '../scenarios.js';
import { choices, writeSettings, type Look } from '../settings.js';
import { fill } from '../words/words.js';
import type { View } from './view.js';

export function toolbar(view: View): TemplateResult {
  const { words, settings, offline, hasServer, ask } = view;
  const note = settings.own
    ? words.scenarioOwnNote
    : fill(words.scenarios[settings.scenario].note, {
        password: demoPassword,
        badge: demoBadge.number,
        pin: demoBadge.pin,
      });
  return html`
    <footer class="toolbar" aria-label=${words.controls}>
      <div class="controls">
        ${select(view, 'scenario', words.scenario, organizations(view))}
        ${select(view, 'lang', words.language, languages(view))} ${select(view, 'theme', words.colours, colours(view))}
        ${check(words.offline, offline, ask.setOffline)}
        ${hasServer ? nothing : check(words.keep, settings.keep, (keep) => ask.set({ keep }))}
      </div>
      <p>${note} <a href=${`/policy${writeSettings(settings, scenarioIds)}`}>${words.compose}</a></p>
    </footer>
  `;
}

/** No scenario of the table. */
const own = 'own';

type Options = readonly (readonly [value: string, name: string])[];

/** What can be tried; a policy of one's own is among it once there is one. */
function organizations({ words, settings }: View): Options {
  const known = scenarioIds.map((id) => [id as string, words.scenarios[id].name] as const);
  return settings.own ? [[own, words.scenarioOwn], ...known] : known;
}

/** Every language by its own name, as people look for it. */
function languages({ words }: View): Options {
  const names = { auto: words.languageAuto, en: 'English', ja: '日本語' };
  return choices.lang.map((id) => [id, names[id]]);
}

function colours({ words }: View): Options {
  const names = { system: words.coloursSystem, light: words.coloursLight, dark: words.coloursDark };
  return choices.theme.map((id) => [id, names[id]]);
}

function select(
  { settings, ask }: View,
  name: 'scenario' | keyof Look,
  label: string,
  options: Options,
): TemplateResult {
  const chosen = name === 'scenario' && settings.own ? own : settings[name];
  const onChange = async (event: Event): Promise<void> => {
    // The listener sits on a select, whose options are the values of this very setting.
    await ask.set({ [name]: (event.target as HTMLSelectElement).value });
  };
  return html`
    <label>
      <span>${label}</span>
      <select name=${name} @change=${onChange}>
        ${options.map(([value, text]) => html`<option value=${value} .selected=${chosen === value}>${text}</option>`)}
      </select>
    </label>
  `;
}

function check(label: string, checked: boolean, onSet: (checked: boolean) => unknown): TemplateResult {
  const onChange = (event: Event): void => {
    if (event.target instanceof HTMLInputElement) onSet(event.target.checked);
  };
  return html`<label class="switch"><input type="checkbox" .checked=${checked} @change=${onChange} />${label}</label>`;
}
