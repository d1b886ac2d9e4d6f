/** Starts the authenticator: its language, its clock, the link it was opened with, and its installation. */
import { languageOf } from '../settings.js';
import { App } from './app.js';
import { createAuthenticator } from './client.js';
import { install } from './install.js';
import { indexedDbKeys } from './keys.js';
import { Stage } from './stage.js';

/** How often the server is asked while somebody looks. */
const everyMs = 2000;

const root = document.getElementById('page');
if (!root) throw new Error('The page has no place to draw in.');

const query = new URLSearchParams(location.search);
const asked = query.get('lang');
const language = languageOf(asked === 'ja' || asked === 'en' ? asked : 'auto', navigator.languages);
document.documentElement.lang = language;
// A page that holds the app in a frame may have colours of its own.
const theme = query.get('theme');
if (theme === 'light' || theme === 'dark') document.documentElement.style.colorScheme = theme;

const now = (): number => Date.now();
const stage = new Stage(root);
const app = new App({
  authenticator: createAuthenticator({
    fetch: (address, init) => fetch(address, init),
    keys: indexedDbKeys(indexedDB),
    now,
  }),
  language,
  now,
  draw: (view) => stage.draw(view),
});

/** The code of a link is taken out of the address at once: it stays in no history and on no screen. */
function followLink(): void {
  if (!location.hash) return;
  const link = location.href;
  history.replaceState(null, '', location.pathname + location.search);
  app.follow(link);
}

addEventListener('hashchange', followLink);
document.addEventListener('visibilitychange', () => {
  if (!document.hidden) void app.glance();
});
setInterval(() => app.tick(), 1000);
setInterval(() => {
  if (!document.hidden) void app.glance();
}, everyMs);

followLink();
await app.start();
await install();
