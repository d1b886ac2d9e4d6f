/** What a security team asks first: a strict policy holds, nothing is asked of others, nothing secret is left lying about. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { demoPassword } from '../../demo/demo-account.js';
import { codeOf, scan, secretOf } from './authenticator.js';
import { assertFreeOf, placesOf } from './leaks.js';
import type { Person } from './person.js';
import { demoUrl, play, policy, together, type Trace } from './stage.js';

/** Looks into every corner on every page, for whatever has become secret by then. */
async function passThroughWatched(person: Person, { log, events, requests }: Trace): Promise<number> {
  const { words, page } = person;
  const secrets: string[] = [];
  let uri: string | undefined;
  let pages = 0;
  person.onPage = async (title) => {
    pages++;
    if (title === words.scan) uri = scan(await person.lookAtQr());
    if (uri) secrets.push(secretOf(uri), codeOf(uri));
    if ((await person.texts()).length) secrets.push(await person.textedCode());
    assertFreeOf([...(await placesOf(page)), ...log, ...events, ...requests], secrets, title);
  };
  await person.passThrough();
  assert.ok(new Set(secrets).size >= 3, 'there was something to look for');
  return pages;
}

describe('under a strict policy', together, () => {
  play(
    'the whole way: no violation, no request elsewhere, nothing kept, no secret in reach [F28, C24]',
    {},
    async (person, trace) => {
      assert.equal(await passThroughWatched(person, trace), 11);
      const elsewhere = trace.requests.filter((request) => !request.startsWith(demoUrl));
      assert.deepEqual(elsewhere, []);
      const kept = (await placesOf(person.page)).filter((place) => /^(storage|database|cache|cookie): ./.test(place));
      assert.deepEqual(kept, []);
    },
  );

  play('the key shown by hand stands in the text alone, and goes with its page', {}, async (person, trace) => {
    const { words, main, page } = person;
    await person.signIn();
    await person.press(words.next);
    await person.press(words.next);
    const secret = secretOf(scan(await person.lookAtQr()));
    await person.press(words.cannotScan);
    await person.at(words.key);
    const shown = await main.getByRole('definition').allInnerTexts();
    assert.ok(
      shown.some((text) => text.replace(/\s/g, '').includes(secret)),
      'the key is there to be read',
    );
    assertFreeOf([...(await placesOf(page)), ...trace.log, ...trace.events], [secret], words.key);
    await person.press(words.next);
    await person.at(words.enterCode);
    assert.ok(!(await main.innerText()).replace(/\s/g, '').includes(secret));
  });

  play('a password that was asked for again is nowhere', { scenario: 'step-up' }, async (person, trace) => {
    await person.signIn();
    await person.press(person.words.next);
    await person.press(person.words.next);
    await person.at('Enter your password again');
    await person.type('Password', demoPassword);
    await person.press(person.words.next);
    await person.at(person.words.scan);
    assertFreeOf(
      [...(await placesOf(person.page)), ...trace.log, ...trace.events],
      [demoPassword],
      'after the password',
    );
  });

  play('what survives a reload is the demo’s: one entry, gone on starting over', { keep: true }, async (person) => {
    const { page, words } = person;
    const keys = (): Promise<string[]> =>
      page.evaluate(() => [localStorage, sessionStorage].flatMap((kept) => Object.keys(kept)));
    await person.signIn();
    await person.at(words.prompt);
    assert.deepEqual(await keys(), ['security-info-wizard-demo']);
    await person.press(person.words.otherAccount);
    await person.at(words.signIn);
    assert.deepEqual(await keys(), []);
  });

  test('the policy allows no exception', () => {
    assert.match(policy, /default-src 'none'.*require-trusted-types-for 'script'; trusted-types lit-html$/);
    assert.doesNotMatch(policy, /unsafe|nonce|sha\d|data:|blob:|\*/);
  });

  play('this test would notice: what the policy stops is in the record', {}, async (person, { problems }) => {
    await person.at(person.words.signIn);
    const seen = person.page.waitForEvent('console', (message) => /require-trusted-types/.test(message.text()));
    await person.page.evaluate(() => {
      const style = document.createElement('style');
      style.textContent = 'main { color: red }';
      document.head.append(style);
      const script = document.createElement('script');
      try {
        script.text = 'console.log(1)';
      } catch {
        // Trusted Types refuse a plain string.
      }
    });
    const stopped = (): string[] =>
      problems.flatMap((problem) => /^stopped by the policy: (\S+)/.exec(problem)?.[1] ?? []);
    await seen;
    assert.deepEqual(stopped(), ['style-src-elem', 'require-trusted-types-for']);
    problems.length = 0;
  });
});
