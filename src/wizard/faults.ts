/** Puts every fault into words: what happened, and what to do next. A table, checked by the compiler; a chunk of its own. */
import type { EnrollmentFault, FaultCode } from '../contract/fault.js';
import type { TextOf } from '../contract/method.js';
import type { Say } from '../i18n/translate.js';
import { en, type FaultStrings } from './fault-strings.js';
import type { Packs } from './language.js';

export const strings: { readonly en: typeof en; readonly packs: Packs } = {
  en,
  packs: { ja: () => import('./fault-strings.ja.js') },
};

type Words = TextOf<FaultStrings>;
type FaultOf<C extends FaultCode> = Extract<EnrollmentFault, { readonly code: C }>;

/** A row by a name that comes from outside: `constructor` is none. */
function own<T>(rows: Readonly<Partial<Record<string, T>>>, name: string | undefined): T | undefined {
  return typeof name === 'string' && Object.hasOwn(rows, name) ? rows[name] : undefined;
}

const byReason =
  (words: Readonly<Partial<Record<string, Words>>>, otherwise: Words) =>
  ({ reason }: { readonly reason?: string }): Words =>
    own(words, reason) ?? otherwise;

const input: Readonly<Partial<Record<string, Words>>> = {
  'number/line_type': 'fault.number-line',
  'number/not_allowed': 'fault.number-refused',
  number: 'fault.number-format',
  code: 'fault.code-format',
  password: 'fault.password',
  too_short: 'fault.input-short',
  too_long: 'fault.input-long',
  duplicate: 'fault.input-duplicate',
  not_allowed: 'fault.input-refused',
};

const table: { readonly [C in FaultCode]: Words | ((fault: FaultOf<C>) => Words) } = {
  invalid_code: byReason(
    { replayed: 'fault.code-used', format: 'fault.code-format', clock_skew: 'fault.code-clock' },
    'fault.code-wrong',
  ),
  code_expired: 'fault.code-expired',
  attempts_exhausted: ({ recover }) =>
    own({ resend: 'fault.exhausted-resend', restart: 'fault.exhausted-restart' }, recover) ?? 'fault.exhausted-wait',
  invalid_input: ({ field, reason }) =>
    own(input, `${field}/${reason}`) ?? own(input, field) ?? own(input, reason) ?? 'fault.input',
  undeliverable: byReason(
    { blocked: 'fault.undeliverable-blocked', opted_out: 'fault.undeliverable-opted-out' },
    'fault.undeliverable',
  ),
  conflict: (fault) => (fault.with === 'own' ? 'fault.conflict-own' : 'fault.conflict'),
  credential_rejected: byReason({ already_registered: 'fault.conflict-own' }, 'fault.input-refused'),
  rate_limited: 'fault.limit-rate',
  locked: 'fault.locked',
  enrollment_gone: byReason({ superseded: 'fault.gone-elsewhere' }, 'fault.gone'),
  method_unavailable: 'fault.unavailable',
  prerequisite: 'fault.prerequisite',
  limit_reached: 'fault.limit',
  policy_denied: 'fault.denied',
  reauth_required: 'fault.reauth',
  human_check_required: 'fault.reauth',
  session_expired: 'fault.session',
  unsupported: 'fault.unsupported',
  network: 'fault.network',
  protocol: 'fault.server',
  server: 'fault.server',
};

/** From how many tries on the rest is told (R26). */
const few = 3;

/**
 * The sentences of a fault, one a line: what is wrong, what is left, when to come back, what to tell the help desk.
 * Reasons that this version does not know are passed over.
 */
export function faultText(fault: EnrollmentFault, say: Say<FaultStrings>, locale: string): string {
  // Looked up by name: a newer backend may send a code that is no row here.
  const row = own<Words | ((fault: never) => Words)>(table, fault.code) ?? 'fault.server';
  const lines: Words[] = [typeof row === 'function' ? row(fault as never) : row];
  if ('attemptsLeft' in fault && typeof fault.attemptsLeft === 'number' && fault.attemptsLeft <= few)
    lines.push(['fault.tries-left', { count: fault.attemptsLeft }]);
  if ('retryAfter' in fault && typeof fault.retryAfter === 'number')
    lines.push(['fault.again-in', { time: duration(fault.retryAfter, locale) }]);
  if (typeof fault.traceId === 'string') lines.push(['fault.trace', { id: fault.traceId }]);
  return lines.map(say).join('\n');
}

/** A duration in its largest fitting unit, rounded up: nobody is sent back too early. */
export function duration(ms: number, locale: string): string {
  const seconds = Math.max(1, Math.ceil(ms / 1000));
  const [count, unit] =
    seconds < 90
      ? [seconds, 'second']
      : seconds < 5400
        ? [Math.ceil(seconds / 60), 'minute']
        : [Math.ceil(seconds / 3600), 'hour'];
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(count);
}
