/** Goes through the wizard as a person does, pressing what is there to press, and times every page that comes of it. */
import type { Page } from 'playwright-core';
import type { Point, Standing } from './page/probe.js';
import { reading } from './visit.js';

export interface Change {
  readonly from: string;
  readonly to: string;
  readonly hasQr: boolean;
  readonly ms: number;
}

export interface Walk {
  readonly changes: readonly Change[];
  /** Milliseconds of each key in the phone field. */
  readonly keys: readonly number[];
  /** DOM nodes of the page where a number is asked for. */
  readonly nodes: number;
}

/** What is typed into a field of this name. The number names its own country, so the list has to follow while it is typed. */
const typed: Readonly<Record<string, string>> = { code: '123456', number: '+81 90-1234-5678' };
const isTimed = (name: string): boolean => name === 'number';
/** More pages than any passage has: a walk in a circle is a defect. */
const most = 40;

export async function walk(page: Page): Promise<Walk> {
  const changes: Change[] = [];
  const keys: number[] = [];
  const gone = new Set<string>();
  let nodes = Number.NaN;
  const press = async (from: string, point: Point): Promise<void> => {
    const ms = await pressed(page, point);
    const { page: to, hasQr } = await stands(page);
    changes.push({ from, to, hasQr, ms });
  };

  await page.evaluate(() => window.bench.firstControl());
  while (changes.length < most) {
    await reading();
    const here = await stands(page);
    if (here.page.startsWith('summary')) return { changes, keys, nodes };
    if (here.fields.some(({ name }) => isTimed(name)) && Number.isNaN(nodes))
      nodes = await page.evaluate(() => window.bench.nodes());
    if (here.back && !gone.has(here.page)) {
      // Back once from every page that lets one, and on again.
      gone.add(here.page);
      await press(here.page, here.back);
      continue;
    }
    for (const { name, isEmpty, ...point } of here.fields)
      if (isEmpty) keys.push(...(await fill(page, point, typed[name] ?? '', isTimed(name))));
    const { next } = await stands(page);
    if (next) await press(here.page, next);
    else await page.evaluate(() => window.bench.turned());
  }
  throw new Error(`No end after ${most} pages: ${changes.map(({ to }) => to).join(', ')}`);
}

const stands = (page: Page): Promise<Standing> => page.evaluate(() => window.bench.stands());

async function pressed(page: Page, { x, y }: Point): Promise<number> {
  await page.mouse.move(x, y);
  await page.evaluate(() => window.bench.expect('page'));
  await page.mouse.click(x, y);
  return page.evaluate(() => window.bench.measured());
}

async function fill(page: Page, { x, y }: Point, text: string, isTimed: boolean): Promise<readonly number[]> {
  await page.mouse.click(x, y);
  const keys: number[] = [];
  for (const key of text) {
    await page.evaluate(() => window.bench.expect('key'));
    await page.keyboard.press(key);
    keys.push(await page.evaluate(() => window.bench.measured()));
  }
  return isTimed ? keys : [];
}
