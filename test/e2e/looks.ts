/** What can be measured of a page's looks: what axe finds, and what reaches out of a narrow window. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import type { Person } from './person.js';

/** Named, since what axe does by default leaves half of them out (R91). */
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

export const narrow = { width: 320, height: 640 };
/** So high that the bar at the foot of the demo lies over nothing, which axe would take for targets too small. */
export const wide = { width: 1280, height: 1200 };

export async function axeFinds(page: Page): Promise<readonly string[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode().options({
    runOnly: { type: 'tag', values: tags },
    rules: { 'target-size': { enabled: true } },
    resultTypes: ['violations'],
  });
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} at ${target.flat().join(' ')}`));
}

/** How much wider the content is than the page, and which boxes of the wizard reach out of it, on either side. */
export function overflow(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const card = document.querySelector('security-info-wizard')?.shadowRoot?.querySelector('[part=card]');
    const wide = [...(card?.querySelectorAll('*') ?? [])].filter((box) => {
      const { left, right, width } = box.getBoundingClientRect();
      return width > 1 && (left < -0.5 || right > clientWidth + 0.5);
    });
    const boxes = wide.map((box) => `${box.localName} ${(box as HTMLElement).innerText ?? ''}`.trim());
    return scrollWidth > clientWidth ? [`${scrollWidth} px wide`, ...boxes] : boxes;
  });
}

/** Looks at every page that the person comes to from now on; answers what is found, page by page. */
export function watchLooks(person: Person, more?: () => Promise<readonly string[]>): readonly string[] {
  const { page } = person;
  const found: string[] = [];
  person.onPage = async (title) => {
    await page.setViewportSize(wide);
    const inWide = [...(await axeFinds(page)), ...((await more?.()) ?? [])];
    await page.setViewportSize(narrow);
    for (const finding of [...inWide, ...(await overflow(page))]) found.push(`${title}: ${finding}`);
  };
  return found;
}
