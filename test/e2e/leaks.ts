/** Where a secret must never stand (R44): every place of a page that outlives its step, or that others read along. */
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';

/** What the page keeps, shows outside its text, or has written down, each with its place. */
export async function placesOf(page: Page): Promise<readonly string[]> {
  const inPage = await page.evaluate(async () => {
    const attributes: string[] = [];
    // The phone beside it shows codes, as phones do; all else is the host and the wizard.
    const roots: ParentNode[] = [...document.querySelectorAll('head, main')];
    for (const root of roots) {
      for (const element of root.querySelectorAll('*')) {
        for (const { name, value } of element.attributes) {
          // A drawing is long rows of digits, in which any six may stand by chance.
          if (name !== 'd') attributes.push(`${element.localName}[${name}]: ${value}`);
        }
        if (element.shadowRoot) roots.push(element.shadowRoot);
      }
    }
    const stored = [localStorage, sessionStorage].flatMap((storage) => Object.entries(storage).map(String));
    return [
      ...attributes,
      ...stored.map((entry) => `storage: ${entry}`),
      ...(await indexedDB.databases()).map(({ name }) => `database: ${name}`),
      ...(await caches.keys()).map((name) => `cache: ${name}`),
      `address: ${location.href}`,
      `title: ${document.title}`,
      `name: ${window.name}`,
      `cookie: ${document.cookie}`,
      `history: ${JSON.stringify(history.state)}`,
      ...performance.getEntries().map(({ entryType, name }) => `${entryType}: ${name}`),
    ];
  });
  const cookies = await page.context().cookies();
  return [...inPage, ...cookies.map(({ name, value }) => `cookie: ${name}=${value}`)];
}

/** A secret also leaks in groups, in another case, or inside an address. */
export function assertFreeOf(places: readonly string[], secrets: readonly string[], where: string): void {
  const bare = (text: string): string => text.replace(/[\s%-]/g, '').toLowerCase();
  const found = places.filter((place) => secrets.some((secret) => bare(place).includes(bare(secret))));
  assert.deepEqual(found, [], where);
}
