/** One thing to look at: a page in one of its states, and how a wizard is brought to it. */
import type { SecurityInfoWizard } from '../../src/index.js';

export interface Specimen {
  /** `totp/code/…`: its anchor, and what the address can ask for. */
  readonly id: string;
  /** The method that it belongs to, or `wizard`. */
  readonly group: string;
  /** The page, as `siw-page` names it. */
  readonly page: string;
  /** What state the page is in. */
  readonly state: string;
  /** Equips a wizard that is not connected yet; what comes back brings it, once it is connected, to where it belongs. */
  prepare(wizard: SecurityInfoWizard): Promise<() => Promise<void>>;
}

/** A specimen that has no place yet. */
export type Unplaced = Omit<Specimen, 'id'>;

/** Puts what belongs together side by side, and gives each its address, in which only those that would share one are counted. */
export function placed(specimens: readonly Unplaced[]): readonly Specimen[] {
  const taken = new Map<string, number>();
  return inOrder(specimens).map((specimen) => {
    const { group, page, state } = specimen;
    const id = [group, page, slugOf(state)].filter(Boolean).join('/');
    const count = (taken.get(id) ?? 0) + 1;
    taken.set(id, count);
    return { ...specimen, id: count === 1 ? id : `${id}-${String(count)}` };
  });
}

/** As they were found, page by page: `trouble/blocked` beside `trouble/cannot-load`. */
function inOrder(specimens: readonly Unplaced[]): readonly Unplaced[] {
  const firsts = new Map<string, number>();
  const rank = (name: string, index: number): number => {
    const first = firsts.get(name) ?? index;
    firsts.set(name, first);
    return first;
  };
  const ranked = specimens.map((specimen, index) => {
    const { group, page } = specimen;
    const [phase = ''] = page.split('/');
    return {
      specimen,
      ranks: [rank(group, index), rank(`${group}/${phase}/`, index), rank(`${group}/${page}`, index)],
    };
  });
  const difference = (a: readonly number[], b: readonly number[]): number =>
    a.map((one, n) => one - (b[n] ?? 0)).find((less) => less !== 0) ?? 0;
  return ranked.sort((a, b) => difference(a.ranks, b.ranks)).map(({ specimen }) => specimen);
}

/** A long way is told by its beginning and its end. */
function slugOf(state: string): string {
  const steps = state.split(' › ');
  const ends = steps.length > 1 ? [steps[0], steps.at(-1)] : steps;
  return ends
    .join(' ')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

/** Waits until `isSo`; a page that does not come is told of rather than waited for. */
export async function until(isSo: () => boolean, what: string): Promise<void> {
  const end = performance.now() + 5_000;
  while (!isSo()) {
    if (performance.now() > end) throw new Error(`waited in vain for ${what}`);
    await new Promise((resolve) => {
      setTimeout(resolve, 0);
    });
  }
}
