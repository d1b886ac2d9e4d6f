/** A registered method as a row: the same where it was just added and on the last page. */
import { html, nothing, type TemplateResult } from 'lit';
import type { RegisteredMethod } from '../contract/security-info.js';
import { icon } from '../ui/icon.js';
import { channelName } from './defaults.js';
import type { LaterStrings } from './later-strings.js';
import { nameOf, type Shell } from './shell.js';

export interface RowOptions {
  /** A short badge, such as that it is the default. */
  readonly mark?: string;
  /** The way in which it will be used. */
  readonly channel?: string | undefined;
}

export function methodRow(method: RegisteredMethod, shell: Shell, { mark, channel }: RowOptions = {}): TemplateResult {
  const card = shell.card(method.kind);
  const name = nameOf(shell, method);
  // That one can sign in with a method is what everybody expects of it.
  const isForRecovery = method.usage.length > 0 && !method.usage.includes('sign-in');
  const badges = [mark, isForRecovery && shell.language.sayOf<LaterStrings>('wizard later')('usage.recovery')].filter(
    Boolean,
  );
  const by = channelName(shell, channel);
  return html`<li class="siw-row" part="method">
    ${card ? icon(card.icon) : nothing}
    <div>
      <p class="siw-strong">${name}</p>
      ${method.label === name ? nothing : html`<p class="siw-hint"><bdi>${method.label}</bdi></p>`}
      ${by === undefined ? nothing : html`<p class="siw-hint">${by}</p>`}
      ${badges.length === 0 ? nothing : html`<p>${badges.map((text) => html`<span class="siw-badge" part="badge">${text}</span>`)}</p>`}
    </div>
  </li>`;
}
