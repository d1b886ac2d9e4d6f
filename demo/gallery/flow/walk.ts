/** Finds every page that the shell can draw: whatever can be pressed or answered is tried until no page is new. */
import type { Method } from '../methods/every-method.js';
import { isCalm, lookOf, type Sight } from './looks.js';
import { PageReader } from './page-reader.js';
import { Rehearsal } from './rehearsal.js';
import { pressesOn, repliesOn, type Step } from './steps.js';

/** A page, and how to come to it. */
export interface Found extends Sight {
  readonly path: readonly Step[];
}

export async function walk(methods: readonly Method[]): Promise<readonly Found[]> {
  const reader = await PageReader.open(methods);
  const found = new Map<string, Found>();
  const known = new Set<string>();
  const ahead: (readonly Step[])[] = [[]];
  for (let path = ahead.shift(); path; path = ahead.shift()) {
    const rehearsal = await new Rehearsal(methods, reader).play(path);
    const { sight, stage, hasEnded } = rehearsal;
    const { page } = sight;
    const look = lookOf(sight);
    // A page that waits looks the same in every plan, and leads elsewhere in each.
    const place = [look, stage.out?.name, isCalm(sight) || JSON.stringify(stage.known)].join();
    const steps = [...(page ? pressesOn(page) : []), ...repliesOn(stage, methods), ...arrival(sight)];
    rehearsal.stop();
    if (hasEnded || known.has(place)) continue;
    known.add(place);
    if (!found.has(look)) found.set(look, { ...sight, path });
    // Who waits long meets nothing that the others do not.
    if (sight.isSlow) continue;
    for (const step of steps) {
      // What goes wrong goes wrong in the same way in every plan.
      const trial = step.type === 'refused' || step.type === 'waited' ? JSON.stringify([step, look]) : undefined;
      if (trial !== undefined && known.has(trial)) continue;
      if (trial !== undefined) known.add(trial);
      ahead.push([...path, step]);
    }
  }
  return [...found.values()];
}

function arrival({ page }: Sight): readonly Step[] {
  return page?.isPassing ? [{ type: 'arrived' }] : [];
}
