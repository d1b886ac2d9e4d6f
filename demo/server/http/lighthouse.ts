/** The other company's end of the way: it signs a ticket for whoever is signed in. In the demo both live on one server. */
import { Hono } from 'hono';
import type { TicketProvider } from '../external/index.js';
import type { SignIn } from './sign-in.js';

/** Mount it at the root. */
export function lighthouseRoutes(signIn: SignIn, provider: TicketProvider): Hono {
  const routes = new Hono();
  routes.post('/demo/elsewhere', async (c) => {
    const session = await signIn.sessionOf(c.req.raw.headers);
    if (session === undefined) return c.json({ problem: 'signed-out' }, 401);
    const asked = await c.req.json<{ state?: unknown; outcome?: unknown }>().catch(() => undefined);
    const outcome = (['finished', 'refused'] as const).find((one) => one === asked?.outcome);
    if (outcome === undefined || typeof asked?.state !== 'string') return c.json({ problem: 'unknown' }, 404);
    return c.json({ ticket: provider.ticketFor(asked.state.slice(0, 100), outcome) });
  });
  return routes;
}
