/** "Method n of m": where the person stands in the plan. Pure. */
import type { MethodKind } from '../contract/enrollment.js';
import type { Requirement, SecurityInfo } from '../contract/security-info.js';

export interface Progress {
  /** Counts from one. */
  readonly current: number;
  readonly total: number;
  readonly steps: readonly ProgressStep[];
}

export interface ProgressStep {
  /** The method that stands for the requirement: the one being visited, else the first offered. */
  readonly kind: MethodKind;
  readonly status: 'done' | 'put-off' | 'current' | 'ahead';
}

/** Requirements that were met earlier count too, so a reload in the middle still says "2 of 2". */
export function progressOf(info: SecurityInfo, requirementId: string, visited: MethodKind): Progress {
  const at = info.requirements.findIndex(({ id }) => id === requirementId);
  return {
    current: at + 1,
    total: info.requirements.length,
    steps: info.requirements.map((requirement, index) => ({
      kind: index === at ? visited : requirement.anyOf[0].kind,
      status: index === at ? 'current' : statuses[requirement.status],
    })),
  };
}

const statuses = {
  open: 'ahead',
  satisfied: 'done',
  'put-off': 'put-off',
} as const satisfies Record<Requirement['status'], ProgressStep['status']>;
