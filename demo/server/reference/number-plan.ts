/** What the world's numbering plans say about a number: its line, and its country (R28). */
import parse from 'libphonenumber-js/max';
import type { Line } from './shared-rules.js';

/** Tells numbers apart. Replaced where somebody knows better, such as a lookup service. */
export interface NumberPlan {
  /** `undefined`: there is no such number. */
  lineOf(number: string): Line | undefined | Promise<Line | undefined>;
  /** ISO 3166-1 alpha-2; `undefined` where there is none. */
  countryOf(number: string): string | undefined | Promise<string | undefined>;
}

/** Only the full tables tell the types of numbers apart. What is dear to call, or nobody's own, is refused. */
const lines: Readonly<Record<string, Line>> = {
  MOBILE: 'mobile',
  FIXED_LINE_OR_MOBILE: 'mobile',
  FIXED_LINE: 'fixed-line',
  VOIP: 'fixed-line',
};

/**
 * The published numbering plans.
 *
 * @example
 * numberPlan.lineOf('+81312345678'); // 'fixed-line'
 */
export const numberPlan: NumberPlan = {
  lineOf: (number) => {
    const known = parse(number);
    if (known?.isValid() !== true) return undefined;
    return lines[known.getType() ?? ''] ?? 'refused';
  },
  countryOf: (number) => parse(number)?.country,
};
