/** The plan with its reasons: what is asked for in which order, what is wanted at all, and what became of each method. */
import { html, nothing, type TemplateResult } from 'lit';
import type { ExplainedMethod, ExplainedRequirement, MethodReason } from '../../../src/policy/index.js';
import { drawing } from '../../views/icon.js';
import { fill, type Words } from '../../words/words.js';
import { counted } from '../words/words.js';
import type { View } from './view.js';

export function plan(view: View): TemplateResult {
  const { say, explanation } = view;
  return html`
    <section class="plan" id="plan" tabindex="-1" aria-labelledby="plan-title">
      <h2 id="plan-title">${say.plan.title}</h2>
      <p class="headline">${headline(view)}</p>
      <ol class="asked">
        ${explanation.requirements.map((requirement) => asked(requirement, view))}
      </ol>
      ${wants(view)} ${each(view)}
    </section>
  `;
}

/** The whole plan in one sentence. */
export function headline({ say: { plan: say }, explanation: { plan: planned }, language }: View): string {
  if (planned.type === 'blocked') {
    const { fault } = planned;
    if (fault.code === 'method_unavailable') return say.blocked;
    return 'reason' in fault && (fault.reason === 'place' || fault.reason === 'device')
      ? say.deniedHere
      : say.notAllowed;
  }
  const { requirements, sessionExpiresIn } = planned.info;
  if (planned.type !== 'required') return say[planned.type];
  const text = counted(say, requirements.length, language);
  return sessionExpiresIn === undefined ? text : `${text}. ${say.timed}`;
}

function asked(requirement: ExplainedRequirement, { words, say: { plan: say }, language }: View): TemplateResult {
  const [first, ...rest] = requirement.anyOf;
  const others = new Intl.ListFormat(language, { type: 'disjunction' }).format(rest.map((kind) => nameOf(kind, words)));
  const { skip, asks, alsoRecovery, why } = requirement;
  const values = {
    days: counted(say.daysLeft, skip?.daysLeft ?? 0, language),
    times: counted(say.timesLeft, skip?.timesLeft ?? 0, language),
    total: skip?.timesTotal ?? 0,
  };
  return html`
    <li class=${first === undefined ? 'gap' : ''}>
      <h3>${first === undefined ? say.nobody : nameOf(first, words)}</h3>
      ${rest.length > 0 ? html`<p class="others">${fill(say.or, { methods: others })}</p>` : nothing}
      <p>${alsoRecovery ? say.alsoRecovery : say.asks[asks]}</p>
      <p class="skip">${skip ? drawing('later') : nothing}${fill(say.why[why], values)}</p>
    </li>
  `;
}

/** What is wanted of this person at all, and why nothing is where nothing is. */
function wants({ say: { wants: say }, explanation, language }: View): TemplateResult {
  const { signIn, recovery, campaign } = explanation;
  const values = {
    count: counted(say.methods, recovery.count, language),
    missing: counted(say.are, recovery.missing, language),
  };
  return html`
    <h3>${say.title}</h3>
    <dl class="wants">
      <dt>${say.signIn}</dt>
      <dd>${say.signInWhy[signIn]}</dd>
      <dt>${say.recovery}</dt>
      <dd>${fill(say.recoveryWhy[recovery.why], values)}</dd>
      <dt>${say.campaign}</dt>
      <dd>${say.campaignWhy[campaign]}</dd>
    </dl>
  `;
}

/** The mark of each reason; every other one is out. */
const tags: { readonly [W in MethodReason]?: 'in' | 'instead' | 'there' } = {
  asked: 'in',
  alternative: 'instead',
  there: 'there',
};

function each({ words, say: { each: say }, explanation, language }: View): TemplateResult {
  const { methods, requirements } = explanation;
  const and = new Intl.ListFormat(language, { type: 'conjunction' });
  const stepOf = (id: string): string => String(requirements.findIndex((one) => one.id === id) + 1);
  const line = ({ kind, why, countsFor, requirements: ids }: ExplainedMethod): TemplateResult => {
    const tag = tags[why] ?? 'out';
    const uses = and.format(countsFor.map((use) => say.countsFor[use]));
    return html`
      <li>
        <span class="tag" data-tag=${tag}>${say.tag[tag]}</span>
        <span>
          <b>${nameOf(kind, words)}</b>${uses ? html` <small>${uses}</small>` : nothing}
          <span class="detail">${fill(say.why[why], { steps: and.format(ids.map(stepOf)) })}</span>
        </span>
      </li>
    `;
  };
  return html`
    <h3>${say.title}</h3>
    ${
      methods.length > 0
        ? html`<ul class="each">
            ${methods.map(line)}
          </ul>`
        : html`<p>${say.none}</p>`
    }
  `;
}

function nameOf(kind: string, { method, methodOther }: Words): string {
  return Object.hasOwn(method, kind) ? method[kind as keyof typeof method] : methodOther;
}
