/**
 * `npm start`: the demo with a server and a database behind it; `-- --https`: on the network as well, for a real phone;
 * `-- --static`: the page alone, with nothing behind it.
 */
import process from 'node:process';
import { serve } from '../serve.mjs';
import { start } from './start.js';

const { env, argv, stdout } = process;
const wished = env['PORT'] === undefined ? 4173 : Number(env['PORT']);
const say = (line: string): void => void stdout.write(`${line}\n`);

if (argv.includes('--static')) {
  const { url } = await serve({ port: wished });
  say(`The demo, with nothing behind it, is at ${url}`);
} else {
  const begun = performance.now();
  const started = await start({
    port: wished,
    isOpen: argv.includes('--https'),
    databaseUrl: env['DATABASE_URL'],
    folder: env['DATA_FOLDER'] ?? '.data',
    smtpUrl: env['SMTP_URL'],
    environment: env,
    report: ({ event, traceId, name }) => process.stderr.write(`${event} failed: ${name} (${traceId})\n`),
  });
  say(`The demo is at ${started.url}`);
  say('Its database is starting; the first time that takes some seconds.');
  const stop = (): void => void started.close().finally(() => process.exit());
  process.once('SIGINT', stop).once('SIGTERM', stop);
  await started.ready;
  say(`Everything is ready after ${((performance.now() - begun) / 1000).toFixed(1)} s.`);
}
