/**
 * The gallery shows every page there is, by itself: drawn by real wizards, in silence, under the strict policy.
 * `LOOKS=all` draws every look of every page; else it is one of each.
 */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { env } from 'node:process';
import { after, before, test } from 'node:test';
import { chromium, type Browser, type Page } from 'playwright-core';
import { foreign } from '../../demo/gallery/methods/every-entry.js';
import { serve, type Served } from '../../demo/serve.mjs';
import { chromiumArgs, needBrowser } from '../browsers/find-browser.mjs';

let browser: Browser;
let demo: Served;
before(async () => {
  const found = await needBrowser('chromium');
  browser = await chromium.launch({ executablePath: found.path, args: chromiumArgs });
  demo = await serve({ port: 0 });
});
after(async () => {
  await browser.close();
  await demo.close();
});

// ── every page, as the sources name them ─────────────────────────────────────────────────────────

const src = new URL('../../src/', import.meta.url);
const sourcesIn = (folder: string): readonly string[] =>
  readdirSync(new URL(folder, src), { encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && file !== 'samples.ts')
    .map((file) => readFileSync(new URL(folder + file, src), 'utf8'));
const groups = (text: string, pattern: RegExp): readonly string[] =>
  [...text.matchAll(pattern)].map(([, ...found]) => found.join('/'));

/** The tags of the unions of the methods' states. */
function pagesOfMethods(): readonly string[] {
  const kinds = groups(sourcesIn('methods/').join('\n'), /import\('\.\/([\w-]+)\/index\.js'\)/g);
  assert.ok(kinds.length >= 2, 'there are methods');
  const ours = kinds.map((kind) => [kind, `methods/${kind}/`] as const);
  const others = foreign.map(({ card: { kind } }) => [kind, `../demo/${kind}/`] as const);
  return [...ours, ...others].flatMap(([kind, folder]) =>
    sourcesIn(folder)
      .flatMap((text) => groups(text, /readonly page: '([\w-]+)'/g))
      .map((page) => `method/${kind}/${page}`),
  );
}

/** The names that the shell's pages have: written out, or one for each interruption and each trouble. */
function pagesOfShell(): readonly string[] {
  const written = sourcesIn('wizard/pages/').flatMap((text) =>
    groups(text, /^ {4}phase: '([\w-]+)',\n(?: {4}kind:.*\n)? {4}name: '([\w-]+)',$/gm),
  );
  const runtime = sourcesIn('runtime/').join('\n');
  const wizard = sourcesIn('wizard/').join('\n');
  const interruptions = groups(runtime, /\| \{ readonly kind: '([\w-]+)'/g);
  const troubles = groups(wizard, /'trouble\.([\w-]+)\.title'/g);
  for (const found of [written, interruptions, troubles]) assert.ok(found.length >= 3, 'the sources are read');
  return [
    ...written.filter((page) => !page.startsWith('method/')),
    ...interruptions.map((kind) => `step-up/${kind}`),
    ...troubles.map((kind) => `trouble/${kind}`),
  ];
}

// ── every page, as the wizards of the gallery tell them ──────────────────────────────────────────

interface Told {
  readonly pages: string[];
  readonly focused: string[];
}

/** An open gallery that writes down what its wizards tell the host, and what takes the focus. */
async function open(query: string): Promise<{ readonly page: Page; readonly complaints: readonly string[] }> {
  const context = await browser.newContext({ reducedMotion: 'reduce' });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.addInitScript(() => {
    const told: Told = { pages: [], focused: [] };
    Object.assign(window, { told });
    document.addEventListener(
      'siw-page',
      (event) => {
        const { phase, kind, page: name } = event as unknown as Record<'phase' | 'kind' | 'page', string | undefined>;
        told.pages.push([phase, kind, name].filter(Boolean).join('/'));
      },
      true,
    );
    document.addEventListener('focusin', ({ target }) => told.focused.push((target as Element).localName), true);
  });
  await page.goto(`${demo.url}gallery${query}`);
  await page.locator('.specimen').first().waitFor();
  return { page, complaints };
}

const toldOn = (page: Page): Promise<Told> => page.evaluate(() => (window as unknown as { readonly told: Told }).told);

/** In the page: specimens that are empty, or that break what holds on every page. */
function oddities(): readonly string[] {
  return [...document.querySelectorAll('.specimen')].flatMap((specimen) => {
    const root = specimen.querySelector('security-info-wizard')?.shadowRoot;
    const headings = [...(root?.querySelectorAll('h1') ?? [])].filter((one) => one.getClientRects().length > 0);
    const form = root?.querySelector('form:not([hidden])');
    const back = form?.querySelector('.siw-buttons > .siw-plain');
    const inset = back && form ? back.getBoundingClientRect().left - form.getBoundingClientRect().left : 0;
    return [
      ...(headings.length === 1 && headings[0]?.textContent?.trim() ? [] : [`${String(headings.length)} headings`]),
      // Its text starts where all others do; the room around it is only seen under the pointer.
      ...(Math.abs(inset) <= 16 ? [] : ['Back does not stand at the start']),
    ].map((what) => `${specimen.id}: ${what}`);
  });
}

async function walkPast(page: Page): Promise<void> {
  for (const specimen of await page.locator('.specimen').elementHandles()) await specimen.scrollIntoViewIfNeeded();
  await page.waitForFunction(() => !document.querySelector('.stages:not([data-stands], [data-missing])'), undefined, {
    timeout: 120_000,
  });
}

// Every look of every method is walked by the suites over all methods; here it is the gallery that is tried.
const looks = env['LOOKS'] === 'all' ? '' : '?looks=one';

test('every page of every method and of the shell hangs there, in silence and with nothing to complain of', async () => {
  const { page, complaints } = await open(looks);
  const total = await page.locator('.specimen').count();
  assert.ok((await page.locator('[data-stands]').count()) < total, 'only what is in sight is drawn');
  await walkPast(page);
  const { pages, focused } = await toldOn(page);
  const missing = [...pagesOfMethods(), ...pagesOfShell()].filter((name) => !pages.includes(name));
  assert.deepEqual([...new Set(missing)], []);
  for (const waiting of ['wizard/loading', 'wizard/opening'])
    assert.ok(await page.locator(`[data-stands="${waiting}"]`).count(), waiting);
  assert.deepEqual(await page.evaluate(oddities), []);
  assert.deepEqual(focused, [], 'no specimen takes the focus');
  assert.equal(await page.locator('.stage:not([inert])').count(), 0, 'none is read out');
  assert.deepEqual(complaints, []);
  await page.context().close();
});

test('a designer can link to one look of one state, which can then be tried', async () => {
  const { page, complaints } = await open('?lang=ja&theme=both&width=320&only=totp/registered');
  await walkPast(page);
  assert.equal(await page.locator('.specimen').count(), 1);
  const wizards = page.locator('security-info-wizard');
  assert.equal(await wizards.count(), 2, 'light and dark');
  for (const wizard of await wizards.all()) {
    assert.equal((await wizard.boundingBox())?.width, 320);
    assert.match(await wizard.getByRole('heading').innerText(), /認証アプリ/);
  }
  await page.locator('.stage:not([inert])').first().waitFor();
  assert.deepEqual(complaints, []);
  await page.context().close();
});

test('a language from right to left is shown as a host would bring it', async () => {
  const { page, complaints } = await open('?dir=rtl&only=phone/number');
  const wizard = page.locator('security-info-wizard').first();
  await wizard.getByRole('heading').waitFor();
  assert.equal(await wizard.locator('.siw-frame').getAttribute('dir'), 'rtl');
  await page.locator('select[name=dir]').selectOption('ltr');
  await page.locator('security-info-wizard .siw-frame[dir=ltr]').first().waitFor();
  assert.doesNotMatch(page.url(), /dir=/);
  assert.deepEqual(complaints, []);
  await page.context().close();
});
