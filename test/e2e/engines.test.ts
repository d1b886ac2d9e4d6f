/** The same way in Firefox and in WebKit, where they are installed, and what engines might see differently. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { serve } from '../../demo/serve.mjs';
import { installedBrowser } from '../browsers/find-browser.mjs';
import { codeOf, scan } from './authenticator.js';
import type { Engine } from './engine.js';
import { firefox } from './firefox.js';
import { webkit } from './webkit.js';
import { words as inLanguages } from './words.js';

const words = inLanguages.en;
const engines = { firefox, webkit };

async function until(engine: Engine, selector: string, name: string): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    if (await engine.sees(selector, name)) return;
    await pause(100);
  }
  assert.fail(`${engine.version} shows no ${selector} “${name}”`);
}

async function press(engine: Engine, name: string): Promise<void> {
  await until(engine, 'button', name);
  await engine.click('button', name);
}

async function type(engine: Engine, label: string, text: string): Promise<void> {
  await until(engine, 'input', label);
  await engine.type('input', label, text);
}

/** Whose form the field is in, how a sheet of the page reaches it, and who names and describes it. */
const aboutField = (part: string): Record<string, unknown> => {
  const root = document.querySelector('security-info-wizard')?.shadowRoot;
  const field = root?.querySelector<HTMLInputElement>(`form:not([inert]) [part~=${part}]`);
  if (!root || !field) throw new Error(`There is no ${part}`);
  const { form, labels } = field;
  const described = field.getAttribute('aria-describedby')?.split(' ') ?? [];
  return {
    form: form?.getAttribute('part'),
    handedOver: form && new FormData(form).get(field.name),
    indent: getComputedStyle(field).textIndent,
    labels: [...(labels ?? [])].map((label) => [label.innerText, label.control === field]),
    described: described.map((id) => root.getElementById(id)?.innerText),
    invalid: field.getAttribute('aria-invalid'),
  };
};

/** From here on whatever goes wrong is kept, and a sheet of the page's own reaches for the wizard's fields. */
const prepare = (): void => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('security-info-wizard::part(code-input), security-info-wizard::part(input) { text-indent: 7px }');
  document.adoptedStyleSheets.push(sheet);
  document.body.dataset['problems'] = '';
  for (const name of ['securitypolicyviolation', 'error', 'unhandledrejection'])
    addEventListener(name, () => (document.body.dataset['problems'] += `${name} `));
};

/** What comes late to the screen is late for a camera too. */
async function scanned(engine: Engine): Promise<string> {
  for (let tries = 0; ; tries++) {
    try {
      return scan(await engine.picture('[part=qr]', ''));
    } catch (error) {
      if (tries === 50) throw error;
      await pause(100);
    }
  }
}

async function toScannedCode(engine: Engine): Promise<string> {
  await press(engine, words.signIn);
  await until(engine, 'h1', words.prompt);
  await press(engine, words.next);
  await until(engine, 'h1', words.setUp);
  await press(engine, words.next);
  await until(engine, 'h1', words.scan);
  await until(engine, 'button', words.cannotScan);
  const uri = await scanned(engine);
  await press(engine, words.next);
  await until(engine, 'h1', words.enterCode);
  return uri;
}

async function toStartPage(engine: Engine, code: string): Promise<void> {
  await type(engine, words.code, code);
  await press(engine, words.next);
  await until(engine, 'h1', words.appAdded);
  await press(engine, words.next);
  await until(engine, 'h1', words.phone);
  await type(engine, words.phoneNumber, '+44 7400 123456');
  await press(engine, words.next);
  await until(engine, 'h1', words.enterCode);
  const texts = await engine.run(() => window.demo.phone.messages());
  await type(engine, words.code, /\d{6}/.exec(texts[0]?.text ?? '')![0]);
  await press(engine, words.next);
  await until(engine, 'h1', words.phoneAdded);
  await press(engine, words.next);
  await until(engine, 'h1', words.success);
  await until(engine, 'li', words.app);
  await press(engine, words.done);
  await until(engine, 'h1', words.start);
}

for (const name of ['firefox', 'webkit'] as const)
  test(name, { skip: !installedBrowser(name) && 'it is not installed', timeout: 120_000 }, async (t) => {
    const demo = await serve({ port: 0 });
    t.after(() => demo.close());
    const engine = await engines[name]();
    t.after(() => engine.close());
    console.log(engine.version);
    await engine.open(`${demo.url}?scenario=totp-phone&lang=en`);
    await engine.run(prepare);
    let uri = '';

    await t.test('from the sign-in page to a scanned QR code', async () => {
      uri = await toScannedCode(engine);
      assert.match(uri, /^otpauth:\/\/totp\/Nagisa%20Tramways:/);
    });

    await t.test('the field is the form’s own, looks as the page’s sheet says, is named and described', async () => {
      await type(engine, words.code, '12');
      await press(engine, words.next);
      await until(engine, 'p', 'The code has 6 digits.');
      assert.deepEqual(await engine.run(aboutField, 'code-input'), {
        form: 'page',
        handedOver: '12',
        indent: '7px',
        labels: [[words.code, true]],
        described: [
          'Enter the 6-digit code that your app shows for this account.',
          'The code has 6 digits. Some are missing.',
        ],
        invalid: 'true',
      });
    });

    await t.test('by the right code and a texted one to the start page', () => toStartPage(engine, codeOf(uri)));

    await t.test('nothing went wrong meanwhile', async () => {
      assert.equal(await engine.run(() => document.body.dataset['problems']), '');
    });
  });
