/** The second moment: the tag as a host places it, with its logo, its help and its answers to the events. */
import { html, type TemplateResult } from 'lit';
import type { SiwReauthEvent, SiwRedirectEvent } from '../../src/index.js';
import { badge } from '../badge/badge.js';
import { isPlayedHere } from '../elsewhere.js';
import { wordMark } from './word-mark.js';
import type { View } from './view.js';

/** Methods that are no part of the package. The same array at each drawing: another would be read anew. */
const ownMethods = [badge];

export function wizard(view: View): TemplateResult {
  const { words, language, moment, adapter, ask } = view;
  // Without the attribute the tag would ask its ancestors, which say the same; a host that mixes languages sets it.
  return html`
    <security-info-wizard
      lang=${language}
      ?hidden=${moment.at !== 'wizard'}
      .methods=${ownMethods}
      .adapter=${adapter}
      @siw-page=${ask.wizardPage}
      @siw-complete=${ask.wizardDone}
      @siw-skip=${ask.wizardDone}
      @siw-cancel=${ask.restart}
      @siw-switch-account=${ask.restart}
      @siw-redirect=${(event: SiwRedirectEvent) => {
        // Whatever is no other company's page is gone to in earnest.
        if (!isPlayedHere(event.url)) return;
        event.preventDefault();
        ask.wizardLeaves(event.url);
      }}
      @siw-reauth=${(event: SiwReauthEvent) => ask.wizardExpired(() => event.resume())}
    >
      <div slot="header">${wordMark(words)}</div>
      <p slot="help">${words.help}</p>
    </security-info-wizard>
  `;
}
