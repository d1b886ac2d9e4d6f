/** What is promised is shown by a test, or said to be left out, or open: and the table that tells so reads titles rightly. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { complaints } from './complaints.js';
import { features } from './features.js';
import { markdown } from './markdown.js';
import { open } from './open.js';
import { contradictions, rowsOf, type Promised } from './prove.js';
import { readTags } from './read-tags.js';
import { tagsOfTests } from './tests.js';

const promised: Promised = { features, complaints, open };

test('every id that a test carries is a row, and every row is shown, left out or open', () => {
  const tags = tagsOfTests();
  assert.deepEqual(contradictions(rowsOf(promised, tags), promised, tags), []);
});

test('the list is whole: F1 to F186 and C1 to C36, in order', () => {
  const upTo = (letter: string, last: number): readonly string[] =>
    Array.from({ length: last }, (_, index) => `${letter}${String(index + 1)}`);
  assert.deepEqual(Object.keys(features), upTo('F', 186));
  assert.deepEqual(Object.keys(complaints), upTo('C', 36));
});

const titles: readonly (readonly [how: string, code: string, title: string])[] = [
  ['plainly', "test('a wrong code [F1, C2]', run);", 'a wrong code'],
  ['with options', "play('a wrong code [F1, C2]', { lang: 'ja' }, run);", 'a wrong code'],
  ['over lines', "  it(\n    'a wrong code [F1, C2]',\n    run,\n  );", 'a wrong code'],
  ['of a group', "await t.test('a wrong code [F1, C2]', run);", 'a wrong code'],
  ['with something filled in', 'it(`a wrong ${what} of ${whose} [F1, C2]`, run);', 'a wrong … of …'],
  ['in a row of a table', "for (const [name] of [['a wrong code [F1, C2]', 1]]) test(name, run);", 'a wrong code'],
  ['in a row with names', "const rows = [{ name: 'a wrong code [F1, C2]', at: 1 }];", 'a wrong code'],
  ['skipped on some machines', "test('a wrong code [F1, C2]', { skip: !here && 'no' }, run);", 'a wrong code'],
];
for (const [how, code, title] of titles)
  test(`a title is read when it stands there ${how}`, () => {
    assert.deepEqual(readTags('a.test.ts', code), {
      tagged: [{ file: 'a.test.ts', title, ids: ['F1', 'C2'] }],
      misplaced: [],
    });
  });

const misplaced: readonly (readonly [where: string, code: string, why: RegExp])[] = [
  ['on a group', "describe('codes [F1]', run);", /group/],
  ['on a test that is skipped', "test.skip('a code [F1]', run);", /not run/],
  ['on a test that is skipped by its options', "test('a code [F1]', { skip: true }, run);", /not run/],
  ['on a test that is still to be written', "it.todo('a code [F1]');", /not run/],
  ['in what an assertion says', "test('a code', () => assert.ok(true, 'a code [F1]'));", /no title/],
  ['in the middle of a title', "test('a [F1] code', run);", /cannot be read/],
  ['in another form', "test('a code [F1,F2]', run);", /cannot be read/],
];
for (const [where, code, why] of misplaced)
  test(`an id proves nothing ${where}, and is told`, () => {
    const { tagged, misplaced: told } = readTags('a.test.ts', code);
    assert.deepEqual(tagged, []);
    assert.equal(told.length, 1);
    assert.match(told[0] ?? '', why);
  });

test('an id in a comment, or brackets of another sort, are nothing', () => {
  const code = "// [F1]\ntest('a list [1, 2] of [Fs]', run);";
  assert.deepEqual(readTags('a.test.ts', code), { tagged: [], misplaced: [] });
});

test('what does not add up is told, one sentence each', () => {
  const small: Promised = {
    features: {
      F1: { mode: 'I', what: 'one' },
      F2: { mode: 'B', what: 'two', leftOut: 'nobody asked' },
      F3: { mode: 'M', what: 'three' },
      F4: { mode: 'B', what: 'four' },
      F5: { mode: 'B', what: 'five' },
    },
    complaints: { C1: 'all is well' },
    open: { later: ['F5', 'F9'] },
  };
  const shows = (...ids: readonly string[]) => ({ file: 'a', title: 't', ids });
  const tags = { tagged: [shows('F1', 'F2'), shows('F5', 'F7')], misplaced: ['b:1 is no title'] };
  const rows = rowsOf(small, tags);
  assert.deepEqual(contradictions(rows, small, tags), [
    'b:1 is no title',
    'F7 is no row: a › t',
    'F9 is no row: open',
    'F2 is left out, and shown all the same: a › t',
    'F4 is shown by no test',
    'F5 is open no longer: a › t',
    'C1 is shown by no test',
  ]);
});

test('the tables tell proof, reason and what is awaited, with bars that do not break them', () => {
  const small: Promised = {
    features: { F1: { mode: 'I', what: 'one | two' }, F2: { mode: 'M', what: 'three' } },
    complaints: { C1: 'four' },
    open: { later: ['C1'] },
  };
  const told = markdown(rowsOf(small, { tagged: [{ file: 'test/a.test.ts', title: 'it is so', ids: ['F1'] }] }));
  assert.match(told, /^\| F1 \| one \\\| two \| I \| a\.test\.ts › it is so \|$/m);
  assert.match(told, /^\| F2 \| three \| manage page, not part of the wizard \|$/m);
  assert.match(told, /^\| C1 \| four \| later \|$/m);
  assert.match(told, /1 shown, 1 left out, 1 open$/);
});
