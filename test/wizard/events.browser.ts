/** The public events: facts only, in order, frozen, and nothing of the person in them (R45). */
import { expect } from '@open-wc/testing';
import type { SiwCancelEvent, SiwPageEvent, SiwRegisteredEvent } from '../../src/index.js';
import { account, addApp, addPhone, at, atHarbor, mobile, words, type Stage } from './harbor.js';
import { until } from './patience.js';

async function wholeWay(): Promise<Stage & { readonly typed: readonly string[] }> {
  const stage = await atHarbor();
  const { page, harbor } = stage;
  await page.go('Next', words.setUp);
  await addApp(stage);
  const appCode = await harbor.shown();
  await page.go('Next', words.number);
  await addPhone(stage);
  await page.go('Next', words.summary);
  page.press('Done');
  await until(() => page.has('siw-complete'), 'siw-complete');
  return {
    ...stage,
    typed: [appCode, harbor.texted(), mobile, '9012345678', '5678', account.label, account.organization, 'ayaka'],
  };
}

describe('the events of a whole way', () => {
  it('come in order: ready, page by page with what was registered between, complete [F186]', async () => {
    const { page } = await wholeWay();
    const told = page.events.map((event) =>
      event.type === 'siw-page'
        ? (event as SiwPageEvent).page
        : event.type === 'siw-registered'
          ? `+${(event as SiwRegisteredEvent).kind}`
          : event.type,
    );
    expect(told).to.deep.equal([
      ...['siw-ready', 'prompt', 'set-up', 'scan', 'code', '+totp', 'registered'],
      ...['number', 'code', '+phone', 'registered', 'summary', 'siw-complete'],
    ]);
  });

  it('tell of each page its phase, method, and how far along', async () => {
    const { page } = await wholeWay();
    const pages = page
      .of<SiwPageEvent>('siw-page')
      .map(({ phase, kind, current, total }) => ({ phase, kind, current, total }));
    expect(pages[0]).to.deep.equal({ phase: 'prompt', kind: undefined, current: 0, total: 0 });
    expect(pages[1]).to.deep.equal({ phase: 'method', kind: 'totp', current: 1, total: 2 });
    expect(pages[4]).to.deep.equal({ phase: 'method', kind: 'totp', current: 1, total: 2 });
    expect(pages[5]).to.deep.equal({ phase: 'method', kind: 'phone', current: 2, total: 2 });
    expect(pages.at(-1)).to.deep.equal({ phase: 'summary', kind: undefined, current: 0, total: 0 });
  });

  it('hold no number, code, name, label or address', async () => {
    const { page, typed } = await wholeWay();
    const told = JSON.stringify(page.events.map((event) => ({ ...event })));
    for (const one of typed) expect(told).not.to.contain(one);
  });

  it('are frozen, do not bubble, and stay inside their own root', async () => {
    const { page } = await wholeWay();
    for (const event of page.events) {
      expect(Object.isFrozen(event), event.type).to.equal(true);
      expect([event.bubbles, event.composed], event.type).to.deep.equal([false, false]);
      expect(() => Object.assign(event, { kind: 'other' }), event.type).to.throw(TypeError);
    }
  });
});

describe('siw-page', () => {
  it('tells of chooser and step-up as pages of their own', async () => {
    const { page, harbor } = await at('phone');
    harbor.backend.refuse('begin', { code: 'network' });
    page.fill('Phone number', mobile);
    await page.go('Next', 'We cannot reach the service');
    const last = page.of<SiwPageEvent>('siw-page').at(-1);
    expect([last?.phase, last?.page]).to.deep.equal(['step-up', 'network']);
  });

  it('is not told twice of the page that stands', async () => {
    const { page } = await at('phone');
    const before = page.of('siw-page').length;
    page.press('Next');
    await page.complains();
    page.element.requestUpdate();
    await page.element.updateComplete;
    expect(page.of('siw-page')).to.have.length(before);
  });
});

describe('cancel()', () => {
  it('tells the host, wipes the page, and keeps the enrolment for later [F30]', async () => {
    const { page, harbor } = await at('app');
    await page.go('Next', words.scan);
    page.element.cancel();
    await page.isWiped();
    expect(page.has('siw-cancel')).to.equal(true);
    expect(page.root.querySelector('svg[role=img]')).to.equal(null);
    expect(page.element.matches(':state(left)')).to.equal(true);
    expect(harbor.calls.of('cancel')).to.have.length(0);
  });

  it('stays when the host prevents it', async () => {
    const { page } = await at('app');
    page.element.addEventListener('siw-cancel', (event) => event.preventDefault());
    page.element.cancel();
    await page.element.updateComplete;
    expect(page.heading()).to.equal(words.setUp);
    expect(page.of<SiwCancelEvent>('siw-cancel')[0]?.cancelable).to.equal(true);
  });

  it('does nothing harmful before anything stands, nor twice', async () => {
    const wizard = document.createElement('security-info-wizard');
    wizard.cancel();
    const { page } = await at('app');
    page.element.cancel();
    page.element.cancel();
    await page.isWiped();
    expect(page.has('siw-complete')).to.equal(false);
  });
});

describe('start()', () => {
  it('begins afresh with a new load, also after the end', async () => {
    const { page, harbor } = await atHarbor();
    page.element.cancel();
    await page.isWiped();
    page.element.start();
    await page.arrives(words.prompt);
    expect(harbor.calls.of('load')).to.have.length(2);
    expect(page.of<SiwPageEvent>('siw-page').map((told) => told.page)).to.deep.equal(['prompt', 'prompt']);
    expect(page.of('siw-ready')).to.have.length(2);
  });

  it('goes on with what is open at the backend', async () => {
    const { page, harbor } = await at('app');
    await page.go('Next', words.scan);
    const qr = page.root.querySelector('svg[role=img] path')?.getAttribute('d');
    page.element.start();
    await until(() => harbor.calls.of('load').length === 2, 'a load');
    await page.arrives(words.scan);
    await until(() => page.root.querySelector('svg[role=img] path'), 'a picture');
    expect(page.root.querySelector('svg[role=img] path')?.getAttribute('d')).to.equal(qr);
  });

  it('does nothing on an element that is on no page', () => {
    const wizard = document.createElement('security-info-wizard');
    let loads = 0;
    wizard.adapter = {
      load: () => ((loads += 1), new Promise(() => undefined)),
      begin: () => new Promise(() => undefined),
      verify: () => new Promise(() => undefined),
    };
    wizard.start();
    expect(loads).to.equal(0);
  });
});
