/** A Postgres of a test's own: its own cluster in a temporary folder, on a Unix socket alone, gone with the test. */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';

/** Where Debian and what is made of it put each version. */
const versions = '/usr/lib/postgresql';
const patience = 30_000;

/**
 * Why no Postgres can be started here; `false`: one can.
 *
 * @example
 * test('two instances', { skip: noPostgres }, async () => {});
 */
export const noPostgres: string | false =
  binFolder() === undefined ? 'there is no Postgres on this machine (the package is called postgresql)' : false;

/** A server that runs until it is stopped, or killed. */
export interface Postgres {
  /** For `openDatabase({ url })`; the same after every start. */
  readonly url: string;
  /** As a power cut does it: what was not written is lost. */
  kill(): Promise<void>;
  /** Again, over the same folder. */
  start(): Promise<void>;
  /** Ends it in good order, and throws its folder away. */
  stop(): Promise<void>;
}

/**
 * Starts one; `undefined` where there is none. `durable`: it waits for the disk, as one in earnest does; for tests
 * about crashes.
 *
 * @example
 * const postgres = await startPostgres();
 * const { db, close } = await openDatabase({ url: postgres?.url });
 */
export async function startPostgres({ durable = false } = {}): Promise<Postgres | undefined> {
  const bin = binFolder();
  if (bin === undefined) return undefined;
  const owner = ownerIds();
  // Short, because the path of a socket may not be longer than some hundred letters.
  const room = mkdtempSync(path.join(tmpdir(), 'siw-'));
  if (owner !== undefined) chownSync(room, owner.uid, owner.gid);
  const files = path.join(room, 'cluster');
  const made = ['-D', files, '--auth=trust', '--username=siw', '--encoding=UTF8', '--locale=C', '--no-sync'];
  execFileSync(path.join(bin, 'initdb'), made, { ...owner, cwd: room, stdio: ['ignore', 'ignore', 'inherit'] });

  const settings = {
    listen_addresses: '',
    unix_socket_directories: room,
    fsync: durable ? 'on' : 'off',
    synchronous_commit: durable ? 'on' : 'off',
    full_page_writes: durable ? 'on' : 'off',
    max_connections: '60',
    log_min_messages: 'panic',
  };
  const given = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  let child: ChildProcess | undefined;
  // Nothing of it outlives the process that started it.
  const onExit = (): void => {
    child?.kill('SIGKILL');
    rmSync(room, { recursive: true, force: true, maxRetries: 5 });
  };
  process.once('exit', onExit);

  const end = async (signal: 'SIGKILL' | 'SIGINT'): Promise<void> => {
    const ending = child;
    child = undefined;
    if (ending?.exitCode !== null || ending.signalCode !== null) return;
    const gone = new Promise((resolve) => ending.once('exit', resolve));
    ending.kill(signal);
    await gone;
  };
  const url = `postgres://siw@localhost/postgres?host=${encodeURIComponent(room)}`;
  const start = async (): Promise<void> => {
    const until = Date.now() + patience;
    for (;;) {
      child ??= launch(path.join(bin, 'postgres'), ['-D', files, ...given], room);
      if (await answers(url)) return;
      // The first try after a crash may find that the processes of the one before have not noticed yet.
      if (child.exitCode !== null || child.signalCode !== null) child = undefined;
      if (Date.now() > until) throw new Error('Postgres does not start');
      await pause(50);
    }
  };
  await start();
  return {
    url,
    kill: () => end('SIGKILL'),
    start,
    stop: async () => {
      await end('SIGINT');
      process.off('exit', onExit);
      rmSync(room, { recursive: true, force: true });
    },
  };
}

/** The programs of the newest version. */
function binFolder(): string | undefined {
  const known = existsSync(versions) ? readdirSync(versions) : [];
  return known
    .sort((a, b) => Number(b) - Number(a))
    .map((version) => path.join(versions, version, 'bin'))
    .find((bin) => existsSync(path.join(bin, 'initdb')) && existsSync(path.join(bin, 'postgres')));
}

/** Postgres refuses to run as root; then it runs as the user that its package made. */
function ownerIds(): { readonly uid: number; readonly gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const idOf = (which: '-u' | '-g'): number => Number(execFileSync('id', [which, 'postgres'], { encoding: 'utf8' }));
  return { uid: idOf('-u'), gid: idOf('-g') };
}

/** Dies with this process, even if that is killed, where the system knows how. */
function launch(program: string, args: readonly string[], cwd: string): ChildProcess {
  const owner = ownerIds();
  const as = owner ? [`--reuid=${String(owner.uid)}`, `--regid=${String(owner.gid)}`, '--clear-groups'] : [];
  return spawn('setpriv', [...as, '--pdeathsig=KILL', '--', program, ...args], {
    cwd,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

async function answers(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 2000 });
  // A server that dies while it is asked says so here as well.
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('select 1');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}
