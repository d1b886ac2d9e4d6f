// The whole passage as a person goes it, in both languages, in the demo: every code made by tools that are not ours.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import jsQR from 'jsqr';
import { chromium, type Browser, type Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { serve } from '../../demo/serve.mjs';
import { chromiumArgs, needBrowser } from '../browsers/find-browser.mjs';

const words = {
  en: {
    prompt: 'More information required',
    next: 'Next',
    back: 'Back',
    scan: 'Scan the QR code',
    code: 'Code',
    wrong: /That code is not right/,
    appAdded: 'Authenticator app added',
    number: 'Phone number',
    typed: '+81 90-1234-5678',
    phoneAdded: 'Phone added',
    success: 'Success!',
    methods: ['Authenticator app', 'Phone'],
    default: 'Default sign-in method',
    done: 'Done',
  },
  ja: {
    prompt: '詳細情報が必要です',
    next: '次へ',
    back: '戻る',
    scan: 'QR コードをスキャンします',
    code: 'コード',
    wrong: /コードが正しくありません/,
    appAdded: '認証アプリが追加されました',
    number: '電話番号',
    typed: '090-1234-5678',
    phoneAdded: '電話が追加されました',
    success: '成功',
    methods: ['認証アプリ', '電話'],
    default: '既定のサインイン方法',
    done: '完了',
  },
} as const;

let browser: Browser;
let demo: Awaited<ReturnType<typeof serve>>;
before(async () => {
  const found = await needBrowser('chromium');
  browser = await chromium.launch({ executablePath: found.path, args: chromiumArgs });
  demo = await serve({ port: 0 });
});
after(async () => {
  await browser.close();
  await demo.close();
});

/** A CommonJS module: where its function stands depends on who loads it. */
const decode = (jsQR as unknown as { readonly default?: typeof jsQR }).default ?? jsQR;

/** A tool of the system, when it is there. */
function tool(name: string, ...args: string[]): string | undefined {
  try {
    return execFileSync(name, args, { encoding: 'utf8' }).trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** What a camera sees: read by jsQR, and by zbar where it is installed; they must agree. */
async function scan(page: Page): Promise<string> {
  const picture = await page.getByRole('img', { name: /QR/ }).screenshot();
  const { data, width, height } = PNG.sync.read(picture);
  const seen = decode(new Uint8ClampedArray(data), width, height)?.data;
  const file = path.join(mkdtempSync(path.join(os.tmpdir(), 'qr-')), 'qr.png');
  writeFileSync(file, picture);
  const bySystem = tool('zbarimg', '--raw', '-q', '-Sdisable', '-Sqrcode.enable', file);
  if (bySystem !== undefined) assert.equal(bySystem, seen);
  assert.ok(seen);
  return seen;
}

/** RFC 6238 out of nothing but an HMAC; oathtool where it is installed, and they must agree. */
function codeOf(secret: string, step: number): string {
  const bits = [...secret]
    .map((c) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(c).toString(2).padStart(5, '0'))
    .join('');
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac('sha1', key).update(counter).digest();
  const offset = (mac.at(-1) ?? 0) & 15;
  const code = String((mac.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0');
  const bySystem = tool('oathtool', '--totp', '-b', '--now', `@${String(step * 30)}`, secret);
  if (bySystem !== undefined) assert.equal(bySystem, code);
  return code;
}

for (const lang of ['en', 'ja'] as const)
  test(`sign in, authenticator app, phone, success: ${lang}`, async () => {
    const say = words[lang];
    const context = await browser.newContext({ deviceScaleFactor: 2, reducedMotion: 'reduce' });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    const wizard = page.locator('security-info-wizard');
    const stands = (name: string): Promise<void> => wizard.getByRole('heading', { name, exact: true }).waitFor();
    const press = (name: string): Promise<void> => wizard.getByRole('button', { name, exact: true }).click();
    const type = (label: string, text: string): Promise<void> =>
      wizard.getByRole('textbox', { name: label }).fill(text);

    await page.goto(`${demo.url}?scenario=totp-phone&lang=${lang}`);
    await page.locator('form').getByRole('button').first().click();
    await stands(say.prompt);
    await press(say.next);
    await press(say.next);
    await stands(say.scan);
    const uri = new URL(await scan(page));
    assert.match(uri.href, /^otpauth:\/\/totp\/[^:+]+:[^:+]+\?[^+]+$/);
    const secret = uri.searchParams.get('secret') ?? '';
    assert.equal(Buffer.byteLength(secret), 32, '160 bits');

    await press(say.next);
    await type(say.code, codeOf(secret, 1));
    await press(say.next);
    await wizard.getByText(say.wrong).first().waitFor();
    await press(say.back);
    await stands(say.scan);
    assert.equal(await scan(page), uri.href, 'a wrong code and Back keep the same QR');
    await press(say.next);
    const step = Math.floor(Date.now() / 30_000);
    await type(say.code, codeOf(secret, step));
    await press(say.next);
    await stands(say.appAdded);

    await press(say.next);
    await type(say.number, say.typed);
    await press(say.next);
    await wizard.getByText(say.typed).waitFor();
    await page.waitForFunction(() => window.demo.phone.messages().length > 0);
    const text = await page.evaluate(() => window.demo.phone.messages().at(-1)?.text ?? '');
    await type(say.code, /\d{6}/.exec(text)?.[0] ?? '');
    await press(say.next);
    await stands(say.phoneAdded);
    await press(say.next);
    await stands(say.success);
    const rows = await wizard.getByRole('listitem').allTextContents();
    say.methods.forEach((name, n) => assert.match(rows[n] ?? '', new RegExp(name)));
    assert.match(rows[0] ?? '', new RegExp(say.default));
    await press(say.done);
    await wizard.waitFor({ state: 'detached' });
    assert.deepEqual(complaints, []);
    await context.close();
  });
