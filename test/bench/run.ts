// Times the built wizard in a browser and holds it against its limits; fails above one.
import os from 'node:os';
import process from 'node:process';
import { chromium } from 'playwright-core';
import { chromiumArgs, needBrowser } from '../browsers/find-browser.mjs';
import { firstControl } from './first-control.js';
import type { Figures, Measurement } from './limits.js';
import { memory } from './memory.js';
import { passage } from './passage.js';
import { Quiet } from './quiet.js';
import { serve } from './site.js';
import { drawn, judge } from './table.js';
import type { Stage } from './visit.js';

/*
 * npm run bench                   everything, about three minutes
 * npm run bench -- --quick        does the bench itself work? Too few visits to trust
 * npm run bench -- pages memory   some of it
 */

/** How often things are done, and how many milliseconds are waited for a quiet machine, all in all. */
const thorough = { visits: 11, walks: 3, mounts: 1000, patience: 20_000 };
const quick: typeof thorough = { visits: 3, walks: 1, mounts: 100, patience: 5000 };

type Often = typeof thorough;
const measurements: Readonly<Record<Measurement, (stage: Stage, often: Often) => Promise<Figures>>> = {
  first: (stage, { visits }) => firstControl(stage, visits),
  pages: (stage, { walks }) => passage(stage, walks),
  memory: (stage, { mounts }) => memory(stage, mounts),
};
const known = Object.keys(measurements) as readonly Measurement[];

/** Of what is counted more than once, the worst. */
function worst(one: Figures, other: Figures): Figures {
  const shared = (Object.keys(one) as (keyof Figures)[]).filter((id) => id in other);
  const both = shared.map((id) => [id, Math.max(one[id] ?? Number.NaN, other[id] ?? Number.NaN)] as const);
  return { ...one, ...other, ...Object.fromEntries(both) };
}

async function main(args: readonly string[]): Promise<number> {
  const asked = known.filter((name) => args.includes(name));
  const wanted = new Set(asked.length ? asked : known);
  const often = args.includes('--quick') ? quick : thorough;
  const begun = performance.now();
  const site = await serve();
  const { path } = await needBrowser('chromium');
  const browser = await chromium.launch({ executablePath: path, args: chromiumArgs });
  const quiet = new Quiet(often.patience);
  const stage = { browser, site, quiet, note: (text: string) => console.log(`  ${text}`) };
  try {
    console.log(
      `Chromium ${browser.version()}, ${os.cpus().length} × ${os.cpus()[0]?.model ?? 'an unknown processor'}`,
    );
    let figures: Figures = {};
    for (const name of wanted) figures = worst(figures, await measurements[name](stage, often));
    const { lines, failures } = judge(figures, wanted);
    console.log(`\n${drawn(lines)}\n`);
    console.log(`${((performance.now() - begun) / 1000).toFixed(0)} s`);
    if (quiet.disturbed)
      console.log(`The machine was busy with other work at ${quiet.disturbed} visits: do not trust the times.`);
    for (const failure of failures) console.error(failure);
    return failures.length ? 1 : 0;
  } finally {
    await browser.close();
    await site.close();
  }
}

process.exitCode = await main(process.argv.slice(2));
