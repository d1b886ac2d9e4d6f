/** The first page: what is asked for, why, how long it takes, what to have at hand, and the way out (R119). */
import { html, nothing, type TemplateResult } from 'lit';
import type { Requirement } from '../../contract/security-info.js';
import type { FlowState } from '../../core/flow-state.js';
import { allowanceOfAll, type Allowance } from '../../core/allowance.js';
import { icon } from '../../ui/icon.js';
import { SiwSwitchAccountEvent } from '../events.js';
import { plain, type Page, type PageLink } from '../page.js';
import { nameOf, type Shell } from '../shell.js';
import { skipLabel } from '../skip-label.js';

/** Two minutes a method, as people need who do it for the first time. */
const minutesEach = 2;

export function promptPage(state: Extract<FlowState, { readonly phase: 'prompt' }>, shell: Shell): Page {
  const { say } = shell.language;
  const { info, puttingOff } = state;
  const open = info.requirements.filter(({ status }) => status === 'open');
  const organization = info.account.organization ?? say('your-organization');
  const allowance = shell.has('skip') ? allowanceOfAll(info) : undefined;
  return {
    ...plain,
    phase: 'prompt',
    name: 'prompt',
    title: say('prompt.title'),
    body: html`<div>
      <p>${say(['prompt.body', { organization, count: open.length }])}</p>
      <ul class="siw-rows" part="methods">
        ${open.map((requirement) => row(requirement, shell))}
      </ul>
      <p class="siw-hint">
        ${say(['prompt.time', { minutes: open.length * minutesEach }])}<br />
        ${open.some((requirement) => needsPhone(requirement, shell)) ? say('prompt.phone') : nothing}
      </p>
    </div>`,
    submit: { label: say('next'), run: () => shell.send({ type: 'went-on' }) },
    links: links(allowance, shell),
    busy: puttingOff === undefined ? undefined : say('skipping'),
  };
}

function links(allowance: Allowance | undefined, shell: Shell): readonly PageLink[] {
  const { language } = shell;
  const skip: PageLink | undefined = allowance && {
    label: skipLabel('skip-all', allowance, language.say),
    run: () => shell.send({ type: 'put-off-asked' }),
  };
  const other: PageLink = {
    label: language.say('prompt.different-account'),
    run: () => void shell.fire(new SiwSwitchAccountEvent()),
  };
  return skip ? [skip, other] : [other];
}

function row({ anyOf }: Requirement, shell: Shell): TemplateResult {
  const { language } = shell;
  const known = anyOf.filter(({ kind }) => shell.card(kind));
  const first = known[0] ?? anyOf[0];
  const card = shell.card(first.kind);
  const name = nameOf(shell, first);
  return html`<li class="siw-row">
    ${card ? icon(card.icon) : nothing}
    <div>
      <p class="siw-strong">${known.length > 1 ? language.say(['prompt.or', { first: name }]) : name}</p>
      ${card ? html`<p class="siw-hint">${language.card(card, 'hint')}</p>` : nothing}
    </div>
  </li>`;
}

function needsPhone({ anyOf }: Requirement, shell: Shell): boolean {
  return shell.card(anyOf[0].kind)?.nature.requires.includes('phone') ?? false;
}
