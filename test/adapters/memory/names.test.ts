/** Names that people give, and ids that authenticators give: bounded, and no trick in a list or a mail. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { folded, usableName } from '../../../src/adapters/memory/app-password.js';
import { calledBy } from '../../../src/adapters/memory/own-name.js';
import { readRegistration } from '../../../src/adapters/memory/registration.js';
import { faultOf } from '../../../src/contract/enrollment-error.js';

const fault = (act: () => unknown): unknown => {
  try {
    return act();
  } catch (thrown) {
    return faultOf(thrown);
  }
};

test('a name that comes with a beginning is one line of sixty characters at most', () => {
  assert.equal(calledBy({ label: ' Blue\r\nkey\ud800\u2028 ' }), 'Blue key');
  assert.equal(calledBy({ label: '😀'.repeat(60) }), '😀'.repeat(60));
  // What turns the writing around turns the rest of the line in a mail around with it; what holds an emoji together stays.
  assert.equal(calledBy({ label: '\u202eenohp \u2066 \u200fמפתח 👩‍💻' }), 'enohp מפתח 👩‍💻');
  for (const label of [undefined, '', ' \u0000 ', '\u202e', 7, {}]) assert.equal(calledBy({ label }), undefined);
  const tooLong = { code: 'invalid_input', field: 'label', reason: 'too_long' };
  assert.deepEqual(
    fault(() => calledBy({ label: 'To undo this, write to the help desk at https://evil.example/undo' })),
    tooLong,
  );
});

test('names of app passwords that look the same are the same, and one that cannot be seen is none', () => {
  for (const name of [
    'Mail on my phone',
    'Mail\u200b on my phone',
    'Mail \u200bon my phone\u2060',
    '\u202eMail on my phone',
  ])
    assert.equal(folded(usableName(name)), 'mail on my phone');
  assert.notEqual(folded('Mail'), folded('Main'));
  const tooShort = { code: 'invalid_input', field: 'label', reason: 'too_short' };
  assert.deepEqual(
    fault(() => usableName(' \u200b\u2060 ')),
    tooShort,
  );
});

/** What a browser would hand in for a credential whose id is so long. */
function registrationOf(idLength: number): ReturnType<typeof readRegistration> {
  const id = Buffer.alloc(idLength, 1);
  const model = Buffer.alloc(16);
  const length = Buffer.from([idLength >> 8, idLength & 255]);
  const flags = Buffer.from([0x45, 0, 0, 0, 0]);
  const made = Buffer.concat([Buffer.alloc(32), flags, model, length, id, Buffer.from([0xa0])]);
  const size = Buffer.from([0x59, made.length >> 8, made.length & 255]);
  const attested = Buffer.concat([Buffer.from([0xa1, 0x68]), Buffer.from('authData'), size, made]);
  const client = { type: 'webauthn.create', challenge: 'x', origin: 'https://contoso.example' };
  const response = {
    clientDataJSON: Buffer.from(JSON.stringify(client)).toString('base64url'),
    attestationObject: attested.toString('base64url'),
  };
  return readRegistration({
    type: 'webauthn',
    credential: { id: id.toString('base64url'), type: 'public-key', response },
  });
}

test('the id of a credential has 1,023 bytes at most', () => {
  assert.equal(registrationOf(1023)?.credentialId.length, 1364);
  assert.equal(registrationOf(1024), undefined);
});
