/** The one way off the page: by the person's own press, past the host, and only to where it is secure. */
import { Fact } from './events.js';
import type { Shell } from './shell.js';

/** The person is about to leave for `url` (https only). Prevent the default to navigate in another way. */
export class SiwRedirectEvent extends Fact {
  declare readonly type: 'siw-redirect';
  declare readonly url: string;
  constructor(url: string) {
    super('siw-redirect', { url }, { cancelable: true });
  }
}

/** Tells the host, and goes there unless that goes in another way. */
export function leave(url: string, shell: Shell): void {
  if (url.startsWith('https://') && shell.fire(new SiwRedirectEvent(url))) location.assign(url);
}
