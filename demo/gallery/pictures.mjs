// Takes a picture of every specimen of the gallery, in both colours, languages and widths: `npm run pictures -- <folder>`.
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { argv, exit, stderr, stdout } from 'node:process';
import { chromium } from 'playwright-core';
import { chromiumArgs, needBrowser } from '../../test/browsers/find-browser.mjs';
import { serve } from '../serve.mjs';

/** What the address of the gallery is asked for; a setting that is given takes the place of its row. */
const looks = { theme: ['light', 'dark'], lang: ['en', 'ja'], width: ['320', '440'] };

const [folder, ...given] = argv.slice(2);
if (!folder || given.some((one) => !one.includes('='))) {
  stderr.write('npm run pictures -- <folder> [theme=dark] [lang=ja] [width=wide] [dir=rtl] [only=phone/code]\n');
  exit(2);
}
const asked = { ...looks, ...Object.fromEntries(given.map((one) => one.split('=', 2)).map(([k, v]) => [k, [v]])) };
const combinations = Object.entries(asked).reduce(
  (before, [name, values]) => before.flatMap((one) => values.map((value) => ({ ...one, [name]: value }))),
  [{}],
);

const { path: executablePath } = await needBrowser('chromium');
const browser = await chromium.launch({ executablePath, args: chromiumArgs });
const demo = await serve({ port: 0 });
try {
  for (const look of combinations) await photograph(look);
} finally {
  await browser.close();
  await demo.close();
}

async function photograph({ only = '', ...look }) {
  // Small, since every picture is painted with all that is in sight.
  const viewport = { width: look.theme === 'both' || look.width === 'wide' ? 1024 : 512, height: 768 };
  const page = await browser.newPage({ viewport, reducedMotion: 'reduce' });
  await page.goto(`${demo.url}gallery?${new URLSearchParams({ ...look, only })}`);
  await page.locator('.specimen').first().waitFor();
  // It would lie over the pictures.
  await page.locator('.head').evaluate((head) => head.style.setProperty('position', 'static'));
  const into = path.join(folder, Object.values(look).join('-'));
  await mkdir(into, { recursive: true });
  let taken = 0;
  for (const specimen of await page.locator('.specimen').all()) {
    const id = await specimen.getAttribute('id');
    await specimen.scrollIntoViewIfNeeded();
    await specimen.locator('[data-stands], [data-missing]').waitFor();
    await specimen.locator('.stages').screenshot({ path: path.join(into, `${id.replaceAll('/', '.')}.png`) });
    taken += 1;
  }
  await page.close();
  stdout.write(`${into}: ${taken} pictures\n`);
}
