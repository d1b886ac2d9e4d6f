/** Watches from inside the page: when things are painted and what stands there. In place before any script of the page. */

/** Where to press or type, in the middle of a control. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The page of the wizard that stands. */
export interface Standing {
  /** Phase, kind and page, as the wizard tells its host. */
  readonly page: string;
  readonly fields: readonly (Point & { readonly name: string; readonly isEmpty: boolean })[];
  readonly next: Point | undefined;
  readonly back: Point | undefined;
  readonly hasQr: boolean;
}

export interface FirstControl {
  readonly ms: number;
  /** Milliseconds of long tasks that began before it; what goes beyond the 50 that make a task long. */
  readonly long: number;
  readonly blocked: number;
  readonly requests: number;
}

const shell = (): ParentNode | null => document.querySelector('[data-subject]')?.shadowRoot ?? null;
const all = (selector: string): HTMLElement[] => [...(shell()?.querySelectorAll<HTMLElement>(selector) ?? [])];
const isSeen = (element: Element): boolean =>
  element.getBoundingClientRect().height > 0 &&
  element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
const seen = (selector: string): HTMLElement[] => all(selector).filter(isSeen);

/** The end of the frame that is being made: what was drawn before it is on the screen. */
function painted(): Promise<number> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => resolve(performance.now());
    port2.postMessage(undefined);
  });
}

/** The end of the first frame in which something holds. */
async function firstFrame(holds: () => boolean): Promise<number> {
  do await new Promise(requestAnimationFrame);
  while (!holds());
  return painted();
}

let [told, shift] = ['', 0];
const longTasks: PerformanceEntry[] = [];
const watch = (type: string, see: (entry: PerformanceEntry) => void): void =>
  new PerformanceObserver((list) => list.getEntries().forEach(see)).observe({ type, buffered: true });
watch('longtask', (entry) => longTasks.push(entry));
watch('layout-shift', (entry) => {
  const { value, hadRecentInput } = entry as PerformanceEntry & { value: number; hadRecentInput: boolean };
  if (!hadRecentInput) shift += value;
});
addEventListener(
  'siw-page',
  (event) => {
    const { phase, kind, page } = event as Event & Readonly<Record<string, string | undefined>>;
    told = [phase, kind, page].filter(Boolean).join('/');
  },
  true,
);

const firstControl = firstFrame(() => seen('button:enabled, input:enabled, select:enabled').length > 0);

/** Another page than this, all of it: its heading is to be seen, and so is its QR. */
const isAnother = (than: string): boolean =>
  told !== than &&
  seen('form:not([inert]) h1').length > 0 &&
  all('[part~=qr]').every((plate) => plate.firstElementChild);

function middle(element: HTMLElement | undefined): Point | undefined {
  if (!element) return undefined;
  element.scrollIntoView({ block: 'nearest' });
  const { x, y, width, height } = element.getBoundingClientRect();
  return { x: x + width / 2, y: y + height / 2 };
}

/** From the next input of this type to the end of the first frame, after it was heard, in which something holds. */
function fromInput(type: 'click' | 'input', holds: () => boolean): Promise<number> {
  let [begun, isHeard] = [0, false];
  const begin = (event: Event): void => void (begun = event.timeStamp);
  addEventListener(type === 'input' ? 'keydown' : 'click', begin, { capture: true, once: true });
  addEventListener(type, () => (isHeard = true), { capture: true, once: true });
  return firstFrame(() => isHeard && holds()).then((end) => end - begun);
}

let measuring: Promise<number> = Promise.resolve(Number.NaN);

const bench = {
  async firstControl(): Promise<FirstControl> {
    const ms = await firstControl;
    const before = (entry: PerformanceEntry): boolean => entry.startTime < ms;
    const tasks = longTasks.filter(before).map(({ duration }) => duration);
    const [long, blocked] = [0, 50].map((free) => tasks.reduce((sum, duration) => sum + duration - free, 0));
    return {
      ms,
      long: long ?? 0,
      blocked: blocked ?? 0,
      requests: 1 + performance.getEntriesByType('resource').filter(before).length,
    };
  },

  stands(): Standing {
    const fields = seen('input:enabled, select:enabled')
      .map((field) => field as HTMLInputElement)
      .flatMap((field) => ({ ...(middle(field) as Point), name: field.name, isEmpty: field.value === '' }));
    const next = middle(seen('[part~=primary-button]')[0]);
    const back = middle(seen('[part~=back-button]')[0]);
    return { page: told, fields, next, back, hasQr: all('[part~=qr] svg').length > 0 };
  },

  /** Gets ready to time what comes of the next click or key. */
  expect(what: 'page' | 'key'): void {
    const before = told;
    measuring = what === 'key' ? fromInput('input', () => true) : fromInput('click', () => isAnother(before));
  },
  measured: (): Promise<number> => measuring,

  /** Another page comes by itself. */
  async turned(): Promise<void> {
    const before = told;
    await firstFrame(() => isAnother(before));
  },

  shift: (): number => shift,

  /** All nodes of the wizard: elements, texts, and the comments that Lit marks its places with. */
  nodes(): number {
    const root = shell();
    if (!root) return Number.NaN;
    const walker = document.createTreeWalker(root);
    let count = 1;
    while (walker.nextNode()) count++;
    return count;
  },
};

declare global {
  interface Window {
    bench: typeof bench;
  }
}
window.bench = bench;
