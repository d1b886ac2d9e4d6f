/** Serves the bench's pages on localhost: the built wizard as it is published, packed as a good server packs it. */
import { once } from 'node:events';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../../', import.meta.url));
const built = path.join(root, 'dist/browser');

export interface Site {
  /** With a slash at its end. */
  readonly url: string;
  /** The script that watches a page from inside. */
  readonly probe: string;
  /** Whether the build has a method of this kind. */
  knows(this: void, kind: string): boolean;
  close(): Promise<void>;
}

/** The newest change among files, in milliseconds since 1970. */
const newest = (folder: string): number =>
  Math.max(
    ...readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => statSync(path.join(entry.parentPath, entry.name)).mtimeMs),
  );

/** Figures of an older build would be about another wizard. */
function needBuild(): void {
  if (!existsSync(path.join(built, 'define.js'))) throw new Error('There is no dist/browser: npm run build');
  if (newest(path.join(root, 'src')) > newest(built)) throw new Error('dist/browser is older than src: npm run build');
}

async function bundled(name: string, format: 'esm' | 'iife'): Promise<string> {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [`test/bench/page/${name}.ts`],
    conditions: ['browser', 'production'],
    bundle: true,
    minify: true,
    write: false,
    format,
    target: 'es2022',
    legalComments: 'none',
  });
  return outputFiles[0]?.text ?? '';
}

/** A page in the shape that a host's has: the tag, one script, a few lines inline, and the font that whatever stands there has. */
const page = (body: string, lang = 'en'): string => `<!doctype html>
<html lang="${lang}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width" />
    <title>Bench</title>
    <link rel="icon" href="data:," />
    <style>
      body {
        font-family: system-ui;
      }
    </style>
  </head>
  <body>
    ${body}
  </body>
</html>
`;
const script = (address: string): string => `<script type="module" src="/${address}"></script>`;
const subject = (tag: string, address: string, host = '', lang = 'en'): string =>
  page(`<${tag} data-subject></${tag}>${script(address)}<script type="module">${host}</script>`, lang);

/** Every file of the site, by its address. */
async function filesOf(): Promise<ReadonlyMap<string, string>> {
  const [bare, host, mounts] = await Promise.all(['bare', 'host', 'mounts'].map((name) => bundled(name, 'esm')));
  const wizard = readdirSync(built, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.js') && !file.startsWith('adapters'))
    .map(
      (file) => [`/wizard/${file.replaceAll(path.sep, '/')}`, readFileSync(path.join(built, file), 'utf8')] as const,
    );
  return new Map([
    ...wizard,
    ['/blank', page('')],
    ['/bare', subject('bare-element', 'bare.js', host)],
    ['/wizard', subject('security-info-wizard', 'wizard/define.js', host)],
    ['/wizard-ja', subject('security-info-wizard', 'wizard/define.js', host, 'ja')],
    ['/mounts', page(['wizard/define.js', 'bare.js', 'mounts.js'].map(script).join(''))],
    ['/bare.js', bare ?? ''],
    ['/mounts.js', mounts ?? ''],
  ]);
}

export async function serve(): Promise<Site> {
  needBuild();
  const packed = new Map([...(await filesOf())].map(([address, text]) => [address, brotliCompressSync(text)]));
  const server = createServer(({ url = '/' }, response) => {
    const [address = '/'] = url.split('?', 1);
    const body = packed.get(address);
    const type = address.endsWith('.js') ? 'text/javascript' : 'text/html';
    response.writeHead(body ? 200 : 404, { 'Content-Type': `${type}; charset=utf-8`, 'Content-Encoding': 'br' });
    response.end(body);
  });
  server.listen(0, 'localhost');
  await once(server, 'listening');
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}/`,
    probe: await bundled('probe', 'iife'),
    knows: (kind) => packed.has(`/wizard/chunks/${kind}.js`),
    async close() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}
