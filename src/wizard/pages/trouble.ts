/** When the wizard cannot go on, for a reason that has a page of its own: why, and what to do (R81: no dead ends). */
import { html } from 'lit';
import type { EnrollmentFault } from '../../contract/fault.js';
import type { AsideStrings } from '../aside-strings.js';
import { SiwReauthEvent } from '../host-events.js';
import type { Page } from '../page.js';
import type { TellingShell } from '../shell.js';
import type { TroubleKind } from '../trouble-kind.js';
import { cannotLoadPage } from './cannot-load.js';

/** Reasons that have words; a newer backend may send others. */
const reasons = ['place', 'device', 'role'] as const;

/** Told in one sentence, whatever the reason. */
type Told = Exclude<`trouble.${TroubleKind}.body`, 'trouble.blocked.body'>;

/** Without a fault there is no adapter to have one, or the page is not secure, so that it may not be asked. */
export function troublePage(kind: TroubleKind, fault: EnrollmentFault | undefined, shell: TellingShell): Page {
  const say = shell.language.sayOf<AsideStrings>('wizard aside');
  const plainly = cannotLoadPage(undefined, shell);
  const signIn = {
    label: say('trouble.session-expired.action'),
    run: () => void shell.fire(new SiwReauthEvent('session', () => shell.send({ type: 'retry-asked' }))),
  };
  const lines =
    fault?.code === 'policy_denied'
      ? [
          say(`trouble.blocked.${reasons.find((known) => known === fault.reason) ?? 'other'}`),
          say('trouble.blocked.next'),
        ]
      : [say(fault || isSecureContext ? (`trouble.${kind}.body` as Told) : 'trouble.insecure')];
  return {
    ...plainly,
    name: kind,
    title: say(`trouble.${kind}.title`),
    body: html`<div>${lines.map((line) => html`<p>${line}</p>`)}</div>`,
    // Without an adapter there is nothing to try again: the page goes on by itself once the host has set one.
    submit: fault && (kind === 'session-expired' ? signIn : plainly.submit),
  };
}
