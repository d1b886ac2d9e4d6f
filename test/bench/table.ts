/** Puts figures beside their limits, and says which are over. */
import { isFailure, shown, verdict, type Verdict } from './figures.js';
import { rows, type Figures, type Measurement, type Row } from './limits.js';

export interface Line {
  readonly id: string;
  readonly cells: readonly string[];
  readonly said: Verdict;
}

const withUnit = (text: string, { unit }: Row): string =>
  unit === '' || unit === '×' ? text + unit : `${text} ${unit}`;

/** Every row that was to be measured, whether it was or not, and a sentence for each that fails the run. */
export function judge(
  figures: Figures,
  wanted: ReadonlySet<Measurement>,
): { readonly lines: readonly Line[]; readonly failures: readonly string[] } {
  const lines: Line[] = [];
  const failures: string[] = [];
  for (const row of rows as readonly Row[]) {
    const figure = figures[row.id as keyof Figures];
    if (!wanted.has(row.by) && figure === undefined) continue;
    const said = verdict(figure, row);
    const measured = figure === undefined ? '–' : withUnit(shown(figure, row), row);
    const limit = row.limit === undefined ? '–' : withUnit(String(row.limit), row);
    lines.push({ id: row.id, cells: [row.name, measured, limit, withUnit(String(row.goal), row)], said });
    if (!isFailure(said)) continue;
    failures.push(
      said === 'NOT MEASURED' ? `${row.name}: not measured` : `${row.name}: ${measured}, the limit is ${limit}`,
    );
  }
  return { lines, failures };
}

/** The table as text. */
export function drawn(lines: readonly Line[]): string {
  const line = (cells: readonly string[]): string =>
    cells.map((cell, n) => (n === 0 ? cell.padEnd(52) : n < 4 ? cell.padStart(10) : `  ${cell}`)).join('');
  return [
    line(['', 'measured', 'limit', 'goal']),
    ...lines.map(({ cells, said }) => line([...cells, said]).trimEnd()),
  ].join('\n');
}
