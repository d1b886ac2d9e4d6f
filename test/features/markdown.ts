/** The rows as tables for people. Pure. */
import type { Row } from './prove.js';

export function markdown(rows: readonly Row[]): string {
  const shown = rows.filter(({ proof }) => proof.length > 0);
  const features = shown.filter(({ mode }) => mode !== 'C');
  const complaints = shown.filter(({ mode }) => mode === 'C');
  const leftOut = rows.filter(({ proof, reason }) => proof.length === 0 && reason !== undefined);
  const waiting = rows.filter(({ proof, waits }) => proof.length === 0 && waits !== undefined);
  return [
    table('Features', ['id', 'what a person meets', 'mode', 'proof'], features, ({ id, what, mode, proof }) => [
      id,
      what,
      mode,
      proofs(proof),
    ]),
    table('Complaints', ['id', 'what a person sees instead', 'proof'], complaints, ({ id, what, proof }) => [
      id,
      what,
      proofs(proof),
    ]),
    table('Left out', ['id', 'what', 'why'], leftOut, ({ id, what, reason = '' }) => [id, what, reason]),
    table('Open', ['id', 'what', 'waits for'], waiting, ({ id, what, waits = '' }) => [id, what, waits]),
    `${String(shown.length)} shown, ${String(leftOut.length)} left out, ${String(waiting.length)} open`,
  ].join('\n\n');
}

function table(
  title: string,
  heads: readonly string[],
  rows: readonly Row[],
  cells: (row: Row) => readonly string[],
): string {
  const line = (texts: readonly string[]): string =>
    `| ${texts.map((text) => text.replaceAll('|', '\\|')).join(' | ')} |`;
  return [`## ${title}`, '', line(heads), line(heads.map(() => '---')), ...rows.map((row) => line(cells(row)))].join(
    '\n',
  );
}

function proofs(proof: Row['proof']): string {
  return proof.map(({ file, title }) => `${file.replace(/^test\//, '')} › ${title}`).join('<br>');
}
