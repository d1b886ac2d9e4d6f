/** Tests what is published, not what is written: packed, unpacked beside Lit alone, imported, type-checked, linted. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import ts from 'typescript';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../../', import.meta.url));
const inRepository = (file: string): string => path.join(root, 'node_modules', file);

interface Manifest {
  readonly name: string;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly exports: Readonly<Record<string, string | { readonly types: string; readonly default: string }>>;
  readonly customElements: string;
}

let folder = '';
let tarball = '';
let files: readonly string[] = [];
/** The unpacked package. */
let pack = '';
let manifest: Manifest;

async function readJson<T>(file: string): Promise<T> {
  // The cast is the caller's claim about a file that the build or npm has written.
  return JSON.parse(await readFile(file, 'utf8')) as T;
}

/** Runs a program in the scratch project; a failure carries all that it said. */
async function inProject(file: string, ...args: string[]): Promise<string> {
  try {
    const { stdout } = await run(process.execPath, [file, ...args], { cwd: folder });
    return stdout;
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
    throw new Error(`${path.basename(file)} ${args.join(' ')}\n${stdout}${stderr}`);
  }
}

before(async () => {
  assert.ok(existsSync(path.join(root, 'dist/index.js')), 'dist is there: run `npm run build` first');
  folder = await mkdtemp(path.join(os.tmpdir(), 'siw-package-'));
  const args = ['pack', '--ignore-scripts', '--json', '--pack-destination', folder];
  const { stdout } = await run('npm', args, { cwd: root, shell: process.platform === 'win32' });
  const [packed] = JSON.parse(stdout) as [{ filename: string; files: { path: string }[] }];
  tarball = path.join(folder, packed.filename);
  files = packed.files.map((file) => file.path);
  const modules = path.join(folder, 'node_modules');
  await mkdir(modules);
  await run('tar', ['-xzf', tarball, '-C', modules]);
  manifest = await readJson<Manifest>(path.join(modules, 'package/package.json'));
  pack = path.join(modules, manifest.name);
  await run(process.execPath, [
    '-e',
    `fs.renameSync(${JSON.stringify(path.join(modules, 'package'))}, ${JSON.stringify(pack)})`,
  ]);
  // What an installer gets, and nothing more: a forgotten dependency must fail here.
  for (const name of Object.keys(manifest.dependencies))
    await symlink(inRepository(name), path.join(modules, name), 'dir');
  await writeFile(path.join(folder, 'package.json'), '{ "type": "module", "private": true }');
});

after(async () => {
  if (folder) await rm(folder, { recursive: true, force: true });
});

test('an installer gets Lit and nothing else', () => {
  assert.deepEqual(Object.keys(manifest.dependencies), ['lit']);
});

test('the tarball holds the build, the licence and the papers, no sources and no tests', () => {
  const stray = files.filter((file) => !/^(dist\/|LICENSE$|README\.md$|package\.json$)/.test(file));
  assert.deepEqual(stray, []);
  const forTests = files.filter((file) => /\.(test|browser)\.|(^|\/)(samples|test)[./]/.test(file));
  // A type of the entry for whoever writes a method; the samples themselves stay at home.
  assert.deepEqual(forTests, ['dist/types/contract/samples.d.ts']);
  assert.ok(files.includes('LICENSE'));
});

test('nothing that an integrator reads goes by numbers that stand in no paper of the package', async () => {
  const read = files.filter((file) => /\.d\.ts$|\/custom-elements\.json$|\/testing\.js$/.test(file));
  assert.ok(read.length > 100, 'declarations are there');
  const found = await Promise.all(
    read.map(async (file) => {
      const lines = (await readFile(path.join(pack, file), 'utf8')).split('\n');
      return lines.filter((line) => /\b[RFC]\d{1,3}\b/.test(line)).map((line) => `${file}: ${line.trim()}`);
    }),
  );
  assert.deepEqual(found.flat(), []);
});

test('every export leads to a file, and every script to its types', () => {
  for (const [entry, target] of Object.entries(manifest.exports)) {
    for (const file of typeof target === 'string' ? [target] : [target.types, target.default]) {
      assert.ok(existsSync(path.join(pack, file)), `${entry} → ${file}`);
    }
  }
});

/** Every entry that is a module, but the two that register the tag. */
const modules = [
  ...['', '/method', '/policy', '/server', '/server/openapi', '/testing'],
  ...['/adapters/compose', '/adapters/http', '/adapters/memory', '/adapters/with-idempotency', '/adapters/with-policy'],
];

test('each entry that is a module is tried', () => {
  const named = Object.keys(manifest.exports).filter((entry) => !/\.js(on)?$|\/define$/.test(entry));
  assert.deepEqual(modules.map((entry) => `.${entry}`).sort(), named.sort());
});

for (const entry of modules) {
  test(`importing security-info-wizard${entry} in Node has no effect`, async () => {
    const code = `
      // Lit notes its version on the global object; it comes first, so that only our own doing is seen.
      await import('lit');
      await import('lit/decorators.js');
      const globals = () => Object.getOwnPropertyNames(globalThis).sort().join();
      const before = globals();
      const names = Object.keys(await import('security-info-wizard${entry}'));
      if (globals() !== before) throw new Error('left something on the global object');
      console.log(names.length);`;
    await writeFile(path.join(folder, 'import.js'), code);
    assert.ok(Number(await inProject('import.js')) > 0, 'it exports something');
  });
}

test('the manifest describes the element at its published place', async () => {
  interface Elements {
    readonly modules: readonly {
      readonly path: string;
      readonly declarations: readonly { readonly tagName?: string }[];
    }[];
  }
  const { modules } = await readJson<Elements>(path.join(pack, manifest.customElements));
  const home = modules.find(({ declarations }) =>
    declarations.some(({ tagName }) => tagName === 'security-info-wizard'),
  );
  assert.ok(home, 'security-info-wizard is described');
  assert.ok(existsSync(path.join(pack, home.path)), home.path);
});

const consumer = `
import * as wizard from 'security-info-wizard';
import * as method from 'security-info-wizard/method';
import * as memory from 'security-info-wizard/adapters/memory';
import * as page from 'security-info-wizard/bundle.js';
import 'security-info-wizard/define';
import type { MethodKind, SecurityInfoAdapter } from 'security-info-wizard';

export const element: wizard.SecurityInfoWizard | null = document.querySelector('security-info-wizard');
export const refusal: Error = new wizard.EnrollmentError({ code: 'invalid_code' });
// @ts-expect-error the list of codes is closed
export const unknown = new wizard.EnrollmentError({ code: 'no_such_code' });
export const kinds: readonly MethodKind[] = ['totp', 'phone'];
export function attach(adapter: SecurityInfoAdapter): void {
  if (!element) return;
  element.adapter = adapter;
  element.strings = { wizard: { 'prompt.title': 'One more step' }, passkey: { name: 'Key' } };
  // @ts-expect-error the words are known by their keys
  element.strings = { wizard: { 'prompt.tilte': 'One more step' } };
}
export const rest = [method.defineMethod, memory, page.EnrollmentError];
`;

/** A server's project: each entry by itself has to bring the table of methods with it. */
const servers: Readonly<Record<string, string>> = {
  'server.ts': `
import { createHandler, EnrollmentError, type Enrollment, type MethodKind, type SecurityInfoAdapter } from 'security-info-wizard/server';
export const kinds: readonly MethodKind[] = ['totp', 'phone', 'push'];
export const handler = (adapter: SecurityInfoAdapter) => createHandler(() => adapter, { allowedOrigins: [] });
export const begun = (id: Enrollment['id']): Enrollment => ({ id, kind: 'push', next: { type: 'ready' } });
export const refusal = new EnrollmentError({ code: 'server' });
`,
  'openapi.ts': `
import { openapi } from 'security-info-wizard/server/openapi';
export const version: '3.1.0' | '3.1.1' = openapi.openapi;
`,
  'testing.ts': `
import { checkAdapter, report, type Lab, type LabPerson } from 'security-info-wizard/testing';
export const lab = (person: () => LabPerson): Lab => ({ name: 'ours', kinds: ['totp', 'phone'], person });
export const run = async (person: () => LabPerson) => report(await checkAdapter(lab(person)), console.log);
`,
  'policy.ts': `
import { plan, readPolicy, type OrganizationPolicy, type PolicyProblem } from 'security-info-wizard/policy';
export const read = (json: unknown): OrganizationPolicy | readonly PolicyProblem[] => {
  const found = readPolicy(json, { kinds: ['badge'] });
  return 'problems' in found ? found.problems : found.policy;
};
export const policy: OrganizationPolicy = {
  mfa: { enforcement: 'conditional' },
  methods: [{ kind: 'totp', usage: ['sign-in'] }],
};
export const planning = plan;
`,
  'adapters.ts': `
import { compose } from 'security-info-wizard/adapters/compose';
import { createHttpAdapter } from 'security-info-wizard/adapters/http';
import { withIdempotency } from 'security-info-wizard/adapters/with-idempotency';
import { withPolicy } from 'security-info-wizard/adapters/with-policy';
const http = createHttpAdapter({ baseUrl: '/api/security-info' });
export const adapter = withPolicy(withIdempotency(compose(http, { phone: http })), {
  policy: { mfa: { enforcement: 'conditional' }, methods: [{ kind: 'totp', usage: ['sign-in'] }] },
});
`,
};

/** What was read from files, for all programs that resolve alike: to read is most of the work. */
const parsed = new Map<string, ts.SourceFile | undefined>();

/** What the compiler has to say about one file in a strict project whose `types` are nobody's. */
async function compile(file: string, text: string, moduleResolution: 'bundler' | 'nodenext'): Promise<string> {
  const module = moduleResolution === 'nodenext' ? 'nodenext' : 'es2022';
  const { options, errors } = ts.convertCompilerOptionsFromJson(
    {
      ...{ module, moduleResolution, target: 'es2022', lib: ['es2022', 'dom', 'dom.iterable'], types: [] },
      ...{ strict: true, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true, noEmit: true },
      // Our declarations are part of what is published, so they are checked too, and Lit's; the compiler's own are not.
      ...{ skipLibCheck: false, skipDefaultLibCheck: true },
    },
    folder,
  );
  const host = ts.createCompilerHost(options);
  const cached: ts.CompilerHost = {
    ...host,
    getCurrentDirectory: () => folder,
    getSourceFile: (name, how, ...more) => {
      const key = `${moduleResolution} ${name}`;
      if (!parsed.has(key)) parsed.set(key, host.getSourceFile(name, how, ...more));
      return parsed.get(key);
    },
  };
  const main = path.join(folder, file);
  await writeFile(main, text);
  const program = ts.createProgram([main], options, cached);
  return ts.formatDiagnostics([...errors, ...ts.getPreEmitDiagnostics(program)], cached);
}

for (const resolution of ['bundler', 'nodenext'] as const) {
  test(`a strict project with ${resolution} resolution compiles against the types`, async () =>
    assert.equal(await compile('consumer.ts', consumer, resolution), ''));

  for (const [file, text] of Object.entries(servers))
    test(`${file} compiles with ${resolution} resolution, though it imports no element`, async () =>
      assert.equal(await compile(file, text, resolution), ''));
}

test('a project with an error code that there is not does not compile', async () => {
  const wrong = consumer.replace(/^\/\/ @ts-expect-error.*$/m, '');
  assert.match(await compile('wrong.ts', wrong, 'nodenext'), /^wrong\.ts\(\d+,\d+\): error TS2322: .*no_such_code/);
});

test('an adapter of some sixty lines, on three servers, passes the kit', async () => {
  // As an integrator has it: our package by its name, the frameworks beside it.
  const published = (file: string): string => `security-info-wizard/${file.replace(/(\/index)?\.js$/, '')}`;
  await build({
    entryPoints: [path.join(root, 'test/e2e/integrator/prove.ts')],
    outfile: path.join(folder, 'prove.mjs'),
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'error',
    plugins: [
      {
        name: 'published',
        setup: ({ onResolve }) =>
          onResolve({ filter: /\/src\// }, (found) => ({
            path: published(found.path.replace(/^.*\/src\//, '')),
            external: true,
          })),
      },
    ],
  });
  await mkdir(path.join(folder, 'node_modules/@hono'), { recursive: true });
  for (const name of ['hono', '@hono/node-server', 'express', 'otplib'])
    await symlink(inRepository(name), path.join(folder, 'node_modules', name), 'dir');
  const said = await inProject('prove.mjs');
  assert.equal(said.match(/: refused with/g)?.length, 15, said);
  assert.equal(said.match(/^[4-9]\d passed, 0 failed, \d+ skipped$/gm)?.length, 3, said);
});

test('publint has nothing to say', async () => {
  const { messages, pkg } = await publint({ pkgDir: pack, pack: false, strict: true });
  assert.deepEqual(
    messages.map((message) => formatMessage(message, pkg, { color: false })),
    [],
  );
});

test('types and scripts resolve alike wherever modules are understood', async () => {
  const ignored = ['--profile', 'esm-only', '--exclude-entrypoints', './custom-elements.json'];
  await inProject(inRepository('@arethetypeswrong/cli/dist/index.js'), tarball, ...ignored, '--no-color', '--no-emoji');
});
