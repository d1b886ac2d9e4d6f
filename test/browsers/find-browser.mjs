// Finds a browser to test in, on any machine: what is named, what is installed, what npm brought, what apt can bring.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { homedir, platform } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';

const isRoot = process.getuid?.() === 0;

/**
 * What a full Chromium does beside the page. It draws the list under its address bar with pages of its own in every new
 * window, which takes more of the processor than our page. The list replaces the one that Playwright gives, so what keeps
 * the tests the same everywhere is here once more.
 */
const notWanted = [
  ...['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup', 'AimEnabled', 'LensOverlay', 'MediaRouter', 'OptimizationHints'],
  ...['PreconnectToSearch', 'NetworkTimeServiceQuerying', 'HttpsUpgrades', 'HttpsFirstBalancedModeAutoEnable'],
  ...['PaintHolding', 'DestroyProfileOnBrowserClose', 'AvoidUnnecessaryBeforeUnloadCheckSync'],
];

/** Flags for containers and closed networks: no sandbox where it cannot work, no calls home, the same colours everywhere. */
export const chromiumArgs = [
  `--disable-features=${notWanted.join(',')}`,
  ...(isRoot || process.env.CI ? ['--no-sandbox'] : []),
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-dev-shm-usage',
  '--disable-gpu',
  '--disable-quic',
  '--disable-sync',
  '--force-color-profile=srgb',
  '--no-first-run',
];

const windowsRoots = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'];

/** Per engine: the variables that name it, its names on PATH, its places elsewhere, and its Debian packages. */
const engines = {
  chromium: {
    variables: ['SIW_CHROMIUM', 'CHROME_PATH', 'PUPPETEER_EXECUTABLE_PATH'],
    names: ['chromium', 'google-chrome-stable', 'google-chrome', 'chromium-browser', 'microsoft-edge-stable'],
    places: [
      ...['Google Chrome', 'Chromium', 'Microsoft Edge'].map((app) => `/Applications/${app}.app/Contents/MacOS/${app}`),
      ...windowsRoots.flatMap((root) => [
        path.join(process.env[root] ?? '', 'Google/Chrome/Application/chrome.exe'),
        path.join(process.env[root] ?? '', 'Microsoft/Edge/Application/msedge.exe'),
      ]),
    ],
    packages: ['chromium'],
  },
  firefox: {
    variables: ['SIW_FIREFOX'],
    names: ['firefox-esr', 'firefox'],
    places: ['/Applications/Firefox.app/Contents/MacOS/firefox'],
    packages: ['firefox-esr'],
  },
  webkit: {
    variables: ['SIW_WEBKIT_DRIVER'],
    names: ['WebKitWebDriver'],
    places: [],
    // Of no use without a screen.
    screen: 'Xvfb',
    packages: ['webkit2gtk-driver', 'xvfb'],
  },
};

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function onPath(name) {
  const file = platform() === 'win32' ? `${name}.exe` : name;
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean);
  return folders.map((folder) => path.join(folder, file)).find(isExecutable);
}

/** A wrong path in a variable is a mistake to tell, not to work around. */
function named({ variables }) {
  const variable = variables.find((name) => process.env[name]);
  if (!variable) return undefined;
  const file = process.env[variable];
  if (!isExecutable(file)) throw new Error(`${variable}=${file} is not an executable file`);
  return { path: file, how: variable };
}

function installed({ names, places, screen }) {
  if (screen && !process.env.DISPLAY && !onPath(screen)) return undefined;
  const file = names.map(onPath).find(Boolean) ?? places.filter(path.isAbsolute).find(isExecutable);
  return file && { path: file, how: 'installed' };
}

/** What Playwright once downloaded, the newest first. */
function cached() {
  const roots = [
    process.env.PLAYWRIGHT_BROWSERS_PATH,
    path.join(homedir(), '.cache/ms-playwright'),
    path.join(homedir(), 'Library/Caches/ms-playwright'),
  ];
  const files = ['chrome-linux/chrome', 'chrome-linux64/chrome', 'chrome-mac/Chromium.app/Contents/MacOS/Chromium'];
  for (const root of roots.filter((folder) => folder && existsSync(folder))) {
    const builds = readdirSync(root).filter((name) => /^chromium-\d+$/.test(name));
    for (const build of builds.sort((a, b) => Number(b.slice(9)) - Number(a.slice(9)))) {
      const file = files.map((name) => path.join(root, build, name)).find(isExecutable);
      if (file) return { path: file, how: 'downloaded earlier' };
    }
  }
  return undefined;
}

/** A headless Chromium that lies inside an npm package, so that `npm ci` alone is enough on Linux. */
async function packaged() {
  if (platform() !== 'linux' || process.arch !== 'x64') return undefined;
  const { default: chromium } = await import('@sparticuz/chromium');
  return { path: await chromium.executablePath(), how: 'npm package', shell: true };
}

function byApt({ names, packages }) {
  const allowed = process.env.SIW_APT === '1' || (process.env.SIW_APT !== '0' && Boolean(process.env.CI));
  if (!allowed || !isRoot || !onPath('apt-get')) return undefined;
  const options = {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  };
  const apt = (...args) => spawnSync('apt-get', ['-qq', ...args], options).status === 0;
  if (!apt('update') || !apt('install', '-y', '--no-install-recommends', ...packages)) return undefined;
  const file = names.map(onPath).find(Boolean);
  return file && { path: file, how: 'apt-get' };
}

/** What somebody has put on this machine: `{ path, how }`, or `undefined`. */
export function installedBrowser(engine) {
  return named(engines[engine]) ?? installed(engines[engine]);
}

/** `{ path, how, shell? }`, or `undefined` when this machine has no such browser and none may be installed. */
export async function findBrowser(engine = 'chromium') {
  const row = engines[engine];
  const here = installedBrowser(engine);
  if (here) return here;
  const brought = engine === 'chromium' ? (cached() ?? (await packaged())) : undefined;
  return brought ?? byApt(row);
}

/** The same, or an error that says what to do. */
export async function needBrowser(engine = 'chromium') {
  const found = await findBrowser(engine);
  if (found) return found;
  const { packages, variables } = engines[engine];
  throw new Error(`No ${engine} found: install it (Debian: ${packages.join(' ')}) or set ${variables[0]} to its path.`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  for (const engine of Object.keys(engines)) {
    console.log(engine.padEnd(9), JSON.stringify((await findBrowser(engine)) ?? 'none'));
  }
}
