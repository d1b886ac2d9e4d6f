/** Fetches the numbering plans of a calling zone. */
import { readNumber, type Zone } from './phone-number.js';
import { chunks } from './zones/chunks.js';

/** Undefined when it does not come, or there is no such zone. */
export async function loadZone(code: string): Promise<Zone | undefined> {
  try {
    const loaded = Object.hasOwn(chunks, code) ? await chunks[code]?.() : undefined;
    // Written by our own script out of the library's data, so it has the library's shape.
    const zone = loaded && { code, plans: JSON.parse(loaded.default) as Zone['plans'] };
    // Code that has run before takes a fraction of the time, and this is the dearest press of all.
    if (zone) readNumber('+12025550123', '', undefined, zone);
    return zone;
  } catch {
    return undefined;
  }
}
