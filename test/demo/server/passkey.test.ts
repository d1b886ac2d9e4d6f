/** What only the reference backend knows of passkeys: signatures, other people's credentials, and rules of the offer. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Enrollment, MethodId, Offer } from '../../../src/contract/enrollment.js';
import { softwareAuthenticator } from '../../testing/software-authenticator.js';
import { House, type Person, refusal } from './person.js';

const origin = 'https://contoso.example';
const model = 'a0b1c2d3-0001-4002-8003-a4b5c6d7e8f9';
const aaguid = Uint8Array.from(Buffer.from(model.replaceAll('-', ''), 'hex'));
const key = softwareAuthenticator(origin);
const touched = softwareAuthenticator(origin, {
  verifications: { userPresent: true, userVerified: false },
  userMakeCredentialInteraction: () => ({ options: { uv: false, up: true } }),
});

const house = await House.shared();

const personOffered = (offer: Partial<Offer<'passkey'>> = {}, limits = {}): Promise<Person> =>
  house.person({
    origins: [origin],
    limits,
    requirements: [{ id: 'key', anyOf: [{ kind: 'passkey', usage: ['sign-in'], ...offer }] }],
  });

async function handIn(person: Person, make = key, label?: string): Promise<Enrollment> {
  const { id, next } = await person.begin({ kind: 'passkey' });
  assert.ok(next.type === 'webauthn');
  const credential = await make.create(next.options);
  const proof = { type: 'webauthn', credential, ...(label !== undefined && { label }) } as const;
  return person.adapter.verify(id, proof, person.options());
}

const rejected = (reason: string) => ({ code: 'credential_rejected', reason });

test('one to which nobody gives a name is called what it is', async () => {
  const { next } = await handIn(await personOffered());
  assert.equal(next.type === 'done' && next.methods[0].label, 'Passkey');
});

test('a touch is not enough, unless the organisation says that it is', async () => {
  assert.deepEqual(await refusal(handIn(await personOffered(), touched)), rejected('user_verification'));
  const { next } = await handIn(await personOffered({ verification: 'preferred' }), touched);
  assert.equal(next.type, 'done');
});

test('of listed models only those are taken', async () => {
  const person = await personOffered({ models: [model] });
  assert.deepEqual(await refusal(handIn(person)), rejected('attestation'));
  const { next } = await handIn(person, softwareAuthenticator(origin, { aaguid }));
  assert.equal(next.type, 'done');
});

test('a credential is one person’s: somebody else cannot register it', async () => {
  const same = softwareAuthenticator(origin);
  const [mine, theirs] = [await personOffered(), await personOffered()];
  const { id, next } = await mine.begin({ kind: 'passkey' });
  assert.ok(next.type === 'webauthn');
  const credential = (await same.create(next.options)) as { readonly id: string };
  await mine.adapter.verify(id, { type: 'webauthn', credential }, mine.options());
  const begun = await theirs.begin({ kind: 'passkey' });
  assert.ok(begun.next.type === 'webauthn');
  const stolen = { ...((await same.create(begun.next.options)) as object), id: credential.id };
  const fault = await refusal(
    theirs.adapter.verify(begun.id, { type: 'webauthn', credential: stolen }, theirs.options()),
  );
  assert.equal(fault.code, 'credential_rejected');
});

test('a public key that was tampered with is refused', async () => {
  const person = await personOffered();
  const { id, next } = await person.begin({ kind: 'passkey' });
  assert.ok(next.type === 'webauthn');
  const credential = (await key.create(next.options)) as { response: { attestationObject: string } };
  const attested = Buffer.from(credential.response.attestationObject, 'base64url');
  attested.fill(0xff, attested.length - 40);
  credential.response.attestationObject = attested.toString('base64url');
  const fault = await refusal(person.adapter.verify(id, { type: 'webauthn', credential }, person.options()));
  assert.equal(fault.code, 'credential_rejected');
});

test('a challenge that was judged is used up, whatever came of it', async () => {
  const person = await personOffered();
  const { id, next } = await person.begin({ kind: 'passkey' });
  assert.ok(next.type === 'webauthn');
  const bad = await touched.create(next.options);
  assert.deepEqual(
    await refusal(person.adapter.verify(id, { type: 'webauthn', credential: bad }, person.options())),
    rejected('user_verification'),
  );
  const good = await key.create(next.options);
  const late = await refusal(person.adapter.verify(id, { type: 'webauthn', credential: good }, person.options()));
  assert.equal(late.code, 'enrollment_gone');
});

test('there are so many, and one more is refused before anybody touches a key [F132]', async () => {
  const person = await personOffered({}, { passkeys: 2 });
  await handIn(person);
  await handIn(person);
  assert.deepEqual(await refusal(person.begin({ kind: 'passkey' })), { code: 'limit_reached', max: 2 });
});

test('all passkeys of a person have one user handle, and those of others another', async () => {
  const handleOf = async (person: Person): Promise<unknown> => {
    const { next } = await person.begin({ kind: 'passkey' });
    return next.type === 'webauthn' && (next.options as { user: { id: string } }).user.id;
  };
  const [mine, theirs] = [await personOffered(), await personOffered()];
  const first = await handleOf(mine);
  await handIn(mine);
  assert.equal(await handleOf(mine), first);
  assert.notEqual(await handleOf(theirs), first);
});

test('a backend that was told of no page makes no passkeys', async () => {
  const requirements = [{ id: 'key', anyOf: [{ kind: 'passkey', usage: ['sign-in'] }] }] as const;
  const person = await house.person({ requirements });
  assert.deepEqual(await refusal(person.begin({ kind: 'passkey' })), { code: 'method_unavailable' });
});

test('a removed one may be made again in the same place', async () => {
  const person = await personOffered();
  const { next } = await handIn(person);
  const id = next.type === 'done' ? next.methods[0].id : ('none' as MethodId);
  await person.adapter.remove(id, person.options());
  const again = await person.begin({ kind: 'passkey' });
  assert.ok(again.next.type === 'webauthn');
  assert.deepEqual((again.next.options as { excludeCredentials: unknown }).excludeCredentials, []);
});

test('a name is one line, without what a database or a terminal would choke on', async () => {
  const { next } = await handIn(await personOffered(), key, ' Blue\r\nkey\ud800\u001b ');
  assert.equal(next.type === 'done' && next.methods[0].label, 'Blue key');
  const unnamed = await handIn(await personOffered(), key, '\ud800\n');
  assert.equal(unnamed.next.type === 'done' && unnamed.next.methods[0].label, 'Passkey');
});

test('one that was made in a frame is taken within our own pages, and refused within anybody else’s', async () => {
  const portal = 'https://portal.contoso.example';
  const framedIn = async (around: object): Promise<Enrollment> => {
    const person = await house.person({
      origins: [origin, portal],
      requirements: [{ id: 'key', anyOf: [{ kind: 'passkey', usage: ['sign-in'] }] }],
    });
    const { id, next } = await person.begin({ kind: 'passkey' });
    assert.ok(next.type === 'webauthn');
    const credential = (await key.create(next.options)) as Made;
    const client = JSON.parse(Buffer.from(credential.response.clientDataJSON, 'base64url').toString()) as object;
    const framed = Buffer.from(JSON.stringify({ ...client, ...around }));
    const response = { ...credential.response, clientDataJSON: framed.toString('base64url') };
    const proof = { type: 'webauthn', credential: { ...credential, response } } as const;
    return person.adapter.verify(id, proof, person.options());
  };
  const evil = { crossOrigin: true, topOrigin: 'https://evil.example' };
  for (const around of [evil, { crossOrigin: true }])
    assert.deepEqual(await refusal(framedIn(around)), rejected('origin'));
  for (const around of [{ crossOrigin: true, topOrigin: portal }, { crossOrigin: false }])
    assert.equal((await framedIn(around)).next.type, 'done');
});

interface Made {
  readonly response: { readonly clientDataJSON: string };
}
