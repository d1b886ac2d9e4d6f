/** Whatever the backend refuses with, the page says so in words, ties them to their place, and has a way on (R81, R82). */
import { expect } from '@open-wc/testing';
import { nameOfButton, present, textOf } from '../wizard/reading.js';
import type { WizardPage } from '../wizard/wizard-page.js';
import { Drawn } from './drawn.js';
import { lookOf, type Stop } from '../../demo/gallery/methods/explore.js';
import { kinds, methodOf, representatives, type Method } from '../../demo/gallery/methods/every-method.js';

/** One page for each refusal that is told in its own way. */
function refused({ stops }: Method): readonly Stop[] {
  return representatives(
    stops.filter(({ frame }) => frame.problem !== undefined),
    (stop) => lookOf(stop, 'fault'),
  );
}

for (const kind of kinds) {
  describe(`${kind}: refusals`, function () {
    this.timeout(30_000);

    for (const lang of ['en', 'ja'])
      it(`are put into words in ${lang}`, async () => {
        const method = await methodOf(kind);
        expect(refused(method)).not.to.be.empty;
        expect(
          await oddAt(method, refused(method), lang, (page, stop) => wordsMissing(page, stop, lang)),
        ).to.deep.equal([]);
      });

    it('that belong to a field stand at it, and mark it', async () => {
      const method = await methodOf(kind);
      const atField = refused(method).filter(({ frame }) => frame.problem?.field !== undefined);
      expect(await oddAt(method, atField, 'en', unmarked)).to.deep.equal([]);
    });

    it('leave a button that can be pressed', async () => {
      const method = await methodOf(kind);
      const settled = refused(method).filter(({ frame }) => frame.busy === undefined);
      const stuck = (page: WizardPage): string | undefined => (waysOn(page).length > 0 ? undefined : 'no way on');
      expect(await oddAt(method, settled, 'en', stuck)).to.deep.equal([]);
    });

    it('tell a few tries that are left, and a time to come back', async () => {
      const method = await methodOf(kind);
      const tellings = [
        [/"attemptsLeft":1\b/, /1 try left/],
        [/"retryAfter":900000\b/, /15 minutes/],
      ] as const;
      const drawn = await Drawn.open(method, method.stops[0]);
      for (const [what, told] of tellings) {
        const stop = find(refused(method), what);
        if (!stop) continue;
        await drawn.show(stop);
        expect(drawn.page.problem()).to.match(told);
      }
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
  return buttons
    .filter((button) => button.getAttribute('aria-disabled') !== 'true' && !button.disabled)
    .map(nameOfButton);
}

function find(stops: readonly Stop[], what: RegExp): Stop | undefined {
  return stops.find(({ frame }) => what.test(JSON.stringify(frame.problem)));
}
