/** One cold visit: a browser context of its own, with the processor and the network of a profile. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Browser, CDPSession, Page } from 'playwright-core';
import type { Quiet } from './quiet.js';
import type { Site } from './site.js';

export interface Profile {
  readonly viewport: { readonly width: number; readonly height: number };
  /** How many times slower the processor is. */
  readonly slowdown: number;
  /** Pages do not fade in: what is transparent is not seen to move. */
  readonly isStill?: true;
  /** Milliseconds per request, and bits per second. Absent: as fast as it goes. */
  readonly network?: { readonly latency: number; readonly down: number; readonly up: number };
}

const phone = { width: 412, height: 823 };

/** `mobile` is a cheap telephone in a slow 4G network, as the tools of Chromium put it. */
export const profiles = {
  desktop: { viewport: { width: 1280, height: 800 }, slowdown: 1 },
  still: { viewport: phone, slowdown: 1, isStill: true },
  slow: { viewport: phone, slowdown: 4 },
  mobile: {
    viewport: phone,
    slowdown: 4,
    network: { latency: 562.5, down: 1.6 * 1024 * 1024 * 0.9, up: 750 * 1024 * 0.9 },
  },
} as const satisfies Readonly<Record<string, Profile>>;

export interface Visit {
  readonly page: Page;
  readonly devTools: CDPSession;
  /** Addresses elsewhere that were asked. */
  readonly strangers: readonly string[];
}

/** Where visits are made. */
export interface Stage {
  readonly browser: Browser;
  readonly site: Site;
  readonly quiet: Quiet;
  /** Says what is behind a figure. */
  note(this: void, text: string): void;
}

/** Long enough to read a page, and for everything that is fetched meanwhile. */
export const reading = (): Promise<void> => pause(700);

/**
 * Goes to an address, hands the visit over, and forgets it. The process and the connection are there before, as for a
 * person who comes from the sign-in page; caches are empty.
 */
export async function visit<T>(
  { browser, site, quiet }: Stage,
  address: string,
  { viewport, slowdown, network, isStill }: Profile,
  look: (visit: Visit) => Promise<T>,
): Promise<T> {
  const reducedMotion = isStill ? 'reduce' : 'no-preference';
  const context = await browser.newContext({ viewport, reducedMotion, locale: 'en-US', serviceWorkers: 'block' });
  try {
    await context.addInitScript({ content: site.probe });
    const page = await context.newPage();
    const strangers: string[] = [];
    const failures: string[] = [];
    page.on('request', (request) => request.url().startsWith(site.url) || strangers.push(request.url()));
    page.on('pageerror', ({ message }) => failures.push(message));
    page.on('response', (response) => response.ok() || failures.push(`${response.status()} ${response.url()}`));
    const devTools = await context.newCDPSession(page);
    await page.goto(`${site.url}blank`);
    await quiet.wait();
    if (network) {
      const { latency, down, up } = network;
      const [downloadThroughput, uploadThroughput] = [down / 8, up / 8];
      const conditions = { offline: false, latency, downloadThroughput, uploadThroughput };
      await devTools.send('Network.emulateNetworkConditions', conditions);
    }
    await devTools.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    await page.goto(site.url + address, { waitUntil: 'commit' });
    const seen = await look({ page, devTools, strangers });
    // A page that is broken may be a fast one.
    if (failures.length) throw new Error(`/${address}: ${failures.join('; ')}`);
    return seen;
  } finally {
    await context.close();
  }
}
