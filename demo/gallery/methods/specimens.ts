/** Every look of every page of a method, and each of its refusals once. */
import type { Text, MethodSpec } from '../../../src/contract/method.js';
import { sayer, type Say } from '../../../src/i18n/translate.js';
import { faultText } from '../../../src/wizard/faults.js';
import { en, type FaultStrings } from '../../../src/wizard/fault-strings.js';
import type { SecurityInfoWizard } from '../../../src/index.js';
import { until, type Unplaced } from '../specimen.js';
import { Standing } from '../standing.js';
import { representatives, type Method } from './every-method.js';
import { lookOf, type Stop } from './explore.js';
import { adapterFor, methodsWith, StandIn } from './stand-in.js';

const say: Say<FaultStrings> = sayer<FaultStrings>([{ locale: 'en', messages: en }]);

export function specimensOf(method: Method): readonly Unplaced[] {
  const looks = representatives(method.stops, (stop) => lookOf(stop, 'place'));
  const told = new Set(looks.map(problemOf));
  // The words of a refusal are the same on every page: once is enough, at its field where it has one.
  const others = representatives(
    [...method.stops].filter((stop) => !told.has(problemOf(stop))).sort((a, b) => rankOf(a) - rankOf(b)),
    problemOf,
  );
  return [...looks, ...others].map((stop) => ({
    group: method.kind,
    page: stop.state.page,
    state: stateOf(stop),
    prepare: (wizard) => prepare(wizard, method, stop),
  }));
}

function rankOf({ frame }: Stop): number {
  return frame.problem?.field === undefined ? 1 : 0;
}

async function prepare(wizard: SecurityInfoWizard, method: Method, stop: Stop): Promise<() => Promise<void>> {
  const standing = new Standing(wizard);
  wizard.toggleAttribute('no-prompt', true);
  wizard.methods = methodsWith(new StandIn(method, stop).entry);
  wizard.adapter = await adapterFor(method);
  const page = `method/${method.kind}/${stop.state.page}`;
  const isRegistered = stop.frame.stage === 'registered';
  return async () => {
    await until(() => standing.page === page && standing.isWhole, page);
    if (isRegistered) await until(() => standing.root?.querySelector('.siw-rows') != null, 'what was registered');
  };
}

/** What is wrong, in English; nothing where nothing is. */
function problemOf({ frame: { problem } }: Stop): string {
  if (!problem) return '';
  return 'fault' in problem ? faultText(problem.fault, say, 'en') : keyOf(problem.text);
}

function keyOf(text: Text<MethodSpec>): string {
  return typeof text === 'string' ? text : String((text as readonly unknown[])[0]);
}

/** What tells this state of a page from the others. */
function stateOf({ state, frame, context }: Stop): string {
  const { problem, busy } = frame;
  const flags = Object.entries(state).flatMap(([name, value]) => flagOf(name, value));
  const words = [
    busy && `busy ${keyOf(busy)}`,
    problem && ('fault' in problem ? Object.values(problem.fault).map(String).join(' ') : keyOf(problem.text)),
    problem && !busy && problem.field === undefined && 'on the page',
    ...flags,
    context.device.touch && 'touch',
  ];
  return [...new Set(words)].filter(Boolean).join(', ');
}

function flagOf(name: string, value: unknown): readonly string[] {
  if (value === true) return [name.replace(/^(is|has)(?=[A-Z])/, '').toLowerCase()];
  const isTagged = typeof value === 'object' && value !== null && 'type' in value;
  return isTagged && name !== 'problem' ? [`${name} ${String(value.type)}`] : [];
}
