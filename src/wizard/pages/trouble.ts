/** When the wizard cannot go on by itself: why, and what to do (R81: no dead ends). */
import type { EnrollmentFault } from '../../contract/fault.js';
import type { FlowState, Trouble } from '../../core/flow-state.js';
import { html } from 'lit';
import { SiwReauthEvent, SiwSwitchAccountEvent } from '../events.js';
import type { LaterStrings } from '../later-strings.js';
import { plain, type Page } from '../page.js';
import type { Shell } from '../shell.js';

export function troublePage(
  { trouble }: Extract<FlowState, { readonly phase: 'trouble' }>,
  shell: Shell,
  explain: (fault: EnrollmentFault) => string,
): Page {
  const say = shell.language.sayOf<LaterStrings>('later');
  const lines: { readonly [K in Trouble['kind']]: (trouble: Extract<Trouble, { readonly kind: K }>) => string[] } = {
    'no-adapter': () => [say('trouble.no-adapter.body')],
    'cannot-load': ({ fault }) => [explain(fault)],
    'session-expired': () => [say('trouble.session-expired.body')],
    blocked: ({ reason }) => [say(`trouble.blocked.${reason}`), say('trouble.blocked.next')],
    'nothing-possible': () => [say('trouble.nothing-possible.body')],
  };
  // The row was picked by the trouble's own tag.
  const told = (lines[trouble.kind] as (trouble: Trouble) => string[])(trouble);
  const retry = (): void => shell.send({ type: 'retry-asked' });
  const action =
    trouble.kind === 'session-expired'
      ? {
          label: say('trouble.session-expired.action'),
          run: () => void shell.fire(new SiwReauthEvent('session', () => shell.send({ type: 'started' }))),
        }
      : { label: shell.language.say('retry'), run: retry };
  return {
    ...plain,
    phase: 'trouble',
    name: trouble.kind,
    title: say(`trouble.${trouble.kind}.title`),
    body: html`<div>${told.map((line) => html`<p>${line}</p>`)}</div>`,
    // Without an adapter there is nothing to try again: the page goes on by itself once the host has set one.
    submit: trouble.kind === 'no-adapter' ? undefined : action,
    links: [
      {
        label: shell.language.say('prompt.different-account'),
        run: () => void shell.fire(new SiwSwitchAccountEvent()),
      },
    ],
  };
}
