/** What the backend asks of whoever carries its mails. */

/** A mail in plain text. */
export interface Mail {
  /** The same for every copy of this mail; becomes its Message-ID. */
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** Thrown by a mailer where a mail will never be taken, such as to a mailbox that does not exist. */
export class MailRefused extends Error {
  override readonly name = 'MailRefused';
}

/**
 * Carries mails. What throws is tried again, unless it is a {@link MailRefused}.
 *
 * @example
 * const mailer: Mailer = { send: (mail) => queue.add(mail), close: () => Promise.resolve() };
 */
export interface Mailer {
  send(mail: Mail): Promise<void>;
  close(): Promise<void>;
}
