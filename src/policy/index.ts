/** The public entry of the planner, for adapters and servers. The wizard never loads it: it is told what is required. */
export { plan, type Plan, type PlannedInfo, type PlannedRequirement } from './plan.js';
export { explain, type ExplainedRequirement, type Explanation } from './explain.js';
export { type PolicyProblem, readPolicy, type ReadPolicy, type ReadPolicyOptions } from './read-policy.js';
export type { CampaignReason, RecoveryReason, SignInReason } from './demands.js';
export type { ExplainedMethod, MethodReason } from './method-reasons.js';
export type { SkipReason } from './skip.js';
export type {
  Campaign,
  Cap,
  Enforcement,
  OrganizationPolicy,
  PlannableOffer,
  ResetPolicy,
} from './organization-policy.js';
export type { Person, PlanContext, Registered, Skips, TemporaryPass } from './person.js';
export type * from '../methods/rows.js';
