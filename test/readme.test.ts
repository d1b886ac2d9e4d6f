// Compiles what the README shows: an example that does not compile is worse than none.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const readme = readFileSync(path.join(root, 'README.md'), 'utf8');
const blocksOf = (language: string): string[] =>
  [...readme.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, 'g'))].map(([, code = '']) => code);

/** Runs the compiler over the examples as a strict project of an integrator would. */
function compile(files: Readonly<Record<string, string>>): string {
  mkdirSync(path.join(root, 'node_modules/.cache'), { recursive: true });
  const folder = mkdtempSync(path.join(root, 'node_modules/.cache/readme-'));
  const source = (file: string): string[] => [path.relative(folder, path.join(root, 'src', file))];
  const options = {
    extends: path.relative(folder, path.join(root, 'tsconfig.json')),
    compilerOptions: {
      types: [],
      noUnusedLocals: false,
      paths: {
        'security-info-wizard': source('index.ts'),
        'security-info-wizard/define': source('define.ts'),
        'security-info-wizard/method': source('method.ts'),
        'security-info-wizard/adapters/memory': source('adapters/memory/index.ts'),
        'security-info-wizard/adapters/with-policy': source('adapters/with-policy.ts'),
        'security-info-wizard/policy': source('policy/index.ts'),
        'security-info-wizard/server': source('server/index.ts'),
        'security-info-wizard/testing': source('testing/index.ts'),
      },
    },
    include: ['*.ts', path.relative(folder, path.join(root, 'src/ui/qrcode-core.d.ts'))],
  };
  writeFileSync(path.join(folder, 'tsconfig.json'), JSON.stringify(options));
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
  try {
    execFileSync(process.execPath, [path.join(root, 'node_modules/typescript/bin/tsc'), '-p', folder], {
      encoding: 'utf8',
    });
    return '';
  } catch (error) {
    return String((error as { stdout?: unknown }).stdout);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test('every TypeScript example of the README compiles, strictly [C31]', () => {
  const examples = blocksOf('ts');
  assert.ok(examples.length >= 3, 'there are examples');
  const module = "export {};\nimport 'security-info-wizard/define';\n";
  assert.equal(compile(Object.fromEntries(examples.map((code, n) => [`example-${n}.ts`, module + code]))), '');
});

test('an example that is wrong would be caught', () => {
  const wrong =
    "import type { SecurityInfoAdapter } from 'security-info-wizard';\nexport const a: SecurityInfoAdapter = {};\n";
  assert.match(compile({ 'wrong.ts': wrong }), /missing the following properties/);
});

test("the host page's script compiles", () => {
  const script = /<script type="module">\n([\s\S]*?)<\/script>/.exec(blocksOf('html').join('\n'))?.[1] ?? '';
  assert.match(script, /siw-complete/);
  const adapter = blocksOf('ts').find((code) => code.includes('export const adapter')) ?? '';
  const page = script.replace("querySelector('security-info-wizard')", "querySelector('security-info-wizard')!");
  assert.equal(compile({ 'page.ts': page, 'adapter.ts': adapter }), '');
});

test('every event and custom property of the element is in the README, and no other [C31]', () => {
  const element = readFileSync(path.join(root, 'src/wizard/security-info-wizard.ts'), 'utf8');
  const named = (text: string, pattern: RegExp): string[] =>
    [...new Set([...text.matchAll(pattern)].map(([m]) => m))].sort();
  const documented = element.slice(0, element.indexOf('export class'));
  assert.deepEqual(
    named(readme, /`siw-[a-z-]+`/g),
    named(documented.replace(/siw-[a-z-]+(?= -)/g, '`$&`'), /(?<!-)`siw-[a-z-]+`/g),
  );
  assert.deepEqual(named(readme, /--siw-[a-z-]+/g), named(documented, /--siw-[a-z-]+/g));
});
