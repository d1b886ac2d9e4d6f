/** `npm run features`: what is promised, and the tests that show it. Fails where something is promised and not shown. */
import { complaints } from './complaints.js';
import { features } from './features.js';
import { markdown } from './markdown.js';
import { open } from './open.js';
import { contradictions, rowsOf } from './prove.js';
import { tagsOfTests } from './tests.js';

const promised = { features, complaints, open };
const tags = tagsOfTests();
const rows = rowsOf(promised, tags);
const wrong = contradictions(rows, promised, tags);
console.log(markdown(rows));
for (const problem of wrong) console.error(problem);
const isOpen = rows.some(({ waits }) => waits !== undefined);
if (isOpen) console.error('Some rows are open: see test/features/open.ts');
process.exitCode = wrong.length > 0 || isOpen ? 1 : 0;
