/** What a thousand mounts leave behind, and a thousand more, once everything that can be freed is. */
import { setTimeout as pause } from 'node:timers/promises';
import type { CDPSession } from 'playwright-core';
import type { Figures } from './limits.js';
import { profiles, visit, type Stage } from './visit.js';

const states = ['bare', 'prompt', 'phone', 'qr'] as const;
type State = (typeof states)[number];

interface Left {
  /** kB of 1000 bytes. */
  readonly heap: number;
  readonly nodes: number;
  readonly listeners: number;
}

/** Timers of what is gone run out first; then garbage is collected until nothing more comes of it. */
async function rest(devTools: CDPSession): Promise<Left> {
  await pause(1500);
  for (let n = 0; n < 5; n++) {
    await devTools.send('HeapProfiler.collectGarbage');
    await pause(100);
  }
  const { usedSize } = await devTools.send('Runtime.getHeapUsage');
  const { nodes, jsEventListeners } = await devTools.send('Memory.getDOMCounters');
  return { heap: usedSize / 1000, nodes, listeners: jsEventListeners };
}

const more = (after: Left, before: Left): Left => ({
  heap: after.heap - before.heap,
  nodes: after.nodes - before.nodes,
  listeners: after.listeners - before.listeners,
});

/** What the first and what the second so many mounts left. */
function leftBy(stage: Stage, state: State, times: number): Promise<readonly [Left, Left]> {
  return visit(stage, 'mounts', profiles.desktop, async ({ page, devTools }) => {
    await page.waitForLoadState();
    const mount = (count: number): Promise<void> =>
      page.evaluate(([name, n]) => window.mount(name, n), [state, count] as const);
    // What is made once, and kept: compiled code, templates, style sheets, chunks.
    await mount(50);
    const begin = await rest(devTools);
    await mount(times);
    const middle = await rest(devTools);
    await mount(times);
    return [more(middle, begin), more(await rest(devTools), middle)];
  });
}

export async function memory(stage: Stage, times: number) {
  const left = {} as Record<State, readonly [Left, Left]>;
  for (const state of states) {
    left[state] = await leftBy(stage, state, times);
    const said = left[state].map(
      ({ heap, nodes, listeners }) => `${heap.toFixed(0)} kB, ${nodes} nodes, ${listeners} listeners`,
    );
    stage.note(`left by ${times} mounts, ${state}: ${said.join('; and again ')}`);
  }
  const ours = states.filter((state) => state !== 'bare');
  const beyond = (state: State, n: 0 | 1): number => left[state][n].heap - left.bare[n].heap;
  const worst = (key: 'nodes' | 'listeners'): number =>
    Math.max(...ours.flatMap((state) => left[state].map((counted) => counted[key])));
  return {
    'heap-prompt': beyond('prompt', 0),
    'heap-phone': beyond('phone', 0),
    'heap-qr': beyond('qr', 0),
    'heap-ratio': left.prompt[0].heap / left.bare[0].heap,
    growth: Math.max(...ours.map((state) => beyond(state, 1))),
    'left-nodes': worst('nodes'),
    'left-listeners': worst('listeners'),
  } satisfies Figures;
}
