/** The published single file does its work on pages of a few lines, under the same strict policy as the demo. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after } from 'node:test';
import { fileURLToPath } from 'node:url';
import { card as phoneCard } from '../../src/methods/phone/card.js';
import { en as phone } from '../../src/methods/phone/strings.js';
import { card as totpCard } from '../../src/methods/totp/card.js';
import { en as totp } from '../../src/methods/totp/strings.js';
import { en as faults } from '../../src/wizard/fault-strings.js';
import { en as later } from '../../src/wizard/later-strings.js';
import { en as first } from '../../src/wizard/strings.js';
import { codeOf, secretOf, wrongCodeOf } from './authenticator.js';
import { inArabic } from './in-arabic.js';
import { watchLooks } from './looks.js';
import type { Person } from './person.js';
import { play, policy } from './stage.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
assert.ok(existsSync(`${root}dist/bundle.js`), 'dist is there: run `npm run build` first');

const catalogues = inArabic({
  wizard: { ...first, ...later, ...faults },
  totp: { ...totp, ...totpCard.words.en },
  phone: { ...phone, ...phoneCard.words.en },
});
const files: Readonly<Record<string, readonly [type: string, read: () => Promise<string | Buffer>]>> = {
  '/': ['text/html', () => readFile(`${root}test/e2e/plain-page/index.html`)],
  '/host.js': ['text/javascript', () => readFile(`${root}test/e2e/plain-page/host.js`)],
  '/arabic': ['text/html', () => readFile(`${root}test/e2e/plain-page/arabic.html`)],
  '/arabic.js': ['text/javascript', () => readFile(`${root}test/e2e/plain-page/arabic.js`)],
  '/strings.js': ['text/javascript', () => Promise.resolve(`export default ${JSON.stringify(catalogues)}`)],
  '/bundle.js': ['text/javascript', () => readFile(`${root}dist/bundle.js`)],
  '/adapters/memory.js': ['text/javascript', () => readFile(`${root}dist/browser/adapters/memory.js`)],
  '/adapters/chunks/later.js': ['text/javascript', () => readFile(`${root}dist/browser/adapters/chunks/later.js`)],
  '/favicon.ico': ['image/svg+xml', () => readFile(`${root}demo/favicon.svg`)],
};

const server = createServer((request, response) => {
  const [type, read] = files[request.url ?? ''] ?? [];
  response.setHeader('Content-Security-Policy', policy);
  if (!read) return void response.writeHead(404).end();
  response.setHeader('Content-Type', `${type}; charset=utf-8`);
  void read().then((body) => response.end(body));
}).listen(0, 'localhost');
await once(server, 'listening');
const address = `http://localhost:${(server.address() as AddressInfo).port}/`;

after(() => {
  server.closeAllConnections();
  server.close();
});

play('one script and an adapter by hand: from the prompt to “You are in” [F35]', { address }, async (person, trace) => {
  const { words, main } = person;
  await person.at(words.prompt);
  await person.sees('Your organization asks you to set up one way to prove that it is you when you sign in.');
  await person.press(words.next);
  const uri = 'otpauth://totp/Harbor:ada%40harbor.example?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Harbor';
  assert.equal(await person.comeToQr(), uri);
  await person.press(words.next);
  await person.at(words.enterCode);
  await person.type(words.code, '654321');
  await person.press(words.next);
  await person.sees(words.wrongCode);
  // As people copy it.
  await person.type(words.code, '123 456');
  await person.press(words.next);
  await person.at(words.appAdded);
  await person.press(words.next);
  await person.at(words.success);
  assert.match(await main.getByRole('list', { name: words.methods }).innerText(), /My app/);
  await person.press(words.done);
  await person.at('You are in');
  const asked = trace.requests.map((request) => new URL(request).pathname);
  assert.deepEqual(
    asked.filter((path) => path !== '/favicon.ico'),
    ['/', '/host.js', '/bundle.js'],
  );
});

/** What is read or heard in the wizard and is written in Latin letters, apart from names and the key. */
async function latin(person: Person, names: readonly string[]): Promise<readonly string[]> {
  const texts = await person.page.evaluate(() => {
    const root = document.querySelector('security-info-wizard')?.shadowRoot;
    // What stands apart from the text around it is the backend's: an account, a label.
    const all = [...(root?.querySelectorAll('*:not(bdi)') ?? [])];
    const own = all.flatMap((element) => [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE));
    return [...own.map((node) => node.textContent ?? ''), ...all.flatMap((element) => element.ariaLabel ?? [])];
  });
  return texts
    .filter((text) => /[a-z]/i.test(names.reduce((left, name) => left.replace(name, ''), text.replace(/\s/g, ''))))
    .map((text) => `in Latin letters: ${text.trim()}`);
}

/** Everything runs the other way: what leads on stands at the left, and digits are still read from left to right. */
async function sides(person: Person): Promise<readonly string[]> {
  const { words } = person;
  const next = await person.button(words.next).or(person.button(words.done)).boundingBox();
  const back = (await person.button(words.back).count()) ? await person.button(words.back).boundingBox() : null;
  const typed = await person.main
    .getByRole('textbox')
    .evaluateAll((all) => all.map((at) => getComputedStyle(at).direction));
  return [
    ...(next && back && next.x > back.x ? ['Next stands where one came from'] : []),
    ...(typed.includes('rtl') ? ['a number runs from right to left'] : []),
  ];
}

play(
  'in a language of the host’s that runs from right to left, every word is the host’s and nothing breaks',
  { address: `${address}arabic`, lang: 'ar' },
  async (person) => {
    const { words, page } = person;
    const names = ['Harbor'];
    const found = watchLooks(person, async () => [...(await latin(person, names)), ...(await sides(person))]);
    await person.setUpAll(
      async () => {
        const uri = await person.comeToQr();
        // The key is shown in groups of four.
        names.push(...(secretOf(uri).match(/.{4}/g) ?? []));
        await person.press(words.cannotScan);
        await person.at(words.key);
        await person.press(words.next);
        await person.at(words.enterCode);
        await person.type(words.code, wrongCodeOf(uri));
        await person.press(words.next);
        await person.sees(words.wrongCode);
        await person.at(words.enterCode);
        await person.type(words.code, codeOf(uri));
        await person.press(words.next);
        await person.at(words.appAdded);
      },
      () => person.setUpPhone('010 0123 4567'),
    );
    assert.deepEqual(found, []);
    assert.equal(await page.locator('security-info-wizard').innerText(), '', 'it has left');
  },
);
