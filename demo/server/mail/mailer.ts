/** What the backend asks of whoever carries its mails. */

/** A mail in plain text. */
export interface Mail {
  /** The same for every copy of this mail; becomes its Message-ID. */
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/**
 * Carries mails. What throws is tried again.
 *
 * @example
 * const mailer: Mailer = { send: (mail) => queue.add(mail), close: () => Promise.resolve() };
 */
export interface Mailer {
  send(mail: Mail): Promise<void>;
  close(): Promise<void>;
}
