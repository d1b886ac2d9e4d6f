/** The telephone and mailbox of the demo, as the page shows them: what came, live, and what a hand does with a call. */
import { Hono, type Context } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { Mailbox } from '../mail/index.js';
import type { SimulatedTelephone } from '../messages/index.js';
import type { Session, SignIn } from './sign-in.js';

export interface SimulatedPhoneParts {
  readonly signIn: SignIn;
  readonly telephone: SimulatedTelephone;
  readonly mailbox: Mailbox;
}

/** What a hand can do with a call. */
const deeds = {
  answer: (telephone: SimulatedTelephone, id: string) => telephone.answer(id),
  press: (telephone: SimulatedTelephone, id: string, key: string) => telephone.press(id, key),
  'hang-up': (telephone: SimulatedTelephone, id: string) => telephone.hangUp(id),
};
export type Deed = keyof typeof deeds;

/** Nobody's connection is kept open by silence for longer than a proxy would. */
const heartbeat = 15_000;

/** Everything that the phone of an account holds; sent whole, because it is little. */
async function content({ telephone, mailbox }: SimulatedPhoneParts, { accountId }: Session) {
  const [messages, mails] = await Promise.all([telephone.messages(accountId), mailbox.mails(accountId)]);
  return { messages, mails };
}

export type PhoneContent = Awaited<ReturnType<typeof content>>;

/** Mount it at the root. */
export function simulatedPhoneRoutes(parts: SimulatedPhoneParts): Hono {
  const { signIn, telephone, mailbox } = parts;
  const routes = new Hono();

  routes.get('/demo/phone', async (c) => {
    const session = await signIn.sessionOf(c.req.raw.headers);
    if (session === undefined) return c.json({ problem: 'signed-out' }, 401);
    return streamSSE(c, async (stream) => {
      let isDue = true;
      let wake: () => void = () => undefined;
      const onChange = (): void => {
        isDue = true;
        wake();
      };
      const stops = [telephone.onChange(session.accountId, onChange), mailbox.onMail(session.accountId, onChange)];
      stream.onAbort(() => wake());
      try {
        // Not longer than the session: who has signed out must not go on reading.
        while (!stream.aborted && (await signIn.sessionOf(c.req.raw.headers))) {
          if (isDue) {
            isDue = false;
            await stream.writeSSE({ data: JSON.stringify(await content(parts, session)) });
          } else await stream.writeSSE({ event: 'still-here', data: '' });
          if (!isDue) await nextOf((resolve) => (wake = resolve));
        }
      } catch {
        // The database is gone, or the listener: the browser asks again. What was thrown may quote what was asked.
      } finally {
        for (const stop of stops) stop();
      }
    });
  });

  routes.post('/demo/phone/calls/:id/:deed', async (c) => {
    const session = await signIn.sessionOf(c.req.raw.headers);
    if (session === undefined) return c.json({ problem: 'signed-out' }, 401);
    const { id, deed } = c.req.param();
    const isOwn = (await telephone.messages(session.accountId)).some((message) => message.id === id);
    if (!isOwn || !Object.hasOwn(deeds, deed)) return c.json({ problem: 'not-found' }, 404);
    await deeds[deed as Deed](telephone, id, await keyIn(c));
    return c.json({});
  });
  return routes;
}

async function keyIn(c: Context): Promise<string> {
  const { key } = await c.req.json<{ key?: unknown }>().catch(() => ({ key: undefined }));
  return typeof key === 'string' ? key.slice(0, 1) : '';
}

/** Something happens, or nothing does for a while. */
function nextOf(listen: (resolve: () => void) => void): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, heartbeat);
    listen(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}
