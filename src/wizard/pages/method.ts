/** A method's page: its frame put into words, its step as the body, and the shell's own links around it. */
import type { Requirement } from '../../contract/security-info.js';
import type { Frame, MethodSpec } from '../../contract/method.js';
import type { EnrollmentFault } from '../../contract/fault.js';
import type { FlowState } from '../../core/flow-state.js';
import { allowanceOf, knownOffers } from '../../core/plan.js';
import { progressOf } from '../../core/progress.js';
import type { Visit } from '../../runtime/visit.js';
import type { Problem } from '../../ui/field.js';
import { plain, type Page, type PageLink } from '../page.js';
import { nameOf, type Shell } from '../shell.js';
import { skipLabel } from '../skip-label.js';

type Visiting = Extract<FlowState, { readonly phase: 'method' | 'chooser' }>;

export interface MethodPageParts {
  readonly state: Visiting;
  readonly shell: Shell;
  readonly kinds: ReadonlySet<string>;
  readonly explain: (fault: EnrollmentFault) => string;
}

/** While its chunk or its pending enrolment is on the way, the frame stands already. */
export function openingPage({ state, shell }: MethodPageParts, body: unknown): Page {
  return {
    ...plain,
    phase: 'method',
    kind: state.at.offer.kind,
    name: 'opening',
    isPassing: true,
    title: nameOf(shell, state.at.offer),
    body,
    busy: shell.language.say('loading'),
    progress: progress(state, shell),
  };
}

/** The page where the visit stands. */
export function methodPage(visit: Visit, pageState: MethodSpec['state'], step: Element, parts: MethodPageParts): Page {
  const { state, shell, explain } = parts;
  const { say } = shell.language;
  const t = shell.language.method(visit.module);
  const frame = visit.module.logic.frame(pageState, visit.context);
  const { submit, back, busy } = frame;
  const isPuttingOff = state.puttingOff !== undefined;
  const shellProblem = state.problem && { text: explain(state.problem) };
  return {
    ...plain,
    phase: 'method',
    kind: visit.module.kind,
    name: pageState.page,
    title: t(frame.title),
    body: step,
    submit: submit && { label: t(submit.label), run: (values) => visit.send(submit.toEvent(values)) },
    back: back && { label: say('back'), run: () => visit.send(back) },
    links: [...ownLinks(frame, visit, t), ...shellLinks(frame.stage, parts)],
    busy: isPuttingOff ? say('skipping') : busy && t(busy),
    problem: problemOf(frame, t, explain) ?? shellProblem,
    focus: frame.focus ?? 'heading',
    progress: progress(state, shell),
  };
}

/** In words, so that neither the page nor the step knows a fault. */
export function problemOf(
  { problem }: Frame<MethodSpec>,
  t: (text: string) => string,
  explain: (fault: EnrollmentFault) => string,
): Problem | undefined {
  if (!problem) return undefined;
  const text = 'fault' in problem ? explain(problem.fault) : t(problem.text as string);
  return problem.field === undefined ? { text } : { field: problem.field, text };
}

function ownLinks(frame: Frame<MethodSpec>, visit: Visit, t: (text: string) => string): readonly PageLink[] {
  return (frame.links ?? []).map(({ label, event, disabled = false }) => ({
    label: t(label as string),
    isDisabled: disabled,
    run: () => visit.send(event),
  }));
}

function shellLinks(stage: Frame<MethodSpec>['stage'], parts: MethodPageParts): readonly PageLink[] {
  const { state, shell } = parts;
  const { language } = shell;
  const requirement = state.info.requirements.find(({ id }) => id === state.at.requirementId);
  // A follower (recovery codes after another method) belongs to a requirement that is met already.
  if (!requirement || requirement.status !== 'open' || stage === 'registered') return [];
  const links: PageLink[] = stage === 'first' ? otherWays(requirement, parts) : [];
  const allowance = shell.has('skip') ? allowanceOf(requirement) : undefined;
  if (allowance)
    links.push({
      label: skipLabel('skip', allowance, language),
      run: () => shell.send({ type: 'put-off-asked' }),
    });
  return links;
}

function otherWays(requirement: Requirement, { state, shell, kinds }: MethodPageParts): PageLink[] {
  const { say } = shell.language;
  const { offer: current } = state.at;
  const others = knownOffers(requirement, kinds).filter(
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

function progress({ info, at }: Visiting, shell: Shell): Page['progress'] {
  const of = progressOf(info, at.requirementId, at.offer.kind);
  // With a single method there is nothing to count.
  if (of.total < 2) return undefined;
  const { say } = shell.language;
  return {
    of,
    text: say(['progress', { current: of.current, total: of.total }]),
    steps: of.steps.map(({ kind, status }) => say([`step.${status}`, { method: nameOf(shell, { kind }) }])),
  };
}
