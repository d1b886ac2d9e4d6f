/** How a typed code is read: whatever decoration people and apps put around it is dropped, nothing else is guessed. */
import type { EnrollmentFault, MethodFault } from './fault.js';
import type { NextCode } from './next.js';

/** What is wrong with a typed code before it is worth a call (R124). */
export type CodeProblem = 'empty' | 'not-digits' | 'too-short' | 'too-long';

/** What a code field expects; the parts of `NextCode` that matter here. */
export type CodeShape = Pick<NextCode, 'alphabet'> & { readonly length?: number | undefined };

/**
 * Reads a typed or pasted code (R92): compatibility forms are folded (full-width digits), digits of any script become
 * ASCII, spaces, dashes, dots and invisible characters are dropped. A whole message is taken when it holds exactly one
 * run of the right length ("Your code is 123-456.").
 *
 * @example
 * readCode('１２３ ４５６', { alphabet: 'digits', length: 6 }); // { code: '123456' }
 * readCode('12a', { alphabet: 'digits', length: 6 }); // { problem: 'not-digits' }
 */
export function readCode(
  typed: string,
  { alphabet, length = 6 }: CodeShape,
): { readonly code: string } | { readonly problem: CodeProblem } {
  const folded = foldDigits(typed.normalize('NFKC'));
  const bare = folded.replace(decoration, '');
  if (bare === '') return { problem: 'empty' };
  if (alphabet === 'alphanumeric') return sized(bare.toUpperCase(), length);
  if (/^\d+$/.test(bare)) return sized(bare, length);
  const runs = (folded.match(/\d(?:[\s\p{Pd}.]?\d)*/gu) ?? []).map((run) => run.replace(/\D/g, ''));
  const fitting = runs.filter((run) => run.length === length);
  return fitting.length === 1 && fitting[0] !== undefined ? { code: fitting[0] } : { problem: 'not-digits' };
}

/** White space, dashes, dots, quotes, brackets, the sign of a number, and everything that cannot be seen. */
const decoration = /[\s\p{Pd}\p{Cf}.,:;'"`#*_()[\]{}<>「」『』]/gu;

function sized(code: string, length: number): { readonly code: string } | { readonly problem: CodeProblem } {
  if (code.length < length) return { problem: 'too-short' };
  return code.length > length ? { problem: 'too-long' } : { code };
}

/** Decimal digits stand in runs of ten in every script, so a digit's value is its distance from the nearest zero. */
function foldDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, (digit) => {
    const point = digit.codePointAt(0) ?? 0;
    if (point < 0x80) return digit;
    let zero = point;
    while (point - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
    return String((point - zero) % 10);
  });
}

/**
 * A code page's problem for its frame: ours under the keys `code.empty`, `code.not-digits`, `code.too-short` and
 * `code.too-long` of the method's strings (the last two with `{count}`), the backend's as the fault it is; at the field
 * `code` unless it concerns the whole page.
 */
export function codeProblem(
  problem: CodeProblem | MethodFault,
  count: number,
):
  | { readonly field?: 'code'; readonly fault: MethodFault }
  | { readonly field: 'code'; readonly text: 'code.empty' | 'code.not-digits' }
  | {
      readonly field: 'code';
      readonly text: readonly ['code.too-short' | 'code.too-long', { readonly count: number }];
    } {
  if (typeof problem !== 'string')
    return aboutCode.has(problem.code) ? { field: 'code', fault: problem } : { fault: problem };
  return problem === 'empty' || problem === 'not-digits'
    ? { field: 'code', text: `code.${problem}` }
    : { field: 'code', text: [`code.${problem}`, { count }] };
}

const aboutCode: ReadonlySet<EnrollmentFault['code']> = new Set([
  'invalid_code',
  'invalid_input',
  'code_expired',
  'attempts_exhausted',
]);
