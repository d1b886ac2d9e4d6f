/** How a typed code is read: whatever decoration people and apps put around it is dropped, nothing else is guessed. */
import type { EnrollmentFault, MethodFault } from './fault.js';
import type { NextCode } from './next.js';

/** What is wrong with a typed code before it is worth a call. */
export type CodeProblem = 'empty' | 'not-digits' | 'too-short' | 'too-long';

/** What a code field expects; the parts of `NextCode` that matter here. */
export type CodeShape = Pick<NextCode, 'alphabet'> & { readonly length?: number | undefined };

/**
 * Reads a typed or pasted code: digits of any script, full-width ones too, become ASCII; spaces, punctuation,
 * symbols and invisible characters are dropped. A whole message is taken when it holds exactly one
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
  // Invisible characters may stand anywhere, and would tear a run of digits apart.
  const seen = typed.slice(0, longest).replace(/\p{Cf}/gu, '');
  if (alphabet === 'alphanumeric') {
    const letters = seen.normalize('NFKC').replace(decoration, '').toUpperCase();
    return letters === '' ? { problem: 'empty' } : sized(letters, length);
  }
  const folded = foldDigits(seen);
  const bare = folded.replace(decoration, '');
  if (bare === '') return { problem: 'empty' };
  if (/^\d+$/.test(bare)) return sized(bare, length);
  const runs = (folded.match(/\d(?:[\s\p{Pd}.]?\d)*/gu) ?? []).map((run) => run.replace(/\D/g, ''));
  // A message may say its code twice: once for people, once for the browser.
  const [code, ...others] = new Set(runs.filter((run) => run.length === length));
  return code !== undefined && others.length === 0 ? { code } : { problem: 'not-digits' };
}

/** Longer than any message with a code in it. */
const longest = 2_000;

/** All that is no letter and no digit. */
const decoration = /[\p{P}\p{S}\p{Z}\p{C}]/gu;

function sized(code: string, length: number): { readonly code: string } | { readonly problem: CodeProblem } {
  if (code.length < length) return { problem: 'too-short' };
  return code.length > length ? { problem: 'too-long' } : { code };
}

/** Digits of every script in ASCII. Decimal digits stand in runs of ten in every script, so a digit's value is its distance from the nearest zero. */
export function foldDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, (digit) => {
    // Full-width and mathematical digits are ASCII ones in another dress.
    const plain = digit.normalize('NFKC');
    if (/^[0-9]$/.test(plain)) return plain;
    const point = digit.codePointAt(0) ?? 0;
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
