/** Passkeys: what the browser made is read and judged, and bound to this site; signatures are left to real backends. */
import type { Enrollment, Proof } from '../../contract/enrollment.js';
import { textOf } from './base64url.js';
import { challengeBytes, creationOptions, type StandingPasskey, userHandleBytes } from './creation-options.js';
import type { Attempt, Description, Kind, Opening, Verdict, World } from './kind.js';
import { givenName, nameFault, usualName } from './passkey-name.js';
import { judge, readRegistration, refusedCredential, type Registration } from './registration.js';

/** What is the same for all passkeys of the account. */
interface Site {
  readonly rpId: string;
  readonly rpIdHash: string;
  /** One for the person, so that an authenticator keeps one passkey and not several. */
  readonly userHandle: string;
  readonly transports: Map<string, readonly string[]>;
}

export function passkey(world: World): Kind<'passkey'> {
  let site: Site | undefined;
  return {
    slots: { atMost: world.limits.passkeys },
    strength: 4,
    // Hashing waits in a browser, and only here may a kind wait.
    check: async () => {
      site ??= await siteOf(world);
    },
    open: (opening) => {
      if (site === undefined) throw new Error('opened unchecked');
      return new PasskeyAttempt(world, site, opening);
    },
  };
}

async function siteOf({ origin, random }: World): Promise<Site> {
  const rpId = new URL(origin).hostname;
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(rpId));
  const userHandle = textOf(random(userHandleBytes));
  return { rpId, rpIdHash: textOf(new Uint8Array(hash)), userHandle, transports: new Map() };
}

class PasskeyAttempt implements Attempt {
  readonly #world: World;
  readonly #site: Site;
  readonly #opening: Opening<'passkey'>;
  readonly #challenge: string;
  readonly #endsAt: number;
  #made: { readonly registration: Registration; readonly name: string | undefined } | undefined;

  constructor(world: World, site: Site, opening: Opening<'passkey'>) {
    this.#world = world;
    this.#site = site;
    this.#opening = opening;
    this.#challenge = textOf(world.random(challengeBytes));
    this.#endsAt = world.now() + 2 * world.limits.ceremonyTime;
  }

  endsAt(): number {
    return this.#endsAt;
  }

  next(): Enrollment<'passkey'>['next'] {
    const { account, limits } = this.#world;
    const { rpId, userHandle, transports } = this.#site;
    const { offer, taken } = this.#opening;
    const standing = taken.map((id): StandingPasskey => ({ id, transports: transports.get(id) ?? [] }));
    const site = { id: rpId, name: account.organization ?? rpId };
    const challenge = this.#challenge;
    const ceremony = { site, userHandle, challenge, account: account.label, standing, time: limits.ceremonyTime };
    return { type: 'webauthn', options: creationOptions(ceremony, offer) };
  }

  prove(proof: Proof): Verdict {
    if (proof.type !== 'webauthn') return { type: 'refused', fault: { code: 'unsupported' } };
    const badName = nameFault(proof);
    if (badName) return { type: 'refused', fault: badName };
    // Whatever is judged uses the challenge up.
    const registration = readRegistration(proof);
    if (registration === undefined) return { type: 'refused', fault: refusedCredential(), isOver: true };
    const { offer, taken } = this.#opening;
    const fault = judge(registration, {
      challenge: this.#challenge,
      origins: [this.#world.origin],
      rpIdHash: this.#site.rpIdHash,
      offer,
      isTaken: (id) => taken.includes(id),
    });
    if (fault) return { type: 'refused', fault, isOver: true };
    this.#made = { registration, name: givenName(proof) };
    return { type: 'right' };
  }

  /** A credential is bound to its challenge, and that is used: there is nothing to replay. */
  isReplay(): boolean {
    return false;
  }

  describe(name: string | undefined, locale: string): Description {
    const made = this.#made;
    if (made === undefined) throw new Error('described unproved');
    const { credentialId, transports } = made.registration;
    this.#site.transports.set(credentialId, transports);
    return { label: made.name ?? name ?? usualName(this.#opening.offer, locale), identity: credentialId };
  }
}
