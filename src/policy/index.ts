/** The public entry of the planner, for adapters and servers. The wizard never loads it: it is told what is required. */
export { plan, type Plan, type PlannedInfo, type PlannedRequirement } from './plan.js';
export type {
  Campaign,
  Cap,
  Enforcement,
  OrganizationPolicy,
  PlannableOffer,
  ResetPolicy,
} from './organization-policy.js';
export type { Person, PlanContext, Registered, Skips, TemporaryPass } from './person.js';
// Without these rows an integrator's table of methods would be empty.
export type * from '../methods/phone/contract.js';
export type * from '../methods/push/contract.js';
export type * from '../methods/totp/contract.js';
