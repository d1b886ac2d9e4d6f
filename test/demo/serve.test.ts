/** The demo's server: it builds by itself, stays on this machine, and says its policy with every answer. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { serve, type Served } from '../../demo/serve.mjs';

let served: Served;
before(async () => {
  served = await serve({ port: 0 });
});
after(() => served.close());

const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; font-src 'self'; " +
  "frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types lit-html";

test('every answer carries the policy, even a refusal', async () => {
  for (const [path, status] of [
    ['', 200],
    ['nothing-here', 404],
    ['%2e%2e/package.json', 404],
    ['//', 404],
  ] as const) {
    const { headers, status: answered } = await fetch(served.url + path);
    assert.equal(answered, status);
    assert.equal(headers.get('content-security-policy'), policy);
    assert.equal(headers.get('x-content-type-options'), 'nosniff');
    assert.equal(headers.get('referrer-policy'), 'no-referrer');
    assert.equal(headers.get('cross-origin-opener-policy'), 'same-origin');
    assert.equal(headers.get('cache-control'), 'no-store');
  }
});

test('only reading is allowed', async () => {
  assert.equal((await fetch(served.url, { method: 'POST', body: 'x' })).status, 405);
  const head = await fetch(served.url, { method: 'HEAD' });
  assert.equal(head.status, 200);
  assert.equal(await head.text(), '');
});

test('the page, its script, its sheet and its icon are there, with nothing inline', async () => {
  const page = await (await fetch(served.url)).text();
  const linked = [...page.matchAll(/(?:src|href)="\/([^"]+)"/g)].map(([, path]) => path ?? '');
  assert.ok(linked.length >= 3);
  for (const path of [...linked, 'favicon.ico']) assert.equal((await fetch(served.url + path)).status, 200, path);
  assert.doesNotMatch(page, /style=|<style|onclick|<script(?![^>]*src=)/);
});

test('without a port it takes the next one that is free', async () => {
  const first = await serve();
  const second = await serve();
  assert.ok(second.port > first.port);
  await Promise.all([first.close(), second.close()]);
});

test('a port that was asked for and is taken is an error', async () => {
  await assert.rejects(serve({ port: served.port }), { code: 'EADDRINUSE' });
});
