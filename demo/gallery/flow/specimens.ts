/** Every look of every page of the shell, each brought about as it would come about: by pressing and by answering. */
import type { SecurityInfoWizard } from '../../../src/index.js';
import { identityOf } from '../../../src/wizard/page.js';
import type { Method } from '../methods/every-method.js';
import { until, type Unplaced } from '../specimen.js';
import { Standing } from '../standing.js';
import type { Waits } from '../still-time.js';
import { Stage } from './stage.js';
import type { Step } from './steps.js';
import { walk, type Found } from './walk.js';

export async function shellSpecimens(methods: readonly Method[], waits: Waits): Promise<readonly Unplaced[]> {
  const found = await walk(methods);
  const reached = found.map((one) => ({
    group: 'wizard',
    page: pageOf(one),
    state: one.path.map(wordsOf).filter(Boolean).join(' › '),
    prepare: (wizard: SecurityInfoWizard) => prepare(wizard, one, new Stage(methods), waits),
  }));
  return [...reached, withoutAdapter];
}

/** The one page that no backend leads to: there is none. */
const withoutAdapter: Unplaced = {
  group: 'wizard',
  page: 'trouble/no-adapter',
  state: 'the host sets no adapter',
  async prepare(wizard) {
    const standing = new Standing(wizard);
    return () => until(() => standing.page === 'trouble//no-adapter', 'a page without an adapter');
  },
};

/** What a method draws on it is shown with the method. */
function pageOf({ page }: Found): string {
  if (!page) return 'loading';
  if (page.phase === 'method') return page.isPassing ? 'opening' : 'method';
  return page.phase === page.name ? page.phase : `${page.phase}/${page.name}`;
}

function wordsOf(step: Step): string {
  switch (step.type) {
    case 'pressed':
      return step.label;
    case 'answered':
      return Number.isNaN(Number(step.name)) ? step.name : `${step.call} answered`;
    case 'refused':
      return `${step.call} refused: ${Object.values(step.fault).map(plain).join(' ')}`;
    case 'arrived':
      return '';
    case 'waited':
      return `${step.call} takes long`;
  }
}

function plain(value: unknown): string {
  return typeof value === 'object' && value !== null ? Object.values(value).map(plain).join(' ') : String(value);
}

async function prepare(
  wizard: SecurityInfoWizard,
  found: Found,
  stage: Stage,
  waits: Waits,
): Promise<() => Promise<void>> {
  const standing = new Standing(wizard);
  wizard.methods = stage.methods;
  wizard.adapter = stage.adapter;
  const before = waits.newest;
  return async () => {
    for (const step of found.path) await perform(step, standing, stage, () => waits.pass(before));
    await until(() => isAt(found, standing), `${pageOf(found)}: ${found.path.map(wordsOf).join(' › ')}`);
  };
}

async function perform(step: Step, standing: Standing, stage: Stage, pass: () => void): Promise<void> {
  switch (step.type) {
    case 'pressed':
      await until(() => standing.page === step.on && !standing.isBusy, step.on);
      return press(step, standing);
    case 'arrived':
      return stage.arrive();
    case 'answered':
    case 'refused':
    case 'waited':
      await until(() => stage.out?.name === step.call, step.call);
      if (step.type === 'answered') return stage.answer(step.answer);
      return step.type === 'refused' ? stage.refuse(step.fault) : pass();
  }
}

function press({ button, values }: Extract<Step, { readonly type: 'pressed' }>, { form }: Standing): void {
  for (const [name, value] of Object.entries(values))
    for (const field of form?.querySelectorAll<HTMLInputElement>(`[name="${name}"]`) ?? [])
      if (field.type === 'radio') field.checked = field.value === value;
      else field.value = value;
  if (button === 'submit') return form?.requestSubmit();
  const buttons = form?.querySelectorAll<HTMLButtonElement>(
    button === 'back' ? '.siw-buttons > .siw-plain' : '.siw-links > *',
  );
  buttons?.[button === 'back' ? 0 : button]?.click();
}

function isAt({ page, isSlow }: Found, standing: Standing): boolean {
  if (standing.isSlow !== isSlow) return false;
  if (!page) return standing.form === undefined && standing.root?.querySelector('h1') != null;
  // A page that only bridges a wait is not told of.
  if (page.isPassing) return standing.isBusy;
  return (
    standing.page === identityOf(page) &&
    standing.isBusy === (page.busy !== undefined) &&
    standing.hasProblem === (page.problem !== undefined) &&
    standing.isWhole
  );
}
