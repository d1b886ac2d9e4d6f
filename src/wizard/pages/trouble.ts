/** When the wizard cannot go on by itself: why, and what to do (R81: no dead ends). */
import { html } from 'lit';
import type { EnrollmentFault } from '../../contract/fault.js';
import { SiwSwitchAccountEvent } from '../events.js';
import { SiwReauthEvent } from '../host-events.js';
import type { LaterStrings } from '../later-strings.js';
import { plain, type Page } from '../page.js';
import type { Shell } from '../shell.js';

/** The kinds of trouble, each with its own page. */
type Trouble = 'no-adapter' | 'session-expired' | 'blocked' | 'nothing-possible' | 'cannot-load';

const kinds: Readonly<Partial<Record<EnrollmentFault['code'], Trouble>>> = {
  session_expired: 'session-expired',
  policy_denied: 'blocked',
  method_unavailable: 'nothing-possible',
};

/** Reasons that have words; a newer backend may send others. */
const reasons = ['place', 'device', 'role'] as const;

/** Without a fault there is no adapter to have one. */
export function troublePage(
  fault: EnrollmentFault | undefined,
  shell: Shell,
  explain: (fault: EnrollmentFault) => string,
): Page {
  const say = shell.language.sayOf<LaterStrings>('wizard later');
  const kind: Trouble = fault ? (Object.hasOwn(kinds, fault.code) && kinds[fault.code]) || 'cannot-load' : 'no-adapter';
  const action =
    kind === 'session-expired'
      ? {
          label: say('trouble.session-expired.action'),
          run: () => void shell.fire(new SiwReauthEvent('session', () => shell.send({ type: 'retry-asked' }))),
        }
      : { label: say('retry'), run: () => shell.send({ type: 'retry-asked' }) };
  return {
    ...plain,
    phase: 'trouble',
    name: kind,
    title: say(`trouble.${kind}.title`),
    body: html`<div>${told(kind, fault).map((line) => html`<p>${line}</p>`)}</div>`,
    // Without an adapter there is nothing to try again: the page goes on by itself once the host has set one.
    submit: fault && action,
    links: [
      {
        label: shell.language.say('prompt.different-account'),
        run: () => void shell.fire(new SiwSwitchAccountEvent()),
      },
    ],
  };

  function told(about: Trouble, known: EnrollmentFault | undefined): readonly string[] {
    if (known?.code === 'policy_denied')
      return [
        say(`trouble.blocked.${reasons.find((reason) => reason === known.reason) ?? 'other'}`),
        say('trouble.blocked.next'),
      ];
    if (about === 'cannot-load' || about === 'blocked') return known ? [explain(known)] : [];
    return [say(`trouble.${about}.body`)];
  }
}
