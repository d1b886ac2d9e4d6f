/** What pages and keys cost on a slow processor, over everything that a passage shows. */
import { median } from './figures.js';
import { spread } from './first-control.js';
import type { Figures } from './limits.js';
import { profiles, visit, type Stage } from './visit.js';
import { walk } from './walk.js';

/** THE table of passages: those run whose methods this build knows. */
export const passages: readonly (readonly string[])[] = [
  ['totp', 'phone'],
  ['push', 'phone'],
];

export async function passage(stage: Stage, times: number) {
  const walks = [];
  for (const asked of passages.filter((wanted) => wanted.every(stage.site.knows)))
    for (let n = 0; n < times; n++)
      walks.push(
        await visit(stage, `wizard?kinds=${asked.join()}`, profiles.slow, async ({ page, strangers }) => ({
          ...(await walk(page)),
          shift: await page.evaluate(() => window.bench.shift()),
          strangers: strangers.length,
        })),
      );
  const changes = walks.flatMap((seen) => seen.changes);
  const keys = walks.flatMap((seen) => seen.keys);
  const names = new Set(changes.map(({ from, to }) => `${from} → ${to}`));
  for (const name of names)
    stage.note(`${name}: ${spread(changes.filter(({ from, to }) => `${from} → ${to}` === name).map(({ ms }) => ms))}`);
  stage.note(`a key: ${spread(keys)}`);
  return {
    change: median(changes.map(({ ms }) => ms)),
    qr: median(changes.filter(({ hasQr }) => hasQr).map(({ ms }) => ms)),
    key: median(keys),
    nodes: Math.max(...walks.map((seen) => seen.nodes)),
    shift: Math.max(...walks.map((seen) => seen.shift)),
    strangers: Math.max(...walks.map((seen) => seen.strangers)),
  } satisfies Figures;
}
