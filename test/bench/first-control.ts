/** How long a person waits for the first control, beside a bare Lit element in turns. */
import { median, ratio } from './figures.js';
import type { Figures } from './limits.js';
import type { FirstControl } from './page/probe.js';
import { profiles, reading, visit, type Stage } from './visit.js';

interface Arrival extends FirstControl {
  readonly shift: number;
  readonly strangers: number;
}

const addresses = {
  wizard: 'wizard?kinds=totp,phone',
  japanese: 'wizard-ja?kinds=totp,phone',
  bare: 'bare?kinds=totp,phone',
} as const;
type Subject = keyof typeof addresses;
type Timed = Exclude<Subject, 'japanese'>;
type Arrivals = Readonly<Record<Timed, readonly Arrival[]>>;

function arrive(stage: Stage, subject: Subject, profile: keyof typeof profiles): Promise<Arrival> {
  return visit(stage, addresses[subject], profiles[profile], async ({ page, strangers }) => {
    await page.evaluate(() => window.bench.firstControl());
    // What is told late (long tasks, shifts) is about the time before.
    await reading();
    const first = await page.evaluate(() => window.bench.firstControl());
    return { ...first, shift: await page.evaluate(() => window.bench.shift()), strangers: strangers.length };
  });
}

/** Each goes first every other time, so that neither always finds the machine as the other left it. */
async function inTurns(stage: Stage, profile: 'desktop' | 'mobile', times: number): Promise<Arrivals> {
  const arrivals: Record<Timed, Arrival[]> = { wizard: [], bare: [] };
  for (let n = 0; n < times; n++)
    for (const subject of n % 2 ? (['bare', 'wizard'] as const) : (['wizard', 'bare'] as const))
      arrivals[subject].push(await arrive(stage, subject, profile));
  return arrivals;
}

const all = <K extends keyof Arrival>(key: K, arrivals: readonly Arrival[]): readonly number[] =>
  arrivals.map((arrival) => arrival[key]);

export async function firstControl(stage: Stage, times: number) {
  // Once for nothing: the first context of a browser is slower than any after.
  await arrive(stage, 'bare', 'desktop');
  // A frame is a fourth of what the desktop takes, and no visit can tell less: it takes twice as many to see a tenth.
  const seen = { desktop: await inTurns(stage, 'desktop', 2 * times), mobile: await inTurns(stage, 'mobile', times) };
  const still = [await arrive(stage, 'wizard', 'still'), await arrive(stage, 'japanese', 'still')];
  const ours = [...still, ...seen.desktop.wizard, ...seen.mobile.wizard];
  for (const [profile, { wizard, bare }] of Object.entries(seen)) {
    const [own, other] = [wizard, bare].map((arrivals) => all('ms', arrivals));
    stage.note(`first control, ${profile}: ${spread(own ?? [])}, bare Lit element ${spread(other ?? [])}`);
  }
  const [own, other] = [seen.mobile.wizard, seen.mobile.bare].map((arrivals) => all('long', arrivals));
  stage.note(`long tasks before it, ×4: ${spread(own ?? [])}, bare Lit element ${spread(other ?? [])}`);
  return {
    desktop: ratio(all('ms', seen.desktop.wizard), all('ms', seen.desktop.bare)),
    mobile: ratio(all('ms', seen.mobile.wizard), all('ms', seen.mobile.bare)),
    blocked: median(all('blocked', seen.mobile.wizard)),
    // In another language than English its words are one request more.
    requests: Math.max(...all('requests', [...seen.desktop.wizard, ...seen.mobile.wizard])),
    strangers: Math.max(...all('strangers', ours)),
    shift: Math.max(...all('shift', ours)),
  } satisfies Figures;
}

/** The median, and from where to where. */
export function spread(values: readonly number[]): string {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  return `${median(values).toFixed(0)} ms (${least.toFixed(0)}–${most.toFixed(0)}, ${values.length})`;
}
