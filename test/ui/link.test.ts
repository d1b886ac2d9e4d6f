/** Which addresses from a backend are followed: apps and secure pages, and nothing that a browser would run (R56). */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isAppLink, isSafePicture, isSecurePage } from '../../src/ui/link.js';

type Verdict = readonly [page: boolean, picture: boolean, app: boolean];
const nothing: Verdict = [false, false, false];

const addresses: readonly (readonly [address: string, verdict: Verdict])[] = [
  ['https://harbor.example/app', [true, true, true]],
  ['HTTPS://harbor.example/app', [true, true, true]],
  ['/icons/pass.svg', [false, true, false]],
  ['harbor-pass://add#K7QX', [false, false, true]],
  ['harbor-pass:add', [false, false, true]],
  ['otpauth://totp/Harbor', [false, false, true]],
  ['http://harbor.example/app', nothing],
  ['//evil.example/app', nothing],
  ['/\\evil.example/app', nothing],
  ['\\\\evil.example', nothing],
  ['javascript:alert(1)', nothing],
  ['JavaScript:alert(1)', nothing],
  [' javascript:alert(1)', nothing],
  ['\u0001javascript:alert(1)', nothing],
  ['java\tscript:alert(1)', nothing],
  ['java\nscript:alert(1)', nothing],
  ['vbscript:msgbox', nothing],
  ['data:text/html,<script>alert(1)</script>', nothing],
  ['data:image/svg+xml,<svg/>', nothing],
  ['blob:https://harbor.example/1', nothing],
  ['filesystem:https://harbor.example/1', nothing],
  ['file:///etc/passwd', nothing],
  ['about:blank', nothing],
  ['view-source:https://harbor.example', nothing],
  ['ftp://harbor.example', nothing],
  ['ws://harbor.example', nothing],
  ['wss://harbor.example', nothing],
  ['harbor.example/app', nothing],
  ['1password:x', nothing],
  [':x', nothing],
  ['', nothing],
];

for (const [address, verdict] of addresses)
  test(`${JSON.stringify(address)}: page, picture, app link are ${verdict.join(', ')}`, () => {
    assert.deepEqual([isSecurePage(address), isSafePicture(address), isAppLink(address)], verdict);
  });

test('a link that is not there leads to no app', () => {
  assert.equal(isAppLink(undefined), false);
});
