/** What happens on a call, as the provider reports it: the key that proves a number, or that nobody pressed it. */
import { and, eq, gt } from 'drizzle-orm';
import { schema } from '../database/index.js';
import type { CallEvent, CallHeard } from '../messages/provider.js';
import type { Enrollments } from './enrollments.js';
import { takeTurn } from './turns.js';
import type { Work } from './work.js';
import type { World } from './world.js';

const { calls, enrollments: books } = schema;

/** The key that the call asks for. */
const confirms = '#';

export function createCallHeard(world: World, enrollments: Enrollments): CallHeard {
  return async (messageId, event) => {
    const [known] = await world.db
      .select({ accountId: books.accountId })
      .from(calls)
      .innerJoin(books, eq(books.id, calls.enrollmentId))
      .where(eq(calls.id, messageId));
    if (known === undefined) return 'ignored';
    const turn = { accountId: known.accountId, locale: 'en', event: `call ${event.type}` };
    const verdict = await takeTurn(world, enrollments, turn, async (work) => ({
      answer: await hear(work, enrollments, messageId, event),
    }));
    return 'answer' in verdict ? verdict.answer : 'ignored';
  };
}

async function hear(work: Work, enrollments: Enrollments, id: string, event: CallEvent): Promise<'ends' | 'ignored'> {
  const { tx, world } = work;
  const now = world.now();
  const [call] = await tx
    .select()
    .from(calls)
    .where(and(eq(calls.id, id), eq(calls.state, 'open'), gt(calls.until, now)));
  if (call === undefined) return 'ignored';
  const change = async (to: Partial<typeof calls.$inferInsert>): Promise<void> => {
    await tx.update(calls).set(to).where(eq(calls.id, id));
  };
  switch (event.type) {
    case 'answered':
      await change({ until: now + world.policy.ringLife });
      return 'ignored';
    case 'ended':
      await change({ state: event.how });
      return 'ends';
    case 'pressed': {
      if (event.key !== confirms) {
        await change({ state: 'wrong-key' });
        return 'ends';
      }
      const enrollmentId = call.enrollmentId as Parameters<Enrollments['hear']>[1];
      const heard = await enrollments.hear(work, enrollmentId, { right: { channel: 'voice' } });
      if (heard === 'ignored') return 'ignored';
      await change({ state: 'over' });
      return 'ends';
    }
  }
}
