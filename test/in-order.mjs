// Runs files of Node's own tests in the order in which they are given, so many at once: its command line sorts them by name.
import path from 'node:path';
import process from 'node:process';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';

const [atOnce, ...files] = process.argv.slice(2);

run({ files: files.map((file) => path.resolve(file)), concurrency: Number(atOnce) })
  .on('test:fail', () => {
    process.exitCode = 1;
  })
  .compose(new spec())
  .pipe(process.stdout);
