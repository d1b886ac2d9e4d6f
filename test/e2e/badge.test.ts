/** A method that is no part of the package, on the demo's own page: set up like any other. */
import assert from 'node:assert/strict';
import { demoBadge, demoNumber } from '../../demo/demo-account.js';
import { card } from '../../demo/badge/card.js';
import cardJa from '../../demo/badge/card.ja.js';
import { en } from '../../demo/badge/strings.js';
import ja from '../../demo/badge/strings.ja.js';
import { play } from './stage.js';

const spoken = { en: { ...en, ...card.words.en }, ja: { ...ja, ...cardJa } };

for (const lang of ['en', 'ja'] as const)
  play(`${lang}: a badge and its PIN, then a phone`, { scenario: 'badge', lang }, async (person) => {
    const { words, main } = person;
    const badge = spoken[lang];
    await person.signIn();
    await person.at(words.prompt);
    await person.sees(badge.hint);
    await person.press(words.next);
    await person.at(badge['number.title']);
    await person.type(badge['number.label'], '4711');
    await person.press(words.next);
    await person.sees(badge['number.too-short'].replace('{count}', '8'));
    await person.type(badge['number.label'], demoBadge.number);
    await person.press(words.next);
    await person.at(badge['pin.title']);
    await person.type(badge['pin.label'], demoBadge.pin);
    await person.press(words.next);
    await person.at(badge['registered.title']);
    await person.press(words.next);
    await person.setUpPhone(demoNumber);
    await person.press(words.next);
    await person.at(words.success);
    const rows = await main.getByRole('list', { name: words.methods }).getByRole('listitem').allInnerTexts();
    assert.deepEqual(
      rows.map((row) => row.split(/\s*\n\s*/).slice(0, 2)),
      [
        [badge.name, '•••• 0023'],
        [words.phone, '+81 **-****-5678'],
      ],
    );
    await person.press(words.done);
    await person.at(words.start);
  });
