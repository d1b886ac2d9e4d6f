// Starts WebKitGTK's WebDriver on a free port, with a screen of its own where there is none.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  return port;
}

/** Xvfb chooses its display and tells its number on the pipe. */
async function startScreen() {
  const options = { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] };
  const screen = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'], options);
  const failed = once(screen, 'error').then(([error]) => Promise.reject(error));
  const [number] = await Promise.race([once(screen.stdio[3], 'data'), failed]);
  return { process: screen, display: `:${String(number).trim()}` };
}

async function isReady(port) {
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/status`);
    return (await answer.json()).value.ready;
  } catch {
    return false;
  }
}

/**
 * A real screen is needed: without one the viewport is of negative width and axe never ends. The variables that switch
 * compositing or DMA-BUF off must stay unset, pages hang with them.
 */
export async function startWebKit(driver) {
  const children = [];
  const env = { ...process.env, GDK_BACKEND: 'x11' };
  process.once('exit', () => children.forEach((child) => child.kill()));
  if (!env.DISPLAY) {
    const screen = await startScreen();
    children.push(screen.process);
    env.DISPLAY = screen.display;
  }
  const port = await freePort();
  children.push(spawn(driver, [`--port=${port}`], { env, stdio: 'ignore' }));
  for (let attempt = 0; attempt < 200; attempt++) {
    if (await isReady(port)) return { port };
    await pause(50);
  }
  throw new Error(`${driver} did not become ready within 10 s`);
}
