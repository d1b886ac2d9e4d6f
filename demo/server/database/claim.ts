/** Keeps a second process out of the folder of an embedded database, which two would destroy. */
import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';

/** The files that this process has written. In a container, one that was killed had the same process id as this one. */
const ours = new Set<string>();

/** Takes the folder for this process, or throws; returns the function that gives it back. */
export async function claim(folder: string): Promise<() => Promise<void>> {
  const file = path.resolve(folder, 'in-use');
  const release = async (): Promise<void> => {
    ours.delete(file);
    await rm(file, { force: true });
  };
  if (await isWritten(file)) return release;
  const owner = Number(await readFile(file, 'utf8').catch(() => ''));
  const isUsed = owner === process.pid ? ours.has(file) : isAlive(owner);
  if (isUsed) throw new Error(`process ${String(owner)} is using ${folder}; if that is not true, delete ${file}`);
  // Left behind by one that was killed.
  await release();
  if (await isWritten(file)) return release;
  throw new Error(`another process has just begun to use ${folder}`);
}

async function isWritten(file: string): Promise<boolean> {
  try {
    await writeFile(file, String(process.pid), { flag: 'wx', mode: 0o600 });
    ours.add(file);
    return true;
  } catch (reason) {
    if ((reason as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw reason;
  }
}

function isAlive(owner: number): boolean {
  if (!Number.isInteger(owner) || owner <= 0) return false;
  try {
    process.kill(owner, 0);
    return true;
  } catch (reason) {
    // It lives, and belongs to somebody else.
    return (reason as NodeJS.ErrnoException).code === 'EPERM';
  }
}
