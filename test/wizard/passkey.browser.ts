/** A passkey before the browser takes over: what the person is told, and what has to come first. */
import { expect } from '@open-wc/testing';
import type { WriteOptions } from '../../src/contract/adapter.js';
import type { Offer } from '../../src/contract/enrollment.js';
import { addApp, app, atHarbor, words, type HarborOptions, type Stage } from './harbor.js';

const passkey: Offer<'passkey'> = { kind: 'passkey', usage: ['sign-in'] };
const title = {
  passkey: 'Set up a passkey',
  key: 'Set up your security key',
  naming: 'Name it, then create it',
} as const;

async function at(heading: string, given: Partial<Offer<'passkey'>> = {}, options: HarborOptions = {}): Promise<Stage> {
  const requirements = [{ id: 'key', anyOf: [{ ...passkey, ...given }] }] as const;
  const stage = await atHarbor({ requirements, wizard: { noPrompt: true }, ...options });
  await stage.page.arrives(heading);
  return stage;
}

describe('a passkey', () => {
  // Fetched once before anybody waits for it: the first fetch of all methods takes long on a busy machine.
  before(async function () {
    // WebKitGTK has none, and says what the last of these tests looks for.
    if (!('PublicKeyCredential' in window)) return this.skip();
    await import('../../src/methods/others.js');
  });

  it('says where it can be kept, how another device does it, and what to turn on there [F125, F134, F135]', async () => {
    const { page } = await at(title.passkey);
    expect(page.text()).to.contain('on this device, on a phone, or on a security key');
    expect(page.text()).to.contain('turn on Bluetooth').and.to.contain('scan the browser’s code');
    expect(page.text()).to.contain('turn that on in its password settings');
  });

  it('on a key says to have it ready, and how keys of each sort are used [F125, F126]', async () => {
    const { page } = await at(title.key, { attachment: 'cross-platform' });
    expect(page.text()).to.contain('Have your key ready').and.to.contain('plug it in or hold it to your device');
    expect(page.text()).not.to.contain('Bluetooth');
  });

  it('is made only after the person has proved themselves again, where the backend wants it [F131]', async () => {
    const { page, harbor } = await at(title.passkey, {}, { password: 'open sesame' });
    harbor.backend.requireStepUp();
    await page.go('Next', 'Enter your password again');
    await page.type('Password', 'open sesame');
    await page.go('Next', title.naming);
    const keys = harbor.calls.of('begin').map(({ args }) => (args[1] as WriteOptions).idempotencyKey);
    expect([keys.length, new Set(keys).size]).to.deep.equal([2, 1]);
  });

  it('waits for another method where the organization wants one first, and leads to it [F130]', async () => {
    const late: Offer<'passkey'> = { ...passkey, needs: 'totp' };
    const requirements = [
      { id: 'either', anyOf: [late, app] },
      { id: 'key', anyOf: [late] },
    ] as const;
    const stage = await at(title.passkey, {}, { requirements });
    const { page } = stage;
    page.press('Next');
    expect(await page.complains()).to.equal('Another method has to be set up before this one.');
    await page.go(words.differentMethod, words.chooser);
    page.radio('Authenticator app').click();
    await page.go('Confirm', words.setUp);
    await addApp(stage);
    await page.go('Next', title.passkey);
    await page.go('Next', title.naming);
  });

  it('cannot be made by every browser, and the page says what to do then [F133]', async () => {
    const real = Object.getOwnPropertyDescriptor(window, 'PublicKeyCredential') ?? {};
    Reflect.deleteProperty(window, 'PublicKeyCredential');
    try {
      const { page } = await at('This browser cannot make a passkey');
      expect(page.text()).to.contain('Open this page in an up-to-date browser, or on another device.');
      await page.go('Look again', 'This browser cannot make a passkey');
    } finally {
      Object.defineProperty(window, 'PublicKeyCredential', real);
    }
    const { page } = await at(title.passkey);
    expect(page.hasButton('Next')).to.equal(true);
  });
});
