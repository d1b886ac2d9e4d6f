/** When the wizard cannot go on, for a reason that has a page of its own: why, and what to do (R81: no dead ends). */
import { html } from 'lit';
import type { EnrollmentFault } from '../../contract/fault.js';
import type { AsideStrings } from '../aside-strings.js';
import { SiwReauthEvent } from '../host-events.js';
import { plain, type Page } from '../page.js';
import type { Shell } from '../shell.js';
import type { TroubleKind } from '../trouble-kind.js';
import { switchAccount } from './cannot-load.js';

/** Reasons that have words; a newer backend may send others. */
const reasons = ['place', 'device', 'role'] as const;

/** Without a fault there is no adapter to have one. */
export function troublePage(kind: TroubleKind, fault: EnrollmentFault | undefined, shell: Shell): Page {
  const say = shell.language.sayOf<AsideStrings>('wizard aside');
  const signIn = {
    label: say('trouble.session-expired.action'),
    run: () => void shell.fire(new SiwReauthEvent('session', () => shell.send({ type: 'retry-asked' }))),
  };
  const again = { label: say('trouble.retry'), run: () => shell.send({ type: 'retry-asked' }) };
  const reason =
    fault?.code === 'policy_denied' ? (reasons.find((known) => known === fault.reason) ?? 'other') : undefined;
  const lines = reason
    ? [say(`trouble.blocked.${reason}`), say('trouble.blocked.next')]
    : [say(`trouble.${kind}.body` as Exclude<`trouble.${TroubleKind}.body`, 'trouble.blocked.body'>)];
  return {
    ...plain,
    phase: 'trouble',
    name: kind,
    title: say(`trouble.${kind}.title`),
    body: html`<div>${lines.map((line) => html`<p>${line}</p>`)}</div>`,
    // Without an adapter there is nothing to try again: the page goes on by itself once the host has set one.
    submit: fault && (kind === 'session-expired' ? signIn : again),
    links: [switchAccount(shell)],
  };
}
