/** Broken in what a passkey is made for: its challenge, its site, its name. */
import type { Enrollment, Proof } from '../../../src/contract/enrollment.js';
import type { ProofWebAuthn } from '../../../src/contract/next.js';
import type { RegisteredMethod } from '../../../src/contract/security-info.js';
import { type Broken, changedEnrollment, type Full } from './broken.js';

/** Other options than the backend's own. */
function changedOptions(adapter: Full, changed: Readonly<Record<string, unknown>>): Partial<Full> {
  return changedEnrollment(adapter, (enrollment) => {
    const { next } = enrollment;
    if (next.type !== 'webauthn') return enrollment;
    return { ...enrollment, next: { ...next, options: { ...(next.options as object), ...changed } } } as Enrollment;
  });
}

/** Another proof than the person's own. */
function changedProof(adapter: Full, change: (proof: ProofWebAuthn) => Proof): Pick<Full, 'verify'> {
  return {
    verify: async (id, proof, options) =>
      adapter.verify(id, proof.type === 'webauthn' ? change(proof) : proof, options),
  };
}

interface Credential {
  readonly response: { readonly clientDataJSON: string };
}

/** The same credential, as if it had been made at home. */
function atHome(credential: unknown): unknown {
  const { response, ...others } = credential as Credential;
  const said = JSON.parse(Buffer.from(response.clientDataJSON, 'base64url').toString()) as object;
  const client = JSON.stringify({ ...said, origin: 'https://contoso.example' });
  return { ...others, response: { ...response, clientDataJSON: Buffer.from(client).toString('base64url') } };
}

const nameless = (method: RegisteredMethod): RegisteredMethod =>
  method.kind === 'passkey' ? { ...method, label: 'Passkey' } : method;

export const passkeys: readonly Broken[] = [
  {
    that: 'registers a passkey before it is made',
    caughtBy: ['binding/begin-passkey'],
    through: (adapter) => ({
      load: async (options) => {
        const info = await adapter.load(options);
        const isOpen = info.pending.some(({ kind }) => kind === 'passkey');
        const requirements = info.requirements.map((one) => ({ ...one, status: 'satisfied' as const }));
        return isOpen ? { ...info, requirements } : info;
      },
    }),
  },
  {
    that: 'gives a person one minute to find the key',
    caughtBy: ['passkey/options'],
    through: (adapter) => changedOptions(adapter, { timeout: 60_000 }),
  },
  {
    that: 'excludes nothing',
    caughtBy: ['passkey/excludes'],
    through: (adapter) => changedOptions(adapter, { excludeCredentials: [] }),
  },
  {
    that: 'forgets the names of passkeys',
    caughtBy: ['passkey/name'],
    through: (adapter) =>
      changedEnrollment(adapter, (enrollment) => {
        const { next } = enrollment;
        if (next.type !== 'done') return enrollment;
        const [first, ...others] = next.methods;
        return { ...enrollment, next: { ...next, methods: [nameless(first), ...others.map(nameless)] } };
      }),
  },
  {
    that: 'takes names of any length',
    caughtBy: ['passkey/long-name'],
    through: (adapter) =>
      changedProof(adapter, (proof) =>
        proof.label === undefined ? proof : { ...proof, label: proof.label.slice(0, 9) },
      ),
  },
  {
    that: 'does not look where a passkey was made',
    caughtBy: ['passkey/other-page'],
    through: (adapter) => changedProof(adapter, (proof) => ({ ...proof, credential: atHome(proof.credential) })),
  },
  {
    that: 'breaks at what is no passkey',
    caughtBy: ['passkey/odd-credentials'],
    through: (adapter) => changedProof(adapter, (proof) => ({ ...proof, credential: atHome(proof.credential) })),
  },
];
