// Builds what is published: modules for bundlers, modules for a plain page, and one file for a plain script tag.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import commonjs from '@rollup/plugin-commonjs';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { transform } from 'esbuild';
import errorCorrection from 'qrcode/lib/core/error-correction-code.js';
import levels from 'qrcode/lib/core/error-correction-level.js';
import esbuild from 'rollup-plugin-esbuild';

const root = path.dirname(fileURLToPath(import.meta.url));
const source = (file) => path.join(root, 'src', file);
/** Posix path of a module below the project's root, whatever the system writes. */
const inProject = (id) => path.relative(root, id.replace(/^\0|\?.*$/g, '')).replaceAll(path.sep, '/');

/** The public entries: name of the file in dist, and where its source is. */
const entries = {
  index: 'index.ts',
  define: 'define.ts',
  method: 'method.ts',
  'adapters/compose': 'adapters/compose.ts',
  'adapters/http': 'adapters/http/index.ts',
  'adapters/memory': 'adapters/memory/index.ts',
  'adapters/with-idempotency': 'adapters/with-idempotency.ts',
  'adapters/with-policy': 'adapters/with-policy.ts',
  policy: 'policy/index.ts',
  server: 'server/index.ts',
  'server/openapi': 'server/openapi/index.ts',
  testing: 'testing/index.ts',
};

/**
 * A page without a bundler loads one script and gets all: the tag registered, and whatever `index` exports. It is a
 * module of its own so that both sit in one file: a facade over a shared chunk would cost a round trip.
 */
const pageEntry = source('page.ts');
const everythingForAPage = {
  name: 'everything-for-a-page',
  resolveId: (id) => (id === pageEntry ? id : null),
  load(id) {
    if (id !== pageEntry) return null;
    const index = existsSync(source('index.ts')) ? "export * from './index.js';" : '';
    return { code: `import './define.js'; ${index}`, moduleSideEffects: true };
  },
  generateBundle(_options, files) {
    if (!files['bundle.js']) return;
    const types = "import './types/define.js';\nexport * from './types/index.js';\n";
    this.emitFile({ type: 'asset', fileName: 'bundle.d.ts', source: types });
  },
};

/**
 * Minifies styles inside scripts: 0.2 kB of the first load. Markup stays as written: it would give a third of that, and
 * white space between inline elements is seen.
 */
const smallStyles = {
  name: 'small-styles',
  async transform(code, id) {
    if (!inProject(id).startsWith('src/')) return null;
    const literals = [...code.matchAll(/(?<=\bcss|\bstyles = )`([^`$\\]*)`/g)];
    let [rest, out] = [0, ''];
    for (const { 0: literal, 1: styles, index } of literals) {
      const small = await transform(styles, { loader: 'css', minify: true, charset: 'utf8' });
      out += `${code.slice(rest, index)}\`${small.code.trim().replaceAll('\\', '\\\\')}\``;
      rest = index + literal.length;
    }
    return literals.length ? { code: out + code.slice(rest), map: { mappings: '' } } : null;
  },
};

/** A table of the QR standard by level, M and L as their bits are, and version: two of its four levels. */
const byLevel = (count) =>
  JSON.stringify([levels.M, levels.L].map((level) => Array.from({ length: 40 }, (_, at) => count(at + 1, level))));
const left = "() => { throw new Error('left out of this build'); }";
/**
 * What stands in for parts of dependencies that nothing of ours can reach, but that no bundler can prove so: 2.3 kB on the
 * way to the last page. Should one be reached after all, it says so instead of failing in silence.
 */
const slimmer = {
  // Numbers are shown as they were typed (R132): they are never formatted.
  'libphonenumber-js/es6-modern/format.js': `export default ${left}; export const chooseFormatForNumber = ${left};`,
  // The plans are of the version that reads them.
  'libphonenumber-js/es6-modern/tools/semver-compare.js': 'export default () => 0;',
  'libphonenumber-js/es6-modern/helpers/getPossibleCountriesForNumber.js': `export default ${left};`,
  // What a link says beside its number is cut off before.
  'libphonenumber-js/es6-modern/helpers/extractFormattedPhoneNumberFromPossibleRfc3966NumberUri.js':
    "export default (text, { extractFormattedPhoneNumber }) => extractFormattedPhoneNumber(text) || '';",
  // A QR code of ours is one segment of bytes at level L or M: other modes are not known, and there is no best split to find.
  'qrcode/lib/core/mode.js':
    'exports.BYTE = { bit: 4, ccBits: [8, 16, 16] }; exports.MIXED = { bit: -1 };' +
    'exports.getCharCountIndicator = ({ ccBits }, version) => ccBits[version < 10 ? 0 : version < 27 ? 1 : 2];',
  'qrcode/lib/core/error-correction-level.js':
    'exports.L = { bit: 1 }; exports.M = { bit: 0 }; exports.from = (level, usual) => exports[level] ?? level ?? usual;',
  'qrcode/lib/core/error-correction-code.js':
    `const blocks = ${byLevel(errorCorrection.getBlocksCount)}, codewords = ${byLevel(errorCorrection.getTotalCodewordsCount)};` +
    'exports.getBlocksCount = (version, { bit }) => blocks[bit][version - 1];' +
    'exports.getTotalCodewordsCount = (version, { bit }) => codewords[bit][version - 1];',
  'qrcode/lib/core/segments.js':
    "const Bytes = require('./byte-data'); exports.fromArray = (segments) => segments.map(({ data }) => new Bytes(data));",
};
const slim = {
  name: 'slim',
  load(id) {
    // The same file under other ids is what the bundler makes of a CommonJS module.
    if (id.startsWith('\0') || id.includes('?')) return null;
    return Object.entries(slimmer).find(([file]) => inProject(id).endsWith(`node_modules/${file}`))?.[1] ?? null;
  },
};

const plugins = (isForPage) => [
  everythingForAPage,
  slim,
  smallStyles,
  nodeResolve({ browser: true, exportConditions: ['browser', 'production'] }),
  commonjs({ include: /node_modules\/(qrcode|dijkstrajs)\// }),
  esbuild({
    target: 'es2022',
    // Modules are always UTF-8, and an escaped Japanese word is twice as long.
    charset: 'utf8',
    tsconfig: path.join(root, 'tsconfig.json'),
    legalComments: 'none',
    // Module by module, private names begin at `#a` in every class: what comes after would number them through.
    minifyIdentifiers: isForPage,
  }),
];
const tersely = terser({
  ecma: 2022,
  module: true,
  compress: { passes: 5, lhs_constants: false },
  format: { comments: false },
});
/** What terser leaves on lines of their own is markup in templates, where any run of white space is one space. */
const onOneLine = { name: 'on-one-line', renderChunk: (code) => ({ code: code.replace(/\n {2,}/g, ' '), map: null }) };
const minify = [tersely, onOneLine];
/**
 * The second chunk is fetched while the prompt is read; with this line Chromium compiles all of it in that time, and not
 * function by function under the next press. Other browsers read a comment.
 */
const compiledAhead = {
  name: 'compiled-ahead',
  renderChunk: (code, { name }) =>
    name === 'later' ? { code: `//# allFunctionsCalledOnLoad\n${code}`, map: null } : null,
};

/**
 * What every page after the prompt needs is one request too, fetched while the prompt is read: all that these reach, and
 * what methods share, unless the first load has it already.
 */
const secondChunk = [
  'wizard/later',
  'runtime/tour',
  'ui/choice',
  'ui/copy-button',
  'ui/field',
  'ui/link',
  'ui/manual-entry',
  'ui/qr-picture',
  'ui/sentence',
  'ui/text-field',
  'contract/fault',
  'contract/resend',
  'contract/typed-code',
];
/** The words of faults: fetched behind the second chunk, and before anything that is refused is shown. */
const words = ['wizard/faults'];
/** What only few people meet. */
const aside = ['wizard/aside', 'runtime/settle'];

/** All modules that are loaded together with the given ones. */
function reached(files, getModuleInfo) {
  const found = new Set(files.map((file) => source(`${file}.ts`)));
  for (const id of found) for (const next of getModuleInfo(id)?.importedIds ?? []) found.add(next);
  return found;
}

/** One language of the shell is one request: its own words and every card's. */
function ownChunk(id, { getModuleInfo }) {
  const isIn = (files) => reached(files, getModuleInfo).has(id);
  if (!isIn(['define'])) {
    if (isIn(secondChunk)) return 'later';
    if (isIn(words)) return 'faults';
    if (isIn(aside)) return 'aside';
  }
  const language = /^src\/(?:wizard\/(?:.*\/)?strings|methods\/[^/]+\/card)\.([a-z-]+)\.ts$/i.exec(inProject(id))?.[1];
  return language && `lang-${language.toLowerCase()}`;
}

/**
 * A single file holds the methods that most organisations ask for. What is reached from the rest of the table alone lies
 * beside it in one more file, which is fetched where one of those is spoken of.
 */
function besideTheFile(id, { getModuleInfo }) {
  const rest = source('methods/others.ts');
  const walk = (from, found, avoid) => {
    if (found.has(from) || from === avoid) return found;
    found.add(from);
    const { importedIds = [], dynamicallyImportedIds = [] } = getModuleInfo(from) ?? {};
    for (const next of [...importedIds, ...dynamicallyImportedIds]) walk(next, found, avoid);
    return found;
  };
  besideTheFile.main ??= walk(pageEntry, new Set(), rest);
  return besideTheFile.main.has(id) ? 'bundle' : 'bundle-methods';
}

/** What a chunk is called: after the folder of its method, after its file, or after its package. */
function chunkName({ name, facadeModuleId, moduleIds }) {
  if (name.startsWith('lang-') || ['later', 'faults', 'aside'].includes(name)) return name;
  const file = inProject(facadeModuleId ?? moduleIds.at(-1) ?? name);
  const [, kind, rest] = /^src\/methods\/([^/]+)\/(.+)\.ts$/.exec(file) ?? [];
  if (kind) return rest === 'index' ? kind : `${kind}.${rest.replaceAll('/', '-')}`;
  const [, library, part] = /node_modules\/((?:@[^/]+\/)?[^/]+)\/(.+)$/.exec(file) ?? [];
  if (library)
    return `${library.replace('@', '').replace('/', '-')}.${path.basename(part).replace(/(\.json)?\.[cm]?js$/, '')}`;
  return name === 'index' ? path.basename(path.dirname(file)) : name;
}

/** How a module is handed over that is fetched by name: short, and not frozen, since nobody outside can reach it. */
const plainly = { freeze: false, generatedCode: { arrowFunctions: true } };

const split = (dir) => ({
  dir,
  format: 'es',
  sourcemap: true,
  ...plainly,
  entryFileNames: '[name].js',
  chunkFileNames: (chunk) => `chunks/${chunkName(chunk)}.js`,
  manualChunks: ownChunk,
  onlyExplicitManualChunks: true,
});

function onLog(level, log, handler) {
  // A comment in a dependency stands where it means nothing.
  if (log.code === 'INVALID_ANNOTATION') return;
  // A half-resolved import would only show on somebody's page.
  handler(log.code === 'UNRESOLVED_IMPORT' || log.code === 'CIRCULAR_DEPENDENCY' ? 'error' : level, log);
}

const packageInput = Object.fromEntries(
  Object.entries(entries)
    .map(([name, file]) => [name, source(file)])
    .filter(([, file]) => existsSync(file)),
);
const hasPage = existsSync(source('define.ts'));
const hasMemory = 'adapters/memory' in packageInput;

/** @type {import('rollup').RollupOptions[]} */
export default [
  // For bundlers: Lit stays an import, so that an application has one copy of it. All else is inside.
  Object.keys(packageInput).length && {
    input: packageInput,
    external: [/^lit($|\/)/, /^@lit\//],
    output: split('dist'),
  },
  // For a page without a bundler: Lit inside, lazy chunks beside it.
  hasPage && {
    input: { define: source('define.ts') },
    // Lazy chunks take what they share from the entry itself; a facade before it would cost a round trip.
    preserveEntrySignatures: 'allow-extension',
    output: { ...split('dist/browser'), sourcemap: 'hidden', plugins: [...minify, compiledAhead] },
  },
  // For trying the tag out on such a page; by itself, so that it takes nothing of the first load apart.
  hasMemory && {
    input: { memory: source(entries['adapters/memory']) },
    output: { ...split('dist/browser/adapters'), plugins: minify },
  },
  // For one script tag and nothing else.
  hasPage && {
    input: { bundle: pageEntry },
    preserveEntrySignatures: 'allow-extension',
    output: {
      dir: 'dist',
      format: 'es',
      sourcemap: 'hidden',
      ...plainly,
      entryFileNames: '[name].js',
      chunkFileNames: '[name].js',
      manualChunks: besideTheFile,
      onlyExplicitManualChunks: true,
      plugins: minify,
    },
  },
]
  .filter(Boolean)
  .map((build) => ({ ...build, plugins: plugins(!build.external), onLog }));
