/** Who carries what: texts and calls the provider, mails the mailer. A new way out is a row here. */
import { type Mail, MailRefused } from '../mail/mailer.js';
import type { Carried, OutgoingMessage } from '../messages/provider.js';
import type { World } from './world.js';

interface Envelope {
  /** The same for every copy. */
  readonly id: string;
  readonly accountId: string;
}

/** Everything of a text or a call, or of a mail, but what the outbox gives. */
export type Draft = Omit<OutgoingMessage, keyof Envelope> | MailDraft;
type MailDraft = Omit<Mail, 'id'> & { readonly channel: 'email' };

/** Hands it over. What is thrown is tried again. */
export async function carry({ provider, mailer }: World, draft: Draft, { id, accountId }: Envelope): Promise<Carried> {
  if (draft.channel !== 'email') return await provider.send({ ...draft, id, accountId });
  if (mailer === undefined) return { type: 'refused', reason: 'provider' };
  const { to, subject, text } = draft;
  try {
    await mailer.send({ id, to, subject, text });
    return { type: 'taken' };
  } catch (thrown) {
    if (thrown instanceof MailRefused) return { type: 'refused', reason: 'provider' };
    throw thrown;
  }
}
