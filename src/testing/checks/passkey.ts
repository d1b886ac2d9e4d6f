/** Passkeys: each is made for one challenge, one site and one person, and no challenge serves twice (R43). */
import type { Enrollment, Proof } from '../../contract/enrollment.js';
import type { ProofWebAuthn } from '../../contract/next.js';
import { assert } from '../assert.js';
import { type Check, table } from '../check.js';
import { isObject, texts } from '../values.js';
import type { Visit } from '../visit.js';
import { begin, doneMethod, madeFor, optionsOf, register, requestFor } from '../ways.js';

/** No refusal of a credential is a guess, and none is raw. */
const notTaken = ['credential_rejected', 'enrollment_gone', 'conflict', 'unsupported', 'invalid_code'] as const;

const minute = 60_000;

/** Bytes in a base64url text. */
const bytesIn = (text: unknown): number =>
  typeof text === 'string' && /^[\w-]+$/.test(text) ? Math.floor((text.length * 3) / 4) : 0;

const field = (value: unknown, name: string): unknown => (isObject(value) ? value[name] : undefined);
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** Made anew each time, because an adapter may write into them. */
const oddCredentials = (): readonly unknown[] => [
  undefined,
  null,
  'credential',
  {},
  { id: 'AQID', rawId: 'AQID', type: 'public-key', response: {}, clientExtensionResults: {} },
  { id: 'AQID', type: 'public-key', response: { clientDataJSON: 'e30', attestationObject: '____' } },
];

/** Refused, and nothing came of it. */
async function isRefused(person: Visit, { id }: Enrollment, proof: Proof, promise: string): Promise<void> {
  const before = (await person.load()).methods;
  await assert.refused(person.verify(id, proof), notTaken, promise);
  assert.same((await person.load()).methods, before, 'nothing was registered');
}

export const passkey: readonly Check[] = table([
  {
    id: 'passkey/options',
    protectsFrom: 'a passkey that was asked for in advance, or that says whose it is',
    needs: ['passkey'],
    run: async (person) => {
      const options = optionsOf(await begin(person, 'passkey'));
      const user = field(options, 'user');
      const handle = bytesIn(field(user, 'id'));
      assert.that(bytesIn(options['challenge']) >= 16, 'a challenge has 16 random bytes at least');
      assert.that(handle >= 16 && handle <= 64, 'a user handle has 16 to 64 random bytes');
      assert.that(
        texts([field(user, 'name'), field(options['rp'], 'name')]).every(Boolean),
        'user and site have names',
      );
      const time = options['timeout'];
      assert.that(typeof time === 'number' && time >= 5 * minute && time <= 10 * minute, 'there are 5 to 10 minutes');
      const algorithms = list(options['pubKeyCredParams']).map((one) => field(one, 'alg'));
      assert.that(algorithms.includes(-7), 'ES256 is taken, which every authenticator knows');
    },
  },
  {
    id: 'passkey/own-challenges',
    protectsFrom: 'a passkey of one person that is registered for another',
    needs: ['passkey', 'stranger'],
    run: async (person) => {
      const stranger = await person.stranger();
      const [mine, theirs] = [await begin(person, 'passkey'), await begin(stranger, 'passkey')];
      const [own, foreign] = [optionsOf(mine), optionsOf(theirs)];
      assert.that(own['challenge'] !== foreign['challenge'], 'each has a challenge of their own');
      assert.that(field(own['user'], 'id') !== field(foreign['user'], 'id'), 'and a user handle of their own');
      const proof = await madeFor(person, mine);
      await isRefused(stranger, theirs, proof, 'what was made for another challenge is refused');
    },
  },
  {
    id: 'passkey/name',
    protectsFrom: 'a list of passkeys that nobody can tell apart',
    needs: ['passkey'],
    run: async (person) => {
      const { label } = await register(person, 'passkey');
      assert.is(label, 'Blue key', 'a passkey is listed under the name that was given');
    },
  },
  {
    id: 'passkey/long-name',
    protectsFrom: 'a list that a name of a thousand letters breaks',
    needs: ['passkey'],
    run: async (person) => {
      const begun = await begin(person, 'passkey');
      const proof = await madeFor(person, begun, 'x'.repeat(1000));
      await assert.refused(person.verify(begun.id, proof), ['invalid_input'], 'a name that is too long is refused');
      const done = await person.verify(begun.id, { ...proof, label: 'Blue key' });
      doneMethod(done);
    },
  },
  {
    id: 'passkey/excludes',
    protectsFrom: 'two passkeys of one person in one place',
    needs: ['passkey'],
    run: async (person) => {
      const first = await begin(person, 'passkey');
      const proof = await madeFor(person, first);
      doneMethod(await person.verify(first.id, proof));
      const options = optionsOf(await begin(person, 'passkey'));
      const excluded = list(options['excludeCredentials']).map((one) => field(one, 'id'));
      assert.that(excluded.includes(field(proof.credential, 'id')), 'what is registered is excluded');
    },
  },
  {
    id: 'passkey/used-once',
    protectsFrom: 'one passkey that is registered twice',
    needs: ['passkey'],
    run: async (person) => {
      const first = await begin(person, 'passkey');
      const proof = await madeFor(person, first);
      doneMethod(await person.verify(first.id, proof));
      await isRefused(person, first, proof, 'a challenge registers once');
      await isRefused(
        person,
        await begin(person, 'passkey'),
        proof,
        'and what was made for it is good for nothing else',
      );
    },
  },
  {
    id: 'passkey/restarted',
    protectsFrom: 'a passkey that was made for a challenge that was thrown away',
    needs: ['passkey'],
    run: async (person) => {
      const old = await begin(person, 'passkey');
      const proof = await madeFor(person, old);
      const now = await person.begin({ ...requestFor(person, 'passkey'), restart: true });
      assert.that(optionsOf(now)['challenge'] !== optionsOf(old)['challenge'], 'the challenge is a new one');
      await isRefused(person, now, proof, 'what was made for the old one is refused');
    },
  },
  {
    id: 'passkey/other-page',
    protectsFrom: 'a passkey that somebody else’s page had made',
    needs: ['passkey'],
    run: async (person) => {
      const begun = await begin(person, 'passkey');
      const { id } = optionsOf(begun)['rp'] as { readonly id?: string };
      const origin = `https://elsewhere.${id ?? 'example'}:8443`;
      const credential = await person.hook('authenticator').create(optionsOf(begun), origin);
      await isRefused(person, begun, { type: 'webauthn', credential }, 'what was made on another page is refused');
    },
  },
  {
    id: 'passkey/odd-credentials',
    protectsFrom: 'a crash, or a way in, by something that is no passkey',
    needs: ['passkey'],
    run: async (person) => {
      for (const credential of oddCredentials()) {
        const proof: ProofWebAuthn = { type: 'webauthn', credential };
        await assert.typed(person.verify((await begin(person, 'passkey')).id, proof), 'what is no passkey is refused');
      }
      await assert.typed(person.type((await begin(person, 'passkey')).id, '123456'), 'a code is no passkey');
      assert.is((await person.load()).methods.length, 0, 'nothing was registered');
    },
  },
]);
