/** Whatever the backend refuses with, the page says so in words, ties them to their place, and has a way on (R81, R82). */
import { expect } from '@open-wc/testing';
import { nameOfButton, present, textOf, type WizardPage } from '../wizard/wizard-page.js';
import { Drawn } from './drawn.js';
import type { Stop } from './explore.js';
import { lookOf } from './explore.js';
import { methods, representatives, type Method } from './methods.js';

for (const method of methods) {
  describe(`${method.kind}: refusals`, () => {
    const wrong = method.stops.filter(({ frame }) => frame.problem !== undefined);
    const stops = representatives(wrong, (stop) => lookOf(stop, 'fault'));

    for (const lang of ['en', 'ja'])
      it(`are put into words, ${String(stops.length)} pages in ${lang}`, async function () {
        this.timeout(20_000);
        expect(await oddAt(method, stops, lang, (page, stop) => wordsMissing(page, stop, lang))).to.deep.equal([]);
      });

    it('that belong to a field stand at it, and mark it', async function () {
      this.timeout(20_000);
      const atField = stops.filter(({ frame }) => frame.problem?.field !== undefined);
      expect(await oddAt(method, atField, 'en', unmarked)).to.deep.equal([]);
    });

    it('leave a button that can be pressed', async function () {
      this.timeout(20_000);
      const settled = stops.filter(({ frame }) => frame.busy === undefined);
      expect(await oddAt(method, settled, 'en', (page) => (waysOn(page).length > 0 ? undefined : 'no way on'))).to.deep.equal([]);
    });

    it('tell a few tries that are left, and a time to come back', async () => {
      const few = present(find(stops, /"attemptsLeft":[123]\b/) ?? stops[0], 'stop');
      const drawn = await Drawn.open(method, few);
      if (/attemptsLeft/.test(JSON.stringify(few.frame.problem))) expect(drawn.page.problem()).to.match(/[123] (try|tries) left/);
      const later = find(stops, /"retryAfter":90000/);
      if (!later) return;
      await drawn.show(later);
      expect(drawn.page.problem()).to.match(/2 minutes/);
    });
  });
}

async function oddAt(
  method: Method,
  stops: readonly Stop[],
  lang: string,
  oddityOf: (page: WizardPage, stop: Stop) => string | undefined,
): Promise<readonly string[]> {
  const drawn = await Drawn.open(method, method.stops[0], { lang });
  const odd = new Set<string>();
  for (const stop of stops) {
    await drawn.show(stop);
    const what = oddityOf(drawn.page, stop);
    if (what !== undefined) odd.add(`${stop.state.page} ${JSON.stringify(stop.frame.problem)}: ${what}`);
  }
  return [...odd];
}

function wordsMissing(page: WizardPage, { frame }: Stop, lang: string): string | undefined {
  const words = page.problem();
  if (words.length < 3) return `only “${words}”`;
  const code = frame.problem && 'fault' in frame.problem ? frame.problem.fault.code : undefined;
  if (code?.includes('_') && words.includes(code)) return `the bare code in “${words}”`;
  if (/\{|undefined|fault\./.test(words)) return `a gap in “${words}”`;
  return lang === 'ja' && !/[\u3040-\u30ff\u4e00-\u9fff]/.test(words) ? `not Japanese: “${words}”` : undefined;
}

function unmarked(page: WizardPage, { frame }: Stop): string | undefined {
  const name = present(frame.problem?.field, 'field');
  const control = page.form()?.querySelector<HTMLElement>(`[name="${name}"]`);
  if (!control) return `no field ${name}`;
  if (control.getAttribute('aria-invalid') !== 'true') return 'not aria-invalid';
  const described = control.getAttribute('aria-describedby')?.split(' ') ?? [];
  const told = described.map((id) => textOf(page.root.getElementById(id)));
  return told.includes(page.problem()) ? undefined : 'its words are not tied to it';
}

function waysOn(page: WizardPage): readonly string[] {
  const buttons = [...(page.form()?.querySelectorAll('button') ?? [])];
  return buttons.filter((button) => button.getAttribute('aria-disabled') !== 'true' && !button.disabled).map(nameOfButton);
}

function find(stops: readonly Stop[], what: RegExp): Stop | undefined {
  return stops.find(({ frame }) => what.test(JSON.stringify(frame.problem)));
}
