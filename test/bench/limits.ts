/** THE table of what the wizard may cost in time, memory and requests. A row of it is a line of the bench's answer. */
import type { Bound } from './figures.js';

export type Measurement = 'first' | 'pages' | 'memory';

export interface Row extends Bound {
  readonly id: string;
  /** The measurement that answers it. */
  readonly by: Measurement;
  readonly name: string;
  readonly unit: '×' | 'ms' | 'kB' | '';
}

/**
 * Long tasks count with what they take beyond 50 ms, which is when a press begins to wait; a shorter one is none.
 * The processor is slowed four times (×4) wherever time is counted, but for the desktop's first control.
 */
export const rows = [
  {
    id: 'desktop',
    by: 'first',
    name: 'first control × bare Lit element, desktop',
    unit: '×',
    limit: 1.3,
    goal: 1.1,
    decimals: 2,
  },
  {
    id: 'mobile',
    by: 'first',
    name: 'first control × bare Lit element, mobile',
    unit: '×',
    limit: 1.3,
    goal: 1.1,
    decimals: 2,
  },
  {
    id: 'blocked',
    by: 'first',
    name: 'long tasks before the first control, ×4, beyond 50 ms',
    unit: 'ms',
    limit: 50,
    goal: 0,
    decimals: 0,
  },
  { id: 'requests', by: 'first', name: 'requests before the first control', unit: '', limit: 2, goal: 2, decimals: 0 },
  { id: 'strangers', by: 'pages', name: 'requests to third hosts', unit: '', limit: 0, goal: 0, decimals: 0 },
  {
    id: 'change',
    by: 'pages',
    name: 'page change, input to painted, ×4, median',
    unit: 'ms',
    limit: 33,
    goal: 16,
    decimals: 1,
  },
  {
    id: 'qr',
    by: 'pages',
    name: 'QR page, input to painted, ×4, median',
    unit: 'ms',
    limit: 50,
    goal: 30,
    decimals: 1,
  },
  {
    id: 'key',
    by: 'pages',
    name: 'a key in the phone field, ×4, median',
    unit: 'ms',
    limit: 33,
    goal: 16,
    decimals: 1,
  },
  { id: 'shift', by: 'pages', name: 'layout shift, worst visit', unit: '', limit: 0, goal: 0, decimals: 4 },
  {
    id: 'nodes',
    by: 'pages',
    name: 'DOM nodes, phone page, list unopened',
    unit: '',
    limit: 300,
    goal: 150,
    decimals: 0,
  },
  {
    id: 'heap-prompt',
    by: 'memory',
    name: 'heap left, prompt, beyond bare Lit',
    unit: 'kB',
    limit: 200,
    goal: 200,
    decimals: 0,
  },
  {
    id: 'heap-phone',
    by: 'memory',
    name: 'heap left, phone page, beyond bare Lit',
    unit: 'kB',
    limit: 200,
    goal: 200,
    decimals: 0,
  },
  {
    id: 'heap-qr',
    by: 'memory',
    name: 'heap left, QR page, beyond bare Lit',
    unit: 'kB',
    limit: 200,
    goal: 200,
    decimals: 0,
  },
  { id: 'heap-ratio', by: 'memory', name: 'heap left, prompt, × bare Lit', unit: '×', goal: 1.2, decimals: 2 },
  {
    id: 'growth',
    by: 'memory',
    name: 'heap, growth in the second thousand',
    unit: 'kB',
    limit: 200,
    goal: 0,
    decimals: 0,
  },
  { id: 'left-nodes', by: 'memory', name: 'DOM nodes left, worst page', unit: '', limit: 0, goal: 0, decimals: 0 },
  { id: 'left-listeners', by: 'memory', name: 'listeners left, worst page', unit: '', limit: 0, goal: 0, decimals: 0 },
] as const satisfies readonly Row[];

export type FigureId = (typeof rows)[number]['id'];
/** What a measurement answers: some rows of the table. */
export type Figures = Partial<Record<FigureId, number | undefined>>;
