/** Whoever leaves a method in the middle leaves nothing behind: the call is aborted, the enrolment ended, nothing late arrives. */
import { expect } from '@open-wc/testing';
import type { SecurityInfoAdapter } from '../../src/contract/adapter.js';
import type { Enrollment } from '../../src/contract/enrollment.js';
import type { MethodLogic, MethodSpec, Next } from '../../src/contract/method.js';
import { turn, until } from '../wizard/patience.js';
import { CallLog, watched } from '../wizard/watched-adapter.js';
import { present } from '../wizard/reading.js';
import { WizardPage } from '../wizard/wizard-page.js';
import { adapterFor, entryOf, methodsWith } from '../../demo/gallery/methods/stand-in.js';
import { kinds, methodOf, type Method } from '../../demo/gallery/methods/every-method.js';

for (const kind of kinds) {
  describe(`${kind}: leaving in the middle`, function () {
    // The first to ask for a method explores it.
    this.timeout(30_000);
    const ways: readonly [string, (page: WizardPage) => void][] = [
      ['the host cancels', ({ element }) => element.cancel()],
      ['the wizard is taken out of the page', ({ element }) => element.remove()],
      ['the wizard starts over', ({ element }) => element.start()],
    ];
    for (const [how, leave] of ways)
      it(`aborts the call that is under way when ${how}`, async () => {
        const { page, calls } = await begun(kind, () => new Promise(() => undefined));
        const [begin] = calls.of('begin');
        leave(page);
        await until(() => begin?.signal.aborted, 'an abort');
      });

    it('ends the enrolment when the person puts the method off', async () => {
      const { page, calls, enrollment } = await begun(kind, 'an answer');
      await until(() => calls.of('begin').length > 0 && !page.isBusy(), 'an answer');
      await page.settles();
      page.press(/^Skip setup/);
      await until(() => calls.of('cancel').length > 0, 'a cancel');
      expect(calls.of('cancel')[0]?.args[0]).to.equal(enrollment.id);
    });

    it('does not end it when the wizard is taken out of the page: a reload goes on with it', async () => {
      const { page, calls } = await begun(kind, 'an answer');
      await page.settles();
      page.element.remove();
      await page.isWiped();
      expect(calls.of('cancel')).to.have.length(0);
    });

    it('passes over an answer that comes after', async () => {
      let answer: (enrollment: Enrollment) => void = () => undefined;
      const { page, enrollment } = await begun(kind, () => new Promise((resolve) => (answer = resolve)));
      page.element.cancel();
      await page.isWiped();
      answer(enrollment);
      await turn();
      expect(page.form()).to.equal(undefined);
      expect(page.has('siw-error')).to.equal(false);
    });
  });
}

interface Begun {
  readonly page: WizardPage;
  readonly calls: CallLog;
  readonly enrollment: Enrollment;
}

/** The method's own logic, at the moment when it first asked the backend for something. */
async function begun(kind: string, begin: 'an answer' | SecurityInfoAdapter['begin']): Promise<Begun> {
  const method = await methodOf(kind);
  const { module, samples } = method;
  const enrollment = present<Enrollment>(
    samples.enrollments.find(({ next }) => next.type !== 'done'),
    'open enrolment',
  );
  const first = firstBegin(method);
  const logic: MethodLogic<MethodSpec> = { ...module.logic, start: () => first };
  const calls = new CallLog();
  const answering = begin === 'an answer' ? async () => enrollment : begin;
  const page = WizardPage.place({ methods: methodsWith(entryOf(method, { ...module, logic })) });
  page.element.adapter = watched({ ...(await adapterFor(method)), begin: answering }, calls);
  await page.first();
  page.form()?.requestSubmit();
  await until(() => calls.of('begin').length > 0, 'a begin');
  return { page, calls, enrollment };
}

/** What the method wishes first, found among what may happen to it. */
function firstBegin({ module: { logic }, samples, stops }: Method): Next<MethodSpec> {
  for (const { state, context } of stops)
    for (const event of samples.events) {
      const next = logic.update(state, event, context);
      if (next[1]?.some(({ type }) => type === 'begin')) return next;
    }
  throw new Error('No event of the samples opens an enrolment');
}
