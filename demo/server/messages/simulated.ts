/** The demo's telephone: texts and calls that go no further than a table, and hands that answer them. */
import { and, asc, eq, gt } from 'drizzle-orm';
import { type Database, schema } from '../database/index.js';
import type { Secrets } from '../secrets/index.js';
import type { CallHeard, MessageProvider, OutgoingMessage } from './provider.js';

const { simulatedMessages } = schema;

/** A text or a call, as the telephone shows it. */
export interface SimulatedMessage {
  readonly id: string;
  readonly accountId: string;
  readonly channel: 'sms' | 'voice';
  readonly to: string;
  /** Of a call: who calls, and what was dialled behind the number. */
  readonly from?: string;
  readonly extension?: string;
  /** A text is `over` at once. */
  readonly state: 'ringing' | 'answered' | 'over';
  /** What is written, or was said since the call was answered; empty until then. */
  readonly text: string;
  /** In milliseconds since 1970 UTC. */
  readonly at: number;
}

/** The telephone, with every number on it. A tap that comes too late is ignored. */
export interface SimulatedTelephone extends MessageProvider {
  /** The latest messages of an account, oldest first. */
  messages(accountId: string): Promise<readonly SimulatedMessage[]>;
  /** Called when a message of the account comes or changes in this process; returns the function that stops it. */
  onChange(accountId: string, listener: () => void): () => void;
  /** Picks up. */
  answer(id: string): Promise<void>;
  /** A key on the keypad. */
  press(id: string, key: string): Promise<void>;
  /** Before it was answered: busy. After: hung up without a key. */
  hangUp(id: string): Promise<void>;
}

export interface SimulatedTelephoneOptions {
  readonly db: Database;
  readonly secrets: Secrets;
  /** Default: `Date.now`. */
  readonly now?: () => number;
  /** Default: `process.env`. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
}

type Row = typeof simulatedMessages.$inferSelect;
type Content = Pick<OutgoingMessage, 'to' | 'text' | 'call'>;

const shown = 100;

/**
 * Makes the telephone of a demo. Refuses to be part of anything in production.
 *
 * @example
 * const telephone = createSimulatedTelephone({ db, secrets });
 * const backend = createReferenceBackend({ db, secrets, provider: telephone });
 * telephone.onChange(accountId, () => serverSentEvents.push(accountId));
 */
export function createSimulatedTelephone(options: SimulatedTelephoneOptions): SimulatedTelephone {
  const { db, secrets, now = Date.now, environment = process.env } = options;
  if (environment['NODE_ENV'] === 'production') throw new Error('the simulated telephone is for demos only');
  const listeners = new Map<string, Set<() => void>>();
  let heard: CallHeard = async () => 'ignored';

  const tell = ({ accountId }: Pick<Row, 'accountId'>): void => {
    // A listener that throws must not turn what has happened into a call that failed.
    for (const listener of listeners.get(accountId) ?? []) queueMicrotask(listener);
  };
  const contentOf = ({ id, content }: Row): Content => secrets.open(content, `telephone ${id}`) as Content;

  /** Moves a call on, if it still stands where it is thought to be. */
  const move = async (id: string, from: Row['state'], to: Row['state'], until: number): Promise<Row | undefined> => {
    const [row] = await db
      .update(simulatedMessages)
      .set({ state: to, until })
      .where(and(eq(simulatedMessages.id, id), eq(simulatedMessages.state, from), gt(simulatedMessages.until, now())))
      .returning();
    if (row !== undefined) tell(row);
    return row;
  };

  /** Ends a call, and says where it stood. */
  const over = async (id: string): Promise<'ringing' | 'answered' | undefined> => {
    if (await move(id, 'ringing', 'over', now())) return 'ringing';
    return (await move(id, 'answered', 'over', now())) ? 'answered' : undefined;
  };

  return {
    send: async ({ id, accountId, channel, to, text, call }) => {
      const content: Content = { to, text, ...(call && { call }) };
      const [row] = await db
        .insert(simulatedMessages)
        .values({
          id,
          accountId,
          channel,
          content: secrets.seal(content, `telephone ${id}`),
          state: channel === 'voice' ? 'ringing' : 'over',
          wantsKey: call?.wantsKey ?? false,
          until: now() + (call?.life ?? 0),
          at: now(),
        })
        // A copy of what is there already.
        .onConflictDoNothing()
        .returning();
      if (row !== undefined) tell(row);
      return { type: 'taken' };
    },
    giveUp: async (id) => {
      await over(id);
    },
    onCall: (listener) => {
      heard = listener;
    },
    messages: async (accountId) => {
      const rows = await db
        .select()
        .from(simulatedMessages)
        .where(eq(simulatedMessages.accountId, accountId))
        .orderBy(asc(simulatedMessages.place));
      return rows.slice(-shown).map((row) => shownAs(row, contentOf(row), now()));
    },
    onChange: (accountId, listener) => {
      const own = listeners.get(accountId) ?? new Set();
      listeners.set(accountId, own.add(listener));
      return () => {
        own.delete(listener);
        if (own.size === 0) listeners.delete(accountId);
      };
    },
    answer: async (id) => {
      const [ringing] = await db.select().from(simulatedMessages).where(eq(simulatedMessages.id, id));
      const life = ringing && contentOf(ringing).call?.life;
      if (life === undefined) return;
      if (await move(id, 'ringing', 'answered', now() + life)) await heard(id, { type: 'answered' });
    },
    press: async (id, key) => {
      const [row] = await db.select().from(simulatedMessages).where(eq(simulatedMessages.id, id));
      const isOpen = row?.state === 'answered' && row.wantsKey && row.until > now();
      if (isOpen && (await heard(id, { type: 'pressed', key })) === 'ends') await move(id, 'answered', 'over', now());
    },
    hangUp: async (id) => {
      const was = await over(id);
      if (was !== undefined) await heard(id, { type: 'ended', how: was === 'ringing' ? 'busy' : 'no-answer' });
    },
  };
}

function shownAs(row: Row, { to, text, call }: Content, now: number): SimulatedMessage {
  const { id, accountId, channel, at } = row;
  const isOpen = row.state !== 'over' && row.until > now;
  const wasHeard = channel === 'sms' || row.state === 'answered';
  return {
    id,
    accountId,
    channel,
    to,
    ...(call && { from: call.from }),
    ...(call?.extension !== undefined && { extension: call.extension }),
    state: isOpen ? row.state : 'over',
    text: wasHeard ? text : '',
    at,
  };
}
