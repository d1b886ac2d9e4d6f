// One launcher per browser engine, with what each needs to be trusted in tests.
import { chromeLauncher } from '@web/test-runner-chrome';
import { webdriverLauncher } from '@web/test-runner-webdriver';
import * as puppeteer from 'puppeteer-core';
import { chromiumArgs, needBrowser } from './find-browser.mjs';
import { startWebKit } from './webkit-driver.mjs';

async function chromium() {
  const browser = await needBrowser('chromium');
  return chromeLauncher({
    launchOptions: { executablePath: browser.path, args: chromiumArgs, headless: browser.shell ? 'shell' : true },
    // Several tabs at once: each must believe that it has focus, or keyboard tests wait for ever.
    async createPage({ context }) {
      const page = await context.newPage();
      const devtools = await page.createCDPSession();
      await devtools.send('Emulation.setFocusEmulationEnabled', { enabled: true });
      return page;
    },
  });
}

async function firefox() {
  const { path: executablePath } = await needBrowser('firefox');
  // One page at a time: a tab in the background never answers setViewport.
  return chromeLauncher({ puppeteer, concurrency: 1, launchOptions: { browser: 'firefox', executablePath } });
}

async function webkit() {
  const { path: driver } = await needBrowser('webkit');
  const { port } = await startWebKit(driver);
  return webdriverLauncher({
    hostname: '127.0.0.1',
    port,
    path: '/',
    capabilities: {
      browserName: 'MiniBrowser',
      timeouts: { pageLoad: 20_000, script: 20_000 },
      'wdio:enforceWebDriverClassic': true,
      'webkitgtk:browserOptions': { args: ['--automation'] },
    },
  });
}

const launchers = { chromium, firefox, webkit };

/** The engines that `ENGINES` asks for, `chromium` when it is silent. */
export const wanted = (process.env.ENGINES || 'chromium').split(',').map((name) => name.trim());

export function launch() {
  const unknown = wanted.filter((name) => !Object.hasOwn(launchers, name));
  if (unknown.length) throw new Error(`ENGINES knows ${Object.keys(launchers).join(', ')}, not ${unknown.join(', ')}`);
  return Promise.all(wanted.map((name) => launchers[name]()));
}
