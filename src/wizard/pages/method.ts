/** A method's page: its frame put into words, its step as the body, and the shell's own links around it. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Requirement } from '../../contract/security-info.js';
import type { Frame, MethodSpec } from '../../contract/method.js';
import type { FlowState } from '../../core/flow-state.js';
import { allowanceOf } from '../../core/allowance.js';
import { knownOffers } from '../../core/plan.js';
import type { Stand, Visit } from '../../runtime/visit.js';
import type { Problem } from '../../ui/field.js';
import { icon } from '../../ui/icon.js';
import { paths } from '../../ui/icon-paths.js';
import type { Say } from '../../i18n/translate.js';
import type { LaterStrings } from '../later-strings.js';
import { leave } from '../leave.js';
import { methodRow } from '../method-row.js';
import { valuesOf } from '../form-values.js';
import { plain, type Page, type PageLink } from '../page.js';
import { progressLine } from '../progress-line.js';
import { withDay } from '../required-from.js';
import { nameOf, type Shell, type TellingShell } from '../shell.js';
import { skipLabel } from '../skip-label.js';

type Visiting = Extract<FlowState, { readonly phase: 'method' | 'chooser' }>;

export interface MethodPageParts {
  readonly state: Visiting;
  readonly shell: TellingShell;
}

const words = (shell: Shell): Say<LaterStrings> => shell.language.sayOf<LaterStrings>('wizard later');

/** While its chunk or its pending enrolment is on the way, the frame stands already. */
export function openingPage({ state, shell }: MethodPageParts): Page {
  return {
    ...plain,
    phase: 'method',
    kind: state.at.offer.kind,
    name: 'opening',
    isPassing: true,
    title: nameOf(shell, state.at.offer),
    body: nothing,
    busy: shell.language.say('loading'),
    ...progressLine(state, shell),
  };
}

/** The page where the visit stands. */
export function methodPage(
  visit: Visit,
  { state: { page }, frame }: Stand,
  step: Element,
  parts: MethodPageParts,
): Page {
  const { state, shell } = parts;
  const { say } = shell.language;
  const t = shell.language.method(visit.module);
  const { submit, back, busy } = frame;
  const writing = state.puttingOff !== undefined ? say('skipping') : state.removing && words(shell)('removing');
  const shellProblem = state.problem && { text: shell.explain(state.problem) };
  return {
    ...plain,
    phase: 'method',
    kind: visit.module.kind,
    name: page,
    title: t(frame.title),
    body: frame.stage === 'registered' ? withRows(step, parts) : step,
    submit: submit && {
      label: submit.label === undefined ? say('next') : t(submit.label),
      run: (form) => {
        visit.send(submit.toEvent(valuesOf(form)));
        if (submit.leaveFor !== undefined) leave(submit.leaveFor, shell);
      },
    },
    back: back && { label: say('back'), run: () => visit.send(back) },
    links: [...ownLinks(frame, visit, t), ...shellLinks(frame.stage, parts)],
    busy: writing ?? (busy && t(busy)),
    problem: problemOf(frame, t, shell) ?? shellProblem,
    focus: frame.focus ?? 'heading',
    ...progressLine(state, shell),
  };
}

/** What was just registered, as the row that it will have on the last page. */
function withRows(step: Element, { state, shell }: MethodPageParts): TemplateResult {
  const methods = state.registered?.methods ?? [];
  return html`${icon(paths.check, 'siw-tick')} ${step}
  ${
    methods.length > 0
      ? html`<ul class="siw-rows" part="methods">
          ${methods.map((method) => methodRow(method, shell))}
        </ul>`
      : nothing
  }`;
}

/** In words, so that neither the page nor the step knows a fault. */
export function problemOf(
  { problem }: Frame<MethodSpec>,
  t: (text: string) => string,
  shell: TellingShell,
): Problem | undefined {
  if (!problem) return undefined;
  const text = 'fault' in problem ? shell.explain(problem.fault) : t(problem.text);
  return problem.field === undefined ? { text } : { field: problem.field, text };
}

function ownLinks(frame: Frame<MethodSpec>, visit: Visit, t: (text: string) => string): readonly PageLink[] {
  return (frame.links ?? []).map(({ label, event, disabled = false }) => ({
    label: t(label),
    isDisabled: disabled,
    run: () => visit.send(event),
  }));
}

function shellLinks(stage: Frame<MethodSpec>['stage'], parts: MethodPageParts): readonly PageLink[] {
  const { state, shell } = parts;
  const requirement = state.info.requirements.find(({ id }) => id === state.at.requirementId);
  if (stage === 'registered') return removal(parts);
  const skip = (label: string): PageLink => ({ label, run: () => shell.send({ type: 'put-off-asked' }) });
  if (state.at.follows) return [skip(words(shell)('skip'))];
  if (!requirement) return [];
  const links: PageLink[] = stage === 'first' ? otherWays(requirement, parts) : [];
  const allowance = shell.has('skip') ? allowanceOf(requirement) : undefined;
  if (allowance) links.push(skip(withDay(skipLabel('skip', allowance, words(shell)), [requirement], shell)));
  return links;
}

/** What was just registered may be the wrong thing, such as somebody else's phone (R11). */
function removal({ state: { registered }, shell }: MethodPageParts): PageLink[] {
  const isRemovable = registered?.methods.every(({ removable }) => removable) ?? false;
  if (!isRemovable || !shell.has('remove')) return [];
  return [{ label: words(shell)('remove'), run: () => shell.send({ type: 'removal-asked' }) }];
}

function otherWays(requirement: Requirement, { state, shell }: MethodPageParts): PageLink[] {
  const say = words(shell);
  const { offer: current } = state.at;
  const others = knownOffers(requirement, shell.kinds()).filter(
    ({ kind, offerId }) => kind !== current.kind || offerId !== current.offerId,
  );
  const family = shell.card(current.kind)?.family;
  const sibling = others.find(({ kind }) => family !== undefined && shell.card(kind)?.family === family);
  const links: PageLink[] = [];
  if (sibling)
    links.push({ label: say('different-app'), run: () => shell.send({ type: 'offer-chosen', offer: sibling }) });
  if (others.some((offer) => offer !== sibling))
    links.push({
      label: say(state.gained ? 'another-method' : 'different-method'),
      run: () => shell.send({ type: 'chooser-asked' }),
    });
  return links;
}
