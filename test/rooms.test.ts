/** Holds every source file to the table of rooms, and proves that the table catches what it is there to catch. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { readSource } from './rooms/read-source.js';
import { violations } from './rooms/rules.js';

const src = fileURLToPath(new URL('../src/', import.meta.url));

test('every source file keeps to its room', () => {
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  assert.ok(files.length > 0, 'there are sources to read');
  const found = files.flatMap((file) => {
    const text = readFileSync(path.join(src, file), 'utf8');
    return violations(readSource(file.replaceAll(path.sep, '/'), text));
  });
  assert.deepEqual(found, []);
});

const reason = '/** Why it exists. */\n';

/** A file that breaks one rule → what the report must say about it. */
const planted: readonly (readonly [file: string, code: string, says: RegExp])[] = [
  ['contract/a.ts', "import { b } from '../core/flow.js';", /may not import core\/flow\.ts/],
  ['contract/a.ts', "import type { LitElement } from 'lit';", /may not import the package lit/],
  ['core/a.ts', "import { run } from '../runtime/run-flow.js';", /may not import runtime\/run-flow\.ts/],
  ['core/a.ts', "export { a } from '../i18n/locale.js';", /may not import i18n/],
  ['runtime/a.ts', "import { table } from '../methods/manifest.js';", /may not import methods\/manifest\.ts/],
  ['runtime/a.ts', "const load = () => import('../methods/totp/index.js');", /may not import methods\/totp\/index/],
  ['runtime/a.ts', 'const load = (kind: string) => import(kind);', /computed name/],
  ['ui/a.ts', "import type { T } from '../i18n/translate.js';", /may not import i18n\/translate\.ts/],
  ['ui/field.ts', "import qrcode from 'qrcode/lib/core/qrcode.js';", /may not import the package qrcode/],
  ['methods/totp/step.ts', "import { x } from '../phone/logic.js';", /may not import methods\/phone\/logic\.ts/],
  ['methods/totp/step.ts', "type X = import('../phone/contract.js').Phone;", /may not import methods\/phone/],
  ['methods/totp/logic.ts', "import { TotpStep } from './step.js';", /may not import methods\/totp\/step\.ts/],
  ['methods/totp/logic.ts', "import { html } from 'lit';", /may not import the package lit/],
  ['methods/totp/card.ts', "import { icon } from '../../ui/icon.js';", /may not import ui\/icon\.ts/],
  ['methods/totp/contract.ts', "declare module '../phone/contract.js' {}", /may not import methods\/phone/],
  [
    'methods/phone/logic.ts',
    "import { x } from 'libphonenumber-js/core';",
    /may not import the package libphonenumber-js/,
  ],
  ['methods/manifest.ts', "import { x } from './totp/logic.js';", /methods\/totp\/logic\.ts but as a type/],
  ['wizard/a.ts', "import { x } from '../methods/totp/index.js';", /may not import methods\/totp\/index\.ts/],
  ['wizard/a.ts', "import { plan } from '../policy/plan.js';", /may not import policy\/plan\.ts/],
  ['wizard/a.ts', "import { x } from 'lodash';", /may not import the package lodash/],
  ['adapters/http/a.ts', "import { x } from '../../methods/totp/contract.js';", /but as a type/],
  ['adapters/http/a.ts', "import { generate } from 'otplib';", /may not import the package otplib/],
  ['index.ts', "export * from './runtime/clock.js';", /may not import runtime\/clock\.ts/],
  ['method.ts', "export * from './wizard/wizard.js';", /may not import wizard\/wizard\.ts/],
  ['other/a.ts', "import { x } from '../contract/fault.js';", /in no room/],
  ['core/a.ts', "import { x } from './flow';", /without \.js/],
  ['runtime/visit.ts', 'setTimeout(() => {}, 5);', /uses setTimeout: only the clock waits/],
  ['ui/a.ts', 'const f = () => globalThis.setInterval(g, 5);', /uses .*setInterval: only the clock waits/],
  ['wizard/a.ts', 'requestAnimationFrame(f);', /only the clock waits/],
  ['runtime/calls.ts', 'const signal = AbortSignal.timeout(5);', /only the clock waits/],
  ['core/a.ts', 'export const f = () => Date.now();', /only the clock knows the time/],
  ['wizard/a.ts', 'export const f = () => new Date();', /only the clock knows the time/],
  ['ui/a.ts', 'export const f = () => performance.now();', /only the clock knows the time/],
  ['methods/totp/step.ts', "customElements.define('x-y', X);", /uses customElements/],
  ['ui/a.ts', "const root = document.querySelector('a');", /uses document\.querySelector: importing has no effect/],
  ['ui/a.ts', 'class A { static touch = navigator.maxTouchPoints > 0; }', /uses navigator/],
  ['ui/a.ts', 'const wide = window.innerWidth;', /uses window/],
  ['ui/a.ts', 'export const f = () => html`<p style="color: red"></p>`;', /uses style=/],
  ['ui/a.ts', "import { styleMap } from 'lit/directives/style-map.js'; styleMap({});", /uses styleMap/],
  ['ui/a.ts', 'export const f = (x: string) => unsafeHTML(x);', /uses unsafeHTML/],
  ['core/a.ts', 'export const f = (x: any): void => {};', /uses any/],
  ['core/a.ts', '// line\n'.repeat(250), /longer than 250 lines/],
];

for (const [file, code, says] of planted) {
  test(`caught: ${file} ${code.replace(/\s+/g, ' ').slice(0, 60)}`, () => {
    assert.match(violations(readSource(file, reason + code)).join('\n'), says);
  });
}

test('caught: a file that does not say why it exists', () => {
  assert.match(violations(readSource('core/a.ts', 'export const a = 1;')).join('\n'), /says why it exists/);
});

/** What looks like a breach and is none. */
const allowed: readonly (readonly [file: string, code: string])[] = [
  ['contract/a.ts', "import type { Ms } from './enrollment.js';"],
  ['methods/totp/contract.ts', "declare module '../../contract/enrollment.js' { interface MethodTypes {} }"],
  ['methods/phone/logic.ts', "import { parse } from './phone-number.js';"],
  ['methods/phone/phone-number.ts', "import { AsYouType } from 'libphonenumber-js/core/es6';"],
  ['methods/manifest.ts', "import { card } from './totp/card.js'; const load = () => import('./totp/index.js');"],
  ['methods/totp/step.ts', "import { html } from 'lit'; import { field } from '../../ui/field.js';"],
  ['ui/qr-code.ts', "const load = () => import('qrcode/lib/core/qrcode.js');"],
  ['adapters/memory/a.ts', "import { x } from 'otplib'; import type { T } from '../../methods/totp/contract.js';"],
  ['adapters/memory/a.ts', 'export const now = () => Date.now();'],
  ['wizard/a.ts', 'export const f = (day: string) => Date.parse(day);'],
  ['policy/a.ts', 'export const f = (at: number) => new Date(at).toISOString();'],
  ['index.ts', "export type * from './methods/rows.js';"],
  ['runtime/clock.ts', 'setTimeout(() => performance.now(), 5);'],
  ['runtime/visit.ts', '// setTimeout is the business of the clock\nclock.setTimeout(5);'],
  ['core/a.ts', "export interface A { when: Date; any: 'any' }"],
  ['ui/a.ts', "export const f = () => document.createElement('p'); class B { wide = window.innerWidth; }"],
  ['define.ts', "customElements.define('a-b', A);"],
  ['methods/totp/strings.ts', '// line\n'.repeat(400)],
];

for (const [file, code] of allowed) {
  test(`allowed: ${file} ${code.replace(/\s+/g, ' ').slice(0, 60)}`, () => {
    assert.deepEqual(violations(readSource(file, reason + code)), []);
  });
}
