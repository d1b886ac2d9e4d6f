/** "Method n of m": where the person stands in the plan. Pure. */
import type { Offer } from '../contract/enrollment.js';
import type { Requirement, SecurityInfo } from '../contract/security-info.js';

export interface Progress {
  /** Counts from one. */
  readonly current: number;
  readonly total: number;
  readonly steps: readonly ProgressStep[];
}

export interface ProgressStep {
  /** The method that stands for the requirement: the one being visited, else the first offered. */
  readonly offer: Pick<Offer, 'kind' | 'displayName'>;
  readonly status: 'done' | 'put-off' | 'current' | 'ahead';
}

/** Requirements that were met earlier count too, so a reload in the middle still says "2 of 2". */
export function progressOf(
  info: SecurityInfo,
  requirementId: string,
  visited: ProgressStep['offer'],
  isMet: boolean,
): Progress {
  const at = info.requirements.findIndex(({ id }) => id === requirementId);
  return {
    current: at + 1,
    total: info.requirements.length,
    steps: info.requirements.map((requirement, index) => ({
      offer: index === at ? visited : requirement.anyOf[0],
      status: index !== at ? statuses[requirement.status] : isMet ? 'done' : 'current',
    })),
  };
}

const statuses = {
  open: 'ahead',
  satisfied: 'done',
  'put-off': 'put-off',
} as const satisfies Record<Requirement['status'], ProgressStep['status']>;
