// Runs every check, stops after the first row of them that fails, and ends with one line that sums the tests of all runners.
import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { stripVTControlCharacters } from 'node:util';

/*
 * node test/run.mjs                         everything, as `npm test` does
 * node test/run.mjs node browser            some steps
 * node test/run.mjs node test/rooms.test.ts one step over some files
 */

const root = fileURLToPath(new URL('..', import.meta.url));
/** No step may take longer: a hanging browser must not hang the run. */
const minutes = 15;

const npm = (script) => () => ['npm', 'run', '--silent', script];
const bin = (file, ...args) => [process.execPath, path.join(root, 'node_modules', file), ...args];
/** To make an embedded database as fast as it can be takes longer than most files have a use for it. */
const nodeTests = (atOnce) => (files) => [
  process.execPath,
  ...['--import', 'tsx', '--liftoff-only', path.join(root, 'test/in-order.mjs'), atOnce],
  ...files,
];
/** Node by itself leaves one idle; of two, that is half of the machine. */
const cores = os.availableParallelism();
const browserTests = (files) => bin('@web/test-runner/dist/bin.js', ...(files.length ? ['--files', ...files] : []));

/**
 * Those that take longest, so that none of them is left to end alone; the rest follow by name. None of the end-to-end tests:
 * those that take longest have servers and databases of their own, and would hold up all people at the pages at once.
 */
const longest = [
  'test/demo/server/kill.test.ts',
  'test/testing/reference-postgres.test.ts',
  'test/testing/reference.test.ts',
  'test/methods/every-logic.test.ts',
];
const rank = (file) => (longest.indexOf(file) + 1 || longest.length + 1) + file;

const isEndToEnd = (file) => file.startsWith('test/e2e/');

/** What can be asked for. `tests` tells the files of a step whose tests are counted. */
const steps = {
  typecheck: { command: npm('typecheck') },
  lint: { command: npm('lint') },
  build: { command: npm('build') },
  sizes: { command: npm('sizes') },
  node: { command: nodeTests(cores), tests: (file) => file.endsWith('.test.ts') && !isEndToEnd(file) },
  browser: { command: browserTests, tests: (file) => file.endsWith('.browser.ts') },
  // People at a page wait more than they work.
  e2e: { command: nodeTests(cores + 1), tests: (file) => file.endsWith('.test.ts') && isEndToEnd(file) },
};
steps.engines = { ...steps.browser, env: { ENGINES: 'chromium,firefox,webkit' } };

/**
 * What `npm test` does, one row after the other. A row has a lane or two, which share the machine: a step of theirs needs a
 * core, and each but the first waits for the one before it.
 */
const everything = [[['typecheck', 'build', 'sizes'], ['lint']], [['node']], [['browser']], [['e2e']]];

/** What a line of output adds to the tally: Node's summary (`ℹ pass 3`), or the browser runner's one line. */
export function read(line) {
  const sum = { passed: 0, failed: 0, skipped: 0 };
  const browser = /^(\d+) passed, (\d+) failed, (\d+) skipped$/.exec(line);
  if (browser) return { passed: Number(browser[1]), failed: Number(browser[2]), skipped: Number(browser[3]) };
  const [, word, number] = /^[ℹ#] (pass|fail|cancelled|skipped|todo) (\d+)$/.exec(line) ?? [];
  if (!word) return undefined;
  const field = { pass: 'passed', fail: 'failed', cancelled: 'failed', skipped: 'skipped', todo: 'skipped' }[word];
  return { ...sum, [field]: Number(number) };
}

export function add(sum, more) {
  return Object.fromEntries(Object.keys(sum).map((key) => [key, sum[key] + (more?.[key] ?? 0)]));
}

export const empty = { passed: 0, failed: 0, skipped: 0 };
export const say = ({ passed, failed, skipped }) => `${passed} passed, ${failed} failed, ${skipped} skipped`;

function filesOf(step, chosen) {
  const all = chosen.length
    ? chosen.map((file) => path.relative(root, path.resolve(file)))
    : readdirSync(path.join(root, 'test'), { recursive: true }).map((file) => path.join('test', file));
  return all
    .map((file) => file.replaceAll(path.sep, '/'))
    .filter(step.tests)
    .sort((a, b) => (rank(a) < rank(b) ? -1 : 1));
}

/** Streams what the command says, without its own tally, and resolves with its exit code and what it counted. */
function execute([command, ...args], extra) {
  const child = spawn(command, args, {
    cwd: root,
    env: { ...process.env, [process.stdout.isTTY ? 'FORCE_COLOR' : 'NO_COLOR']: '1', ...extra },
    shell: process.platform === 'win32' && command === 'npm',
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: process.platform !== 'win32',
  });
  const stop = () => {
    // Its own process group, so that browsers and servers it started end with it.
    if (process.platform === 'win32') child.kill();
    else process.kill(-child.pid, 'SIGTERM');
  };
  const onSignal = () => {
    stop();
    process.exit(130);
  };
  process.once('SIGINT', onSignal).once('SIGTERM', onSignal);
  const timer = setTimeout(() => {
    console.error(`stopped after ${minutes} minutes`);
    stop();
  }, minutes * 60_000);
  let tally = empty;
  const lines = createInterface({ input: child.stdout });
  lines.on('line', (line) => {
    const counted = read(stripVTControlCharacters(line).trim());
    tally = add(tally, counted);
    if (!counted) console.log(line);
  });
  const closed = new Promise((resolve) => lines.once('close', resolve));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => void closed.then(() => resolve({ code: code ?? 1, tally })));
  }).finally(() => {
    clearTimeout(timer);
    process.off('SIGINT', onSignal).off('SIGTERM', onSignal);
  });
}

async function run(name, chosen) {
  const step = steps[name];
  const files = step.tests ? filesOf(step, chosen) : [];
  console.log(`\n── ${name} ${'─'.repeat(60 - name.length)}`);
  if (step.tests && !files.length) return { name, tally: { ...empty, failed: 1 }, seconds: 0, note: 'no test file' };
  const begun = performance.now();
  const { code, tally } = await execute(step.command(files), step.env);
  const seconds = (performance.now() - begun) / 1000;
  const ran = tally.passed + tally.failed + tally.skipped > 0;
  const isRed = code !== 0 || tally.failed > 0 || (Boolean(step.tests) && !ran);
  // A step that fails without a failing test (a type error, a crash) counts as one failure.
  const counted = isRed && tally.failed === 0 ? { ...tally, failed: 1 } : tally;
  return { name, tally: counted, seconds, note: step.tests ? say(counted) : isRed ? 'failed' : 'fine' };
}

/** Up to the first that fails. */
async function runLane(lane, chosen) {
  const results = [];
  for (const name of lane) {
    results.push(await run(name, chosen));
    if (results.some(({ tally }) => tally.failed)) break;
  }
  return results;
}

async function main(args) {
  const isStep = (arg) => Object.hasOwn(steps, arg);
  const chosenFiles = args.filter((arg) => !isStep(arg));
  const unknown = chosenFiles.filter((file) => !existsSync(file));
  if (unknown.length) {
    console.error(`${unknown.join(', ')}: neither a file nor one of ${Object.keys(steps).join(', ')}`);
    process.exitCode = 2;
    return;
  }
  const asked = args.filter(isStep);
  const results = [];
  for (const row of asked.length ? [[asked]] : everything) {
    results.push(...(await Promise.all(row.map((lane) => runLane(lane, chosenFiles)))).flat());
    if (results.some(({ tally }) => tally.failed)) break;
  }
  console.log('');
  for (const { name, seconds, note } of results)
    console.log(`${name.padEnd(10)}${seconds.toFixed(1).padStart(7)} s  ${note}`);
  const sum = results.reduce((total, { tally }) => add(total, tally), empty);
  console.log(`\n${say(sum)}`);
  process.exitCode = sum.failed ? 1 : 0;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main(process.argv.slice(2));
