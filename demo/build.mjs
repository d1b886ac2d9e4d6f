// Bundles the demo page in memory, so that starting it leaves no file behind.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = path.dirname(fileURLToPath(import.meta.url));

/** What is served as it stands, by its address. */
const asWritten = {
  '/': 'index.html',
  '/gallery': 'gallery/index.html',
  '/policy': 'policy/index.html',
  '/authenticator/': 'authenticator/index.html',
  '/authenticator/icon.svg': 'authenticator/icon.svg',
  '/authenticator/manifest.webmanifest': 'authenticator/manifest.webmanifest',
  '/lighthouse/': 'lighthouse/index.html',
  '/app-icon.svg': 'app-icon.svg',
  '/art.svg': 'art.svg',
  '/favicon.svg': 'favicon.svg',
  '/favicon.ico': 'favicon.svg',
};

const types = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.map': 'application/json',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};

/**
 * Every file of the page, by its address.
 *
 * @returns {Promise<ReadonlyMap<string, { body: Uint8Array, type: string }>>}
 */
export async function buildPage({ hasServer = false } = {}) {
  const bundled = build({
    absWorkingDir: path.join(here, '..'),
    entryPoints: {
      main: 'demo/main.ts',
      page: 'demo/styles/page.css',
      gallery: 'demo/gallery/main.ts',
      'gallery-page': 'demo/gallery/gallery.css',
      'lighthouse/main': 'demo/lighthouse/main.ts',
      'lighthouse/lighthouse': 'demo/lighthouse/lighthouse.css',
      policy: 'demo/policy/main.ts',
      'policy-page': 'demo/policy/policy.css',
      'authenticator/main': 'demo/authenticator/main.ts',
      'authenticator/worker': 'demo/authenticator/worker.ts',
      'authenticator/authenticator': 'demo/authenticator/authenticator.css',
    },
    outdir: here,
    write: false,
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    minify: true,
    sourcemap: true,
    loader: { '.woff2': 'file' },
    chunkNames: 'chunks/[name]-[hash]',
    assetNames: 'fonts/[name]-[hash]',
    legalComments: 'none',
    logLevel: 'error',
  });
  const read = Object.entries(asWritten).map(async ([address, file]) => [
    address,
    { body: await readFile(path.join(here, file)), type: types[path.extname(file)] },
  ]);
  const made = (await bundled).outputFiles.map((file) => [
    `/${path.relative(here, file.path).replaceAll(path.sep, '/')}`,
    { body: file.contents, type: types[path.extname(file.path)] },
  ]);
  const files = new Map([...(await Promise.all(read)), ...made]);
  const page = files.get('/');
  // The page looks there for its accounts.
  if (hasServer) page.body = Buffer.from(String(page.body).replace('<html', '<html data-server'));
  return files;
}
