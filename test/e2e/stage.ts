/** Where end-to-end tests play: the demo on its server, one browser, and for each test a page whose every complaint fails it. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { chromium, type BrowserContext, type BrowserContextOptions, type Page } from 'playwright-core';
import type { ScenarioId } from '../../demo/scenarios.js';
import { serve } from '../../demo/serve.mjs';
import { chromiumArgs, needBrowser } from '../browsers/find-browser.mjs';
import { Person } from './person.js';
import { words, type Language, type Words } from './words.js';

export interface Wishes<P extends Person = Person> extends BrowserContextOptions {
  /** The language of the person's browser; the page follows it. */
  readonly lang?: Language;
  /** What the demo's organisation asks for, or what goes wrong there; an app and a phone where it is left out. */
  readonly scenario?: ScenarioId;
  /** The demo's backend and phone survive a reload. */
  readonly keep?: true;
  /** A page other than the demo's. */
  readonly address?: string;
  /** The server is ended and started again under the page, which the browser has to say something about. */
  readonly isRestarted?: true;
  /** Who plays; somebody with a mouse where it is left out. */
  readonly as?: new (page: Page, words: Words) => P;
}

/** What happened in the browser, apart from what was seen. */
export interface Trace {
  /** Errors, exceptions, and whatever the content policy stopped. */
  readonly problems: string[];
  /** Everything that was logged. */
  readonly log: string[];
  /** The wizard's events with what they carry, as `siw-page {…}`. */
  readonly events: string[];
  /** Addresses and bodies of what was asked for. */
  readonly requests: string[];
}

/** For `describe`: mostly people wait for answers, so several can share a core. */
export const together = { concurrency: 3 };

const { path: executablePath } = await needBrowser('chromium');
// Not in a hook: what a test file sets up for itself may need them.
const [demo, browser] = await Promise.all([
  serve({ port: 0 }),
  chromium.launch({ executablePath, args: chromiumArgs }),
]);

after(async () => {
  await browser.close();
  await demo.close();
});

/** The demo's address, ending with a slash. */
export const demoUrl = demo.url;

/** What it sends along with every answer. */
export const policy = (await fetch(demo.url)).headers.get('content-security-policy') ?? '';

/** A test with one person in a browser of their own. */
export function play<P extends Person = Person>(
  name: string,
  { lang = 'en', scenario = 'totp-phone', keep, address, as, isRestarted, ...options }: Wishes<P>,
  act: (person: P, trace: Trace) => Promise<void>,
): void {
  test(name, { timeout: isRestarted ? 600_000 : 240_000 }, async () => {
    const context = await browser.newContext({ locale: lang, reducedMotion: 'reduce', ...options });
    const trace = await watch(context);
    try {
      context.setDefaultTimeout(30_000);
      const page = await context.newPage();
      await page.goto(address ?? `${demoUrl}?scenario=${scenario}${keep ? '&keep=' : ''}`);
      // Whoever leaves out `as` asks for no other kind of person.
      const Player = as ?? (Person as unknown as NonNullable<typeof as>);
      await act(new Player(page, words[lang]), trace);
      const ofTheWay = /net::ERR_|the server responded with a status of (4|503)/;
      assert.deepEqual(
        trace.problems.filter((problem) => !(isRestarted && ofTheWay.test(problem))),
        [],
      );
    } catch (error) {
      // They are often the reason.
      for (const problem of trace.problems) console.error(problem);
      throw error;
    } finally {
      await context.close();
    }
  });
}

async function watch(context: BrowserContext): Promise<Trace> {
  const trace: Trace = { problems: [], log: [], events: [], requests: [] };
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sourceFile }) => {
      console.error(`stopped by the policy: ${effectiveDirective} ${blockedURI} ${sourceFile}`);
    });
    // They do not bubble, but whoever stands above sees them come.
    for (const type of [
      'ready',
      'page',
      'registered',
      'complete',
      'skip',
      'reauth',
      'human-check',
      'redirect',
      'error',
      'switch-account',
    ])
      addEventListener(`siw-${type}`, (event) => console.debug(event.type, JSON.stringify(event)), { capture: true });
  });
  context.on('console', (message) => {
    const text = message.text();
    if (text.startsWith('siw-')) trace.events.push(text);
    else trace.log.push(text);
    if (message.type() === 'error' || message.type() === 'warning') trace.problems.push(text);
  });
  context.on('weberror', (error) => trace.problems.push(error.error().message));
  context.on('request', (request) => trace.requests.push(`${request.url()} ${request.postData() ?? ''}`.trim()));
  return trace;
}
