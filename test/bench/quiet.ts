/** Waits until nobody else wants the processor: figures of a busy machine are about its other work. */
import os from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';

const look = 200;
/** The part of all processors that may be at work. */
const calm = 0.15;

const spent = (): { readonly busy: number; readonly all: number } => {
  const times = os.cpus().map((cpu) => cpu.times);
  const idle = times.reduce((sum, time) => sum + time.idle, 0);
  const all = times.reduce((sum, time) => sum + time.user + time.nice + time.sys + time.irq + time.idle, 0);
  return { busy: all - idle, all };
};

/** The part of all processors that was at work during a moment. */
async function workload(): Promise<number> {
  const before = spent();
  await pause(look);
  const after = spent();
  return (after.busy - before.busy) / Math.max(1, after.all - before.all);
}

/** Waits for quiet moments, as long as its patience lasts over the whole run. */
export class Quiet {
  #patience: number;
  #disturbed = 0;

  constructor(patience: number) {
    this.#patience = patience;
  }

  /** How often there was no quiet, and it went on all the same. */
  get disturbed(): number {
    return this.#disturbed;
  }

  async wait(): Promise<void> {
    while ((await workload()) > calm) {
      if (this.#patience <= 0) {
        this.#disturbed++;
        return;
      }
      this.#patience -= look;
    }
  }
}
