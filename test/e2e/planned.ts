/** What the planner's scenarios lead to, as far as the wizard knows the methods: worked out from the plan, not from the page. */
import { requirementsOf, scenarios, situationOf, type Planned, type ScenarioId } from '../../demo/scenarios.js';
import { explained } from '../../demo/policy/organization.js';
import type { Requirement } from '../../src/contract/security-info.js';
import { manifest } from '../../src/methods/manifest.js';
import { others } from '../../src/methods/others.js';
import type { Words } from './words.js';

const known = new Set<string>([...manifest, ...others].map(({ card }) => card.kind));

export type PlannedId = Extract<ScenarioId, `P${string}`>;

export function isPlanned(id: ScenarioId): id is PlannedId {
  return 'situation' in scenarios[id];
}

export function requirements(id: PlannedId): readonly Requirement[] {
  return requirementsOf(scenarios[id], Date.now());
}

/** The kind that a requirement opens with in this wizard; `undefined`: it knows none of them. */
export function kindOf({ anyOf }: Requirement): string | undefined {
  return anyOf.find(({ kind }) => known.has(kind))?.kind;
}

/** The heading that the person meets after signing in. */
export function openingOf(id: PlannedId, words: Words): string {
  const scenario: Planned = scenarios[id];
  const { plan } = explained(situationOf(scenario), Date.now());
  const nothingPossible = 'There is nothing you can set up here';
  if (plan.type === 'blocked') return nothingPossible;
  if (plan.type === 'review') return 'Is this still right?';
  const [next] = plan.info.requirements;
  if (next === undefined) return words.start;
  return kindOf(next) === undefined ? nothingPossible : words.prompt;
}
