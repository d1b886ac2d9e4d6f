/** Trouble without a page of its own: what is wrong, and another try. Drawn with what is at hand (R81). */
import { html } from 'lit';
import type { EnrollmentFault } from '../../contract/fault.js';
import { SiwSwitchAccountEvent } from '../events.js';
import type { LaterStrings } from '../later-strings.js';
import { plain, type Page } from '../page.js';
import type { TellingShell } from '../shell.js';

export function cannotLoadPage(fault: EnrollmentFault | undefined, shell: TellingShell): Page {
  const say = shell.language.sayOf<LaterStrings>('wizard later');
  return {
    ...plain,
    phase: 'trouble',
    name: 'cannot-load',
    title: say('cannot-load.title'),
    body: html`<div><p>${fault && shell.explain(fault)}</p></div>`,
    submit: { label: say('retry'), run: () => shell.send({ type: 'retry-asked' }) },
    // The way out that every page of trouble has.
    links: [
      {
        label: shell.language.say('prompt.different-account'),
        run: () => void shell.fire(new SiwSwitchAccountEvent()),
      },
    ],
  };
}
