/** Passkeys: what a browser made is judged as in memory, and its signatures are checked by SimpleWebAuthn. */
import { createHash } from 'node:crypto';
import { type RegistrationResponseJSON, verifyRegistrationResponse } from '@simplewebauthn/server';
import { and, eq, isNull } from 'drizzle-orm';
import type { MethodId, Offer, Proof } from '../../../../src/contract/enrollment.js';
import { EnrollmentError } from '../../../../src/contract/enrollment-error.js';
import type { EnrollmentFault } from '../../../../src/contract/fault.js';
import type {} from '../../../../src/methods/passkey/contract.js';
import { schema } from '../../database/index.js';
import type { Kind } from '../kind.js';
import {
  algorithms,
  challengeBytes,
  creationOptions,
  givenName,
  judge,
  nameFault,
  readRegistration,
  refusedCredential,
  type StandingPasskey,
  userHandleBytes,
  usualName,
} from '../shared-rules.js';
import type { Look, Work } from '../work.js';
import type { World } from '../world.js';

const { methods } = schema;

interface State {
  readonly challenge: string;
  readonly userHandle: string;
  /** Once it is proved. */
  readonly made?: Made;
}

/** What a sign-in will need. */
interface Made {
  readonly id: string;
  readonly transports: readonly string[];
  readonly publicKey: string;
  readonly counter: number;
  readonly userHandle: string;
}

interface Site {
  readonly id: string;
  readonly origins: readonly [string, ...string[]];
}

export const passkey: Kind<'passkey', State, Site> = {
  slots: ({ policy }) => ({ atMost: policy.passkeys }),
  strength: 4,
  check: async (world) => siteOf(world),
  open: async (work) => {
    const { random, now, policy } = work.world;
    const standing = await madeBefore(work);
    // One handle for the person, so that an authenticator keeps one passkey and not several.
    const userHandle = standing[0]?.userHandle ?? encoded(random(userHandleBytes));
    return {
      state: { challenge: encoded(random(challengeBytes)), userHandle },
      endsAt: now() + 2 * policy.ceremonyTime,
    };
  },
  next: async (look, { offer, state }) => {
    const { world, account } = look;
    const { id } = siteOf(world);
    const standing = (await madeBefore(look)).map(({ id, transports }): StandingPasskey => ({ id, transports }));
    const { challenge, userHandle } = state;
    const site = { id, name: account.organization ?? id };
    const ceremony = { site, userHandle, challenge, account: account.label, standing, time: world.policy.ceremonyTime };
    return { type: 'webauthn', options: creationOptions(ceremony, offer) };
  },
  prove: async (work, entry, proof) => {
    if (proof.type !== 'webauthn') return { type: 'refused', fault: { code: 'unsupported' } };
    const badName = nameFault(proof);
    if (badName) return { type: 'refused', fault: badName };
    const { offer, state, row } = entry;
    const made = await madeNow(work, offer, state, proof, row.replaces ?? undefined);
    if ('code' in made) return { type: 'refused', fault: made, isOver: true };
    const name = givenName(proof) ?? entry.name;
    return { type: 'right', accepted: {}, entry: { ...entry, name, state: { ...state, made } } };
  },
  /** A credential is bound to its challenge, and that is used: there is nothing to replay. */
  isReplay: async () => false,
  describe: async (_look, { name, offer, locale, state: { made } }) => ({
    label: name ?? usualName(offer, locale),
    ...(made && { identity: made.id, secret: made }),
  }),
};

/** What is to be kept of a credential, or why it is not taken. */
async function madeNow(
  work: Work,
  offer: Offer<'passkey'>,
  { challenge, userHandle }: State,
  proof: Extract<Proof, { readonly type: 'webauthn' }>,
  replaces: MethodId | undefined,
): Promise<Made | EnrollmentFault> {
  const { id: rpId, origins } = siteOf(work.world);
  const registration = readRegistration(proof);
  if (registration === undefined) return refusedCredential();
  const isTaken = await isRegistered(work, registration.credentialId, replaces);
  const rpIdHash = createHash('sha256').update(rpId).digest('base64url');
  const fault = judge(registration, { challenge, origins, rpIdHash, offer, isTaken: () => isTaken });
  if (fault) return fault;
  try {
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      // Read whole just now; what else is wrong with it, it throws at.
      response: proof.credential as RegistrationResponseJSON,
      expectedChallenge: challenge,
      expectedOrigin: [...origins],
      expectedRPID: rpId,
      requireUserVerification: offer.verification !== 'preferred',
      supportedAlgorithmIDs: [...algorithms],
    });
    if (!verified) return refusedCredential('attestation');
    const { id, publicKey, counter } = registrationInfo.credential;
    return { id, transports: registration.transports, publicKey: encoded(publicKey), counter, userHandle };
  } catch {
    return refusedCredential('attestation');
  }
}

/** Whether anybody has it already: one credential is one person's. */
async function isRegistered({ tx, world }: Look, id: string, replaces: MethodId | undefined): Promise<boolean> {
  const rows = await tx
    .select({ id: methods.id })
    .from(methods)
    .where(
      and(
        eq(methods.kind, 'passkey'),
        eq(methods.identityMark, world.secrets.mark(id, 'passkey')),
        isNull(methods.removedAt),
      ),
    );
  return rows.some((row) => row.id !== replaces);
}

/** The passkeys of this person that stand. */
async function madeBefore({ tx, world, account }: Look): Promise<readonly Made[]> {
  const rows = await tx
    .select({ id: methods.id, secret: methods.secret })
    .from(methods)
    .where(and(eq(methods.accountId, account.id), eq(methods.kind, 'passkey'), isNull(methods.removedAt)))
    .orderBy(methods.place);
  return rows.flatMap(({ id, secret }) =>
    secret === null ? [] : [world.secrets.open(secret, `method ${id}`) as Made],
  );
}

/** The site is that of the first page; a backend that was told of none makes no passkeys. */
function siteOf({ origins }: World): Site {
  const [first, ...others] = origins;
  if (first === undefined) throw new EnrollmentError({ code: 'method_unavailable' });
  return { id: new URL(first).hostname, origins: [first, ...others] };
}

function encoded(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64url');
}
