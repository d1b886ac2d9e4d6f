/** The one way off the page: by the person's own press, past the host, and only to where it is secure (R56). */
import { SiwRedirectEvent } from './host-events.js';
import type { Shell } from './shell.js';

/** Tells the host, and goes there unless that goes in another way. */
export function leave(url: string, shell: Shell): void {
  if (url.startsWith('https://') && shell.fire(new SiwRedirectEvent(url))) location.assign(url);
}
