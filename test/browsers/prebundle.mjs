// Serves heavy packages as a few ES modules, so that CommonJS works in a test page and hundreds of requests become one.
import path from 'node:path';
import { build } from 'esbuild';

const base = '/__package__/';
const nameOf = (specifier) => specifier.replace(/\.js$/, '').replace(/[^\w.-]+/g, '_');

/** A plugin for the test server; the packages share one graph, so a module in two of them exists once. */
export function prebundle(specifiers) {
  const known = new Set(specifiers);
  const files = new Map();
  return {
    name: 'prebundle',
    async serverStart() {
      const { outputFiles } = await build({
        entryPoints: specifiers.map((specifier) => ({ in: specifier, out: nameOf(specifier) })),
        bundle: true,
        splitting: true,
        format: 'esm',
        platform: 'browser',
        target: 'es2022',
        define: { 'process.env.NODE_ENV': '"test"' },
        outdir: path.resolve('packages'), // never written
        write: false,
        logLevel: 'error',
      });
      for (const file of outputFiles) files.set(base + path.basename(file.path), file.text);
    },
    resolveImport({ source }) {
      return known.has(source) ? `${base}${nameOf(source)}.js` : undefined;
    },
    serve({ path: wanted }) {
      const body = files.get(wanted);
      return body === undefined ? undefined : { body, type: 'js' };
    },
  };
}
