/** Accounts of the demo: every visitor gets one of their own, for the scenario that they look at. */
import { randomBytes, randomInt } from 'node:crypto';
import { ScureBase32Plugin } from 'otplib';
import { Hono } from 'hono';
import { requirementsOf, type Scenario, scenarios, servable } from '../../scenarios.js';
import type { ReferenceBackend } from '../reference/index.js';
import type { SignIn } from './sign-in.js';

/** Who is signed in, as the page needs it. */
export interface Visitor {
  readonly email: string;
  readonly scenario: string;
  /** Told once, to whoever the account was made for. */
  readonly password?: string;
  /** The hardware token that was handed to them, where the scenario has one; told once as well. */
  readonly token?: { readonly serial: string; readonly secret: string };
}

/** Mount it at the root. `organization` is whose wizard it is, in the language of the page. */
export function accountRoutes(signIn: SignIn, backend: ReferenceBackend): Hono {
  const routes = new Hono();

  routes.get('/demo/visitor', async (c) => {
    const session = await signIn.sessionOf(c.req.raw.headers);
    // Nobody is an answer too, and no error in anybody's console.
    return c.json(session ? ({ email: session.email, scenario: session.scenario } satisfies Visitor) : null);
  });

  routes.post('/demo/visitor', async (c) => {
    const asked = await c.req.json<{ scenario?: unknown; organization?: unknown }>().catch(() => undefined);
    const scenario = servable.find((id) => id === asked?.scenario);
    if (scenario === undefined) return c.json({ problem: 'unknown' }, 404);
    const organization = typeof asked?.organization === 'string' ? asked.organization.slice(0, 60) : 'Nagisa Tramways';
    const email = `hana.mori.${String(randomInt(1e6, 1e7))}@nagisa-tram.example`;
    const password = randomBytes(12).toString('base64url');
    const id = await signIn.create({ email, password, scenario });
    const requirements = requirementsOf(scenarios[scenario], Date.now()).map(({ status: _status, ...wish }) => wish);
    const played: Scenario = scenarios[scenario];
    const followers = ('followers' in played && played.followers) || [];
    await backend.accounts.create({ id, label: email, email, organization, requirements, followers });
    const token = played.token && newToken();
    if (token) await backend.tokens.add([token]);
    return c.json({ email, scenario, password, ...(token && { token }) } satisfies Visitor, 201);
  });
  return routes;
}

/** One of a kind: two visitors cannot have the same. */
function newToken(): NonNullable<Visitor['token']> {
  const serial = `${String(randomInt(1000, 10_000))}-${String(randomInt(1e6, 1e7))}`;
  return { serial, secret: new ScureBase32Plugin().encode(randomBytes(20)) };
}
