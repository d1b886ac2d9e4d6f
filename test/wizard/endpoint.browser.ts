/** The tag with an address in the place of an adapter. */
import { expect } from '@open-wc/testing';
import { createHandler } from '../../src/server/index.js';
import { Harbor, words } from './harbor.js';
import { WizardPage } from './wizard-page.js';

describe('the endpoint', () => {
  const { fetch } = globalThis;
  const asked: string[] = [];
  const serve = (harbor: Harbor): void => {
    const handler = createHandler(() => harbor.adapter, {
      allowedOrigins: [location.origin],
      basePath: '/security-info',
    });
    globalThis.fetch = (input, init) => {
      const { pathname } = new URL(input instanceof Request ? input.url : input, location.href);
      if (!pathname.startsWith('/security-info')) return fetch(input, init);
      asked.push(pathname);
      // A page may not say where it comes from, the browser does that on the way: so here stands what a server gets.
      const { url, method, signal, headers } = new Request(input, init);
      const sent = new Map([...headers, ['origin', location.origin]]);
      const { body } = new Response(init?.body ?? null);
      return handler({
        url,
        method,
        signal,
        body,
        headers: { get: (name: string) => sent.get(name) ?? null },
      } as Request);
    };
  };
  beforeEach(() => asked.splice(0));
  afterEach(() => {
    globalThis.fetch = fetch;
  });

  it('is where the wizard asks, without an adapter of the host', async () => {
    serve(new Harbor());
    const page = WizardPage.place({ endpoint: '/security-info' });
    await page.arrives(words.prompt);
    expect(asked).to.deep.equal(['/security-info/']);
    await page.go('Next', words.setUp);
  });

  it('is not asked where the host has set an adapter', async () => {
    serve(new Harbor());
    const page = WizardPage.place({ adapter: new Harbor().adapter, endpoint: '/security-info' });
    await page.arrives(words.prompt);
    expect(asked).to.deep.equal([]);
  });

  it('gives way to an adapter that the host sets a moment later', async () => {
    serve(new Harbor());
    const harbor = new Harbor();
    const page = WizardPage.place({ endpoint: '/security-info' });
    await Promise.resolve();
    page.element.adapter = harbor.adapter;
    await page.arrives(words.prompt);
    await page.settles();
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(page.element.adapter).to.equal(harbor.adapter);
    expect(asked).to.deep.equal([]);
    expect(page.of('siw-ready')).to.have.length(1);
  });
});
