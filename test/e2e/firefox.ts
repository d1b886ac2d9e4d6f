/** Firefox by puppeteer, which speaks WebDriver BiDi to it. */
import assert from 'node:assert/strict';
import { launch, type ElementHandle } from 'puppeteer-core';
import { needBrowser } from '../browsers/find-browser.mjs';
import { find, type Engine } from './engine.js';

export async function firefox(): Promise<Engine> {
  const browser = await launch({ browser: 'firefox', executablePath: (await needBrowser('firefox')).path });
  const page = await browser.newPage();
  await page.setViewport({ width: 1280, height: 1000 });
  const look = async (selector: string, words: string): Promise<ElementHandle | null> =>
    // Only elements are looked for.
    (await page.evaluateHandle(find, selector, words)).asElement() as ElementHandle | null;
  const element = async (selector: string, words: string): Promise<ElementHandle> => {
    const found = await look(selector, words);
    assert.ok(found, `${selector} ${words}`);
    return found;
  };
  return {
    version: await browser.version(),
    open: async (url) => void (await page.goto(url)),
    sees: async (...wanted) => (await look(...wanted)) !== null,
    click: async (...wanted) => (await element(...wanted)).click(),
    async type(selector, words, text) {
      await (await element(selector, words)).click({ count: 3 });
      await page.keyboard.type(text);
    },
    picture: async (...wanted) => Buffer.from(await (await element(...wanted)).screenshot()),
    run: (act, word = '') => page.evaluate(act, word),
    close: () => browser.close(),
  };
}
