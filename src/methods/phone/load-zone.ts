/** Fetches the numbering plans of a calling zone. */
import type { Zone } from './phone-number.js';

/** One chunk a zone: one to three kilobytes each instead of sixteen for all. */
const chunks: Readonly<Record<string, () => Promise<{ readonly default: string }>>> = {
  '1': () => import('./zones/1.js'),
  '2': () => import('./zones/2.js'),
  '3': () => import('./zones/3.js'),
  '4': () => import('./zones/4.js'),
  '5': () => import('./zones/5.js'),
  '6': () => import('./zones/6.js'),
  '7': () => import('./zones/7.js'),
  '8': () => import('./zones/8.js'),
  '9': () => import('./zones/9.js'),
};

/** Undefined when it does not come, or there is no such zone. */
export async function loadZone(digit: string): Promise<Zone | undefined> {
  try {
    const loaded = await chunks[digit]?.();
    // Written by our own script out of the library's data, so it has the library's shape.
    return loaded && { digit, plans: JSON.parse(loaded.default) as Zone['plans'] };
  } catch {
    return undefined;
  }
}
