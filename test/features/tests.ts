/** Reads what all tests of the project carry. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { readTags, type Tags } from './read-tags.js';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Of every test file but those that test this table, in which ids stand for no reason. */
export function tagsOfTests(): Tags {
  const files = readdirSync(path.join(root, 'test'), { recursive: true, encoding: 'utf8' })
    .map((file) => `test/${file.replaceAll(path.sep, '/')}`)
    .filter((file) => /\.(test|browser)\.ts$/.test(file) && !file.startsWith('test/features/'))
    .sort();
  const read = files.map((file) => readTags(file, readFileSync(path.join(root, file), 'utf8')));
  return {
    tagged: read.flatMap(({ tagged }) => tagged),
    misplaced: read.flatMap(({ misplaced }) => misplaced),
  };
}
