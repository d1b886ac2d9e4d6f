// Holds what a page loads against its budget: minified, brotli 11, every import counted, Lit included.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import { parseAst } from 'rollup/parseAst';

const dist = fileURLToPath(new URL('../dist/', import.meta.url));
const page = path.join(dist, 'browser');

/**
 * The budget, in kB of 1000 bytes. `loads` names files of dist/browser without `.js`, with `*` for any text; what they
 * import statically is counted with them, what `after` has already loaded is not. `not` takes matches away again; a name
 * with `?` may match nothing.
 */
const budget = [
  { name: 'first load: define, shell, prompt, English', loads: ['define'], limit: 14, goal: 8.5 },
  // Fetched while the prompt is read; a limit of our own, so that it does not become the place for everything.
  { name: 'second chunk: flow, visits, later pages', after: ['define'], loads: ['later'], limit: 13.5, goal: 10 },
  ...['push', 'totp', 'phone'].map((kind) => ({
    name: `Japanese: prompt and ${kind}`,
    after: ['define', 'later', kind],
    loads: ['lang-ja', `${kind}.strings.ja`],
    limit: 2.5,
    goal: 1.5,
  })),
  // Fetched once something is refused, and shown with it: whoever makes no mistake never loads it.
  { name: 'words of what is refused', after: ['define', 'later'], loads: ['faults'], limit: 2.5, goal: 2 },
  // Chooser, default method, review, step-up, trouble, the end of a session: fetched by the few who come there.
  { name: 'pages that few people meet', after: ['define', 'later', 'faults'], loads: ['aside'], limit: 4, goal: 3 },
  { name: 'Japanese: second chunk', after: ['define'], loads: ['later-strings.ja'], limit: 2.5, goal: 2.5 },
  { name: 'QR code', after: ['define', 'later', 'totp'], loads: ['qr-code'], limit: 8, goal: 7.3 },
  { name: 'push, without QR code', after: ['define', 'later'], loads: ['push'], limit: 4, goal: 3 },
  { name: 'totp, without QR code', after: ['define', 'later'], loads: ['totp'], limit: 4, goal: 3 },
  ...['email', 'security-questions', 'recovery-codes', 'app-password', 'hardware-otp', 'external'].map((kind) => ({
    name: kind,
    after: ['define', 'later'],
    loads: [kind],
    limit: 3,
    goal: 2,
  })),
  { name: 'passkey', after: ['define', 'later'], loads: ['passkey'], limit: 5, goal: 4 },
  { name: 'phone, before the country is known', after: ['define', 'later'], loads: ['phone'], limit: 31, goal: 16 },
  {
    name: 'phone, one country: Japan',
    after: ['define', 'later', 'phone'],
    loads: ['phone.zones-81'],
    limit: 3,
    goal: 3,
  },
  {
    name: 'phone, with the heaviest country',
    after: ['define', 'later'],
    loads: ['phone', 'phone.zones-1'],
    limit: 31,
    goal: 16,
  },
  {
    name: 'prompt to success: push, phone, English',
    loads: ['define', 'later', 'push', 'qr-code', 'phone', 'phone.zones-81'],
    limit: 48,
    goal: 30,
  },
  { name: 'single file for a script tag', file: 'bundle.js', limit: 70, goal: 58 },
];

/** Packages that must not reach a person's browser; the memory adapter, for trials, may. */
const banned = ['otplib', '@otplib', '@noble', '@scure'];

/** Name of a file for the table → its path, for all that belongs to the wizard (adapters are the host's choice). */
const files = new Map(
  ['.', 'chunks']
    .map((folder) => path.join(page, folder))
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder).map((name) => path.join(folder, name)))
    .filter((file) => file.endsWith('.js'))
    .map((file) => [path.basename(file, '.js'), file]),
);

const sizes = new Map();
function brotli(file) {
  const options = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } };
  if (!sizes.has(file)) sizes.set(file, brotliCompressSync(readFileSync(file), options).length);
  return sizes.get(file);
}

function staticImports(file) {
  return parseAst(readFileSync(file, 'utf8'))
    .body.filter((node) => node.source)
    .map((node) => path.resolve(path.dirname(file), node.source.value));
}

function withImports(roots) {
  const seen = new Set();
  const visit = (file) => {
    if (seen.has(file)) return;
    seen.add(file);
    staticImports(file).forEach(visit);
  };
  roots.forEach(visit);
  return seen;
}

const toPattern = (text) =>
  new RegExp(
    `^${text
      .split('*')
      .map((part) => part.replace(/\W/g, '\\$&'))
      .join('.*')}$`,
  );
const matches = (text) => [...files.keys()].filter((name) => toPattern(text.replace(/\?$/, '')).test(name));

function named(patterns, not = []) {
  const missing = patterns.filter((text) => !text.endsWith('?') && matches(text).length === 0);
  if (missing.length)
    throw new Error(`dist/browser has no ${missing.join(', ')}; it has ${[...files.keys()].join(', ')}`);
  const away = new Set(not.flatMap(matches));
  return patterns
    .flatMap(matches)
    .filter((name) => !away.has(name))
    .map((name) => files.get(name));
}

function bytesOf({ file, loads, not, after = [] }) {
  if (file) return brotli(path.join(dist, file));
  const already = withImports(named(after));
  const counted = [...withImports(named(loads, not))].filter((needed) => !already.has(needed));
  return counted.reduce((sum, needed) => sum + brotli(needed), 0);
}

function bannedIn(file) {
  const { sources } = JSON.parse(readFileSync(`${file}.map`, 'utf8'));
  return banned.filter((name) => sources.some((source) => source.includes(`node_modules/${name}/`)));
}

const problems = [];
const print = (...cells) =>
  console.log(cells.map((cell, i) => (i ? String(cell).padStart(8) : cell.padEnd(44))).join(''));
print('what a page loads', 'bytes', 'limit', 'goal');
for (const row of budget) {
  try {
    const bytes = bytesOf(row);
    const verdict = bytes > row.limit * 1000 ? 'OVER THE LIMIT' : bytes > row.goal * 1000 ? 'over the goal' : '';
    print(row.name, bytes, row.limit * 1000, row.goal * 1000, ` ${verdict}`);
    if (bytes > row.limit * 1000) problems.push(`${row.name}: ${bytes} bytes, the limit is ${row.limit * 1000}`);
  } catch (error) {
    problems.push(`${row.name}: ${error.message}`);
  }
}
for (const file of [...files.values(), path.join(dist, 'bundle.js')].filter((name) => existsSync(name))) {
  const found = bannedIn(file);
  if (found.length) problems.push(`${path.relative(dist, file)} holds ${found.join(', ')}`);
}
for (const problem of problems) console.error(problem);
process.exitCode = problems.length ? 1 : 0;
