/** The demo's mailbox: a real SMTP server on this machine whose mails go no further than a table. */
import { asc, eq } from 'drizzle-orm';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { type Database, schema } from '../database/index.js';
import type { Secrets } from '../secrets/index.js';

const { simulatedMails } = schema;

/** A mail, as the mailbox shows it. */
export interface ReceivedMail {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** In milliseconds since 1970 UTC. */
  readonly at: number;
}

/** The mailbox of a demo, with every address in it. */
export interface Mailbox {
  /** Where a mailer sends to. */
  readonly url: string;
  /** The latest mails of an owner, oldest first. */
  mails(owner: string): Promise<readonly ReceivedMail[]>;
  /** Called when a mail of the owner's comes; returns the function that stops it. */
  onMail(owner: string, listener: () => void): () => void;
  close(): Promise<void>;
}

export interface MailboxOptions {
  readonly db: Database;
  readonly secrets: Secrets;
  /** Whose mail it is, by the id that the sender gave it. Default: its address owns it. */
  readonly ownerOf?: (id: string) => Promise<string | undefined>;
  /** Default: `Date.now`. */
  readonly now?: () => number;
  /** Default: `process.env`. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
}

const shown = 50;
const largest = 200_000;

type Content = Omit<ReceivedMail, 'id' | 'at'>;

/**
 * Starts the mailbox on a free port of this machine. Refuses to be part of anything in production.
 *
 * @example
 * const mailbox = await openMailbox({ db, secrets });
 * const mailer = createSmtpMailer({ url: process.env.SMTP_URL ?? mailbox.url, from });
 */
export async function openMailbox(options: MailboxOptions): Promise<Mailbox> {
  const { db, secrets, ownerOf, now = Date.now, environment = process.env } = options;
  if (environment['NODE_ENV'] === 'production') throw new Error('the simulated mailbox is for demos only');
  const listeners = new Map<string, Set<() => void>>();
  const markOf = (owner: string): string => secrets.mark(owner.includes('@') ? owner.toLowerCase() : owner, 'mailbox');

  const keep = async (raw: string, recipients: readonly string[]): Promise<void> => {
    const { id, ...mail } = read(raw);
    const owner = await ownerOf?.(id.replace(/@[^@]*$/, ''));
    for (const to of recipients) {
      const mark = markOf(owner ?? to);
      const place = `${id} ${mark}`;
      const content: Content = { ...mail, to };
      const sealed = secrets.seal(content, `mail ${place}`);
      await db
        .insert(simulatedMails)
        .values({ id: place, toMark: mark, content: sealed, at: now() })
        // A copy of what is there already.
        .onConflictDoNothing();
      for (const listener of listeners.get(mark) ?? []) queueMicrotask(listener);
    }
  };

  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    size: largest,
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const recipients = session.envelope.rcptTo.map(({ address }) => address);
        keep(Buffer.concat(chunks).toString('utf8'), recipients).then(
          () => {
            done();
          },
          () => {
            done(new Error('not kept'));
          },
        );
      });
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;

  return {
    url: `smtp://127.0.0.1:${String(port)}`,
    mails: async (owner) => {
      const rows = await db
        .select()
        .from(simulatedMails)
        .where(eq(simulatedMails.toMark, markOf(owner)))
        .orderBy(asc(simulatedMails.place));
      return rows.slice(-shown).map(({ id, content, at }) => {
        const mail = secrets.open(content, `mail ${id}`) as Content;
        return { ...mail, id: id.split(' ')[0] ?? id, at };
      });
    },
    onMail: (owner, listener) => {
      const mark = markOf(owner);
      const own = listeners.get(mark) ?? new Set();
      listeners.set(mark, own.add(listener));
      return () => {
        own.delete(listener);
        if (own.size === 0) listeners.delete(mark);
      };
    },
    close: () =>
      new Promise((resolve) => {
        server.close(resolve);
      }),
  };
}

/** Reads what our own mailer writes: one part of plain text. */
function read(raw: string): Omit<ReceivedMail, 'to' | 'at'> {
  const end = raw.indexOf('\r\n\r\n');
  const headers = new Map<string, string>();
  for (const line of raw
    .slice(0, end)
    .replace(/\r\n[ \t]+/g, ' ')
    .split('\r\n')) {
    const at = line.indexOf(':');
    headers.set(line.slice(0, at).toLowerCase(), line.slice(at + 1).trim());
  }
  const header = (name: string): string => decodedWords(headers.get(name) ?? '');
  const text = decoded(raw.slice(end + 4), headers.get('content-transfer-encoding') ?? '7bit');
  const id = header('message-id').replace(/^<|>$/g, '');
  return { id, from: header('from'), subject: header('subject'), text: text.replaceAll('\r\n', '\n').trimEnd() };
}

function decoded(body: string, encoding: string): string {
  if (/base64/i.test(encoding)) return Buffer.from(body, 'base64').toString('utf8');
  return /quoted-printable/i.test(encoding) ? fromQuoted(body.replace(/=\r\n/g, '')) : body;
}

function fromQuoted(text: string): string {
  const bytes = text.replace(/=([0-9A-F]{2})/gi, (_all, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

/** RFC 2047: `=?UTF-8?B?…?=`. */
function decodedWords(header: string): string {
  return header
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_all, how: string, text: string) =>
      how.toLowerCase() === 'b' ? Buffer.from(text, 'base64').toString('utf8') : fromQuoted(text.replaceAll('_', ' ')),
    );
}
