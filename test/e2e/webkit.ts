/** WebKitGTK by the plain WebDriver protocol (W3C WebDriver), which needs no package. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { PNG } from 'pngjs';
import { needBrowser } from '../browsers/find-browser.mjs';
import { find, type Engine } from './engine.js';

/** The driver and its screen end with the process that started them, so they get one of their own. */
async function startDriver(file: string): Promise<{ readonly port: string; stop(): void }> {
  const script = `
    import { startWebKit } from '${new URL('../browsers/webkit-driver.mjs', import.meta.url).href}';
    console.log((await startWebKit(process.argv[1])).port);
    process.stdin.resume().once('end', () => process.exit());`;
  const args = ['--input-type=module', '--eval', script, file];
  const host = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  const [port] = (await once(host.stdout, 'data')) as [Buffer];
  return { port: String(port).trim(), stop: () => void host.stdin.end() };
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function cutOut(picture: Buffer, { x, y, width, height }: Box): Buffer {
  const part = new PNG({ width: Math.floor(width), height: Math.floor(height) });
  PNG.bitblt(PNG.sync.read(picture), part, Math.ceil(x), Math.ceil(y), part.width, part.height);
  return PNG.sync.write(part);
}

interface Session {
  readonly sessionId: string;
  readonly capabilities: { readonly browserVersion: string };
}

const wishes = {
  browserName: 'MiniBrowser',
  timeouts: { pageLoad: 30_000, script: 30_000 },
  'webkitgtk:browserOptions': { args: ['--automation'] },
};

/** The name under which an element is handed over (section 12). */
const elementKey = 'element-6066-11e4-a52e-4f735466cecf';
type Found = { readonly [elementKey]: string } | null;

export async function webkit(): Promise<Engine> {
  const driver = await startDriver((await needBrowser('webkit')).path);
  const call = async <T>(method: 'GET' | 'POST' | 'DELETE', path: string, body: object = {}): Promise<T> => {
    const init = method === 'POST' ? { method, body: JSON.stringify(body) } : { method };
    const answer = await fetch(`http://127.0.0.1:${driver.port}/session${path}`, init);
    const { value } = (await answer.json()) as { value: T };
    assert.ok(answer.ok, `${path}: ${JSON.stringify(value)}`);
    return value;
  };
  const session = await call<Session>('POST', '', { capabilities: { alwaysMatch: wishes } });
  const at = `/${session.sessionId}`;
  const execute = <T>(act: (...args: never[]) => unknown, args: readonly unknown[]): Promise<T> =>
    call<T>('POST', `${at}/execute/sync`, { script: `return (${act.toString()})(...arguments)`, args });
  const look = (...wanted: [selector: string, words: string]): Promise<Found> => execute(find, wanted);
  const element = async (...wanted: [selector: string, words: string]): Promise<string> => {
    const found = await look(...wanted);
    assert.ok(found, wanted.join(' '));
    return `${at}/element/${found[elementKey]}`;
  };
  await call('POST', `${at}/window/rect`, { width: 1280, height: 1000 });
  return {
    version: `WebKitGTK ${session.capabilities.browserVersion}`,
    open: (url) => call('POST', `${at}/url`, { url }),
    sees: async (...wanted) => (await look(...wanted)) !== null,
    async click(...wanted) {
      const found = await look(...wanted);
      assert.ok(found, wanted.join(' '));
      // The driver takes what stands behind the bar at the foot of the page for visible.
      await execute((one: HTMLElement) => one.scrollIntoView({ block: 'center' }), [found]);
      await call('POST', `${at}/element/${found[elementKey]}/click`);
    },
    async type(selector, words, text) {
      const field = await element(selector, words);
      await call('POST', `${field}/clear`);
      await call('POST', `${field}/value`, { text });
    },
    async picture(...wanted) {
      const box = await call<Box>('GET', `${await element(...wanted)}/rect`);
      // A picture of the element alone comes out black.
      return cutOut(Buffer.from(await call<string>('GET', `${at}/screenshot`), 'base64'), box);
    },
    run: (act, word = '') => execute(act, [word]),
    async close() {
      await call('DELETE', at);
      driver.stop();
    },
  };
}
