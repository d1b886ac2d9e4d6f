/** Fetches the numbering plans of a calling zone. */
import type { Zone } from './phone-number.js';
import { chunks } from './zones/chunks.js';

/** Undefined when it does not come, or there is no such zone. */
export async function loadZone(code: string): Promise<Zone | undefined> {
  try {
    const loaded = Object.hasOwn(chunks, code) ? await chunks[code]?.() : undefined;
    // Written by our own script out of the library's data, so it has the library's shape.
    return loaded && { code, plans: JSON.parse(loaded.default) as Zone['plans'] };
  } catch {
    return undefined;
  }
}
