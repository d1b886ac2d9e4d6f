/** Mails over SMTP, as any mail server takes them. */
import { createTransport } from 'nodemailer';
import { type Mailer, MailRefused } from './mailer.js';

export interface SmtpOptions {
  /** `smtps://user:password@host:465`, or `smtp://` where the way to the server is safe. */
  readonly url: string;
  /** Who writes: `Contoso <security@contoso.example>`. */
  readonly from: string;
}

/**
 * Hands mails to a server. The mail's id becomes its Message-ID, by which a copy is told.
 *
 * @example
 * const mailer = createSmtpMailer({ url: process.env.SMTP_URL, from: 'Contoso <security@contoso.example>' });
 */
export function createSmtpMailer({ url, from }: SmtpOptions): Mailer {
  // What a person or an organisation is called must not make this process read a file or call an address.
  const transport = createTransport({ url, disableFileAccess: true, disableUrlAccess: true });
  const domain = /@([\w.-]+)>?$/.exec(from)?.[1] ?? 'localhost';
  return {
    send: async ({ id, to, subject, text }) => {
      const sending = transport.sendMail({
        from,
        // An address and not a list: whatever stands in it, one person gets the mail.
        to: { name: '', address: to },
        subject,
        text,
        messageId: `<${id}@${domain}>`,
        // Nobody's holiday notice answers it.
        headers: { 'Auto-Submitted': 'auto-generated' },
      });
      await sending.catch((thrown: unknown) => {
        throw isForGood(thrown) ? new MailRefused('refused', { cause: thrown }) : thrown;
      });
    },
    close: async () => {
      transport.close();
    },
  };
}

/** The server says of this recipient that it will never take a mail for it (RFC 5321, 4.2.1). */
function isForGood(thrown: unknown): boolean {
  const { command, responseCode } = thrown as { readonly command?: unknown; readonly responseCode?: unknown };
  return command === 'RCPT TO' && typeof responseCode === 'number' && responseCode >= 500;
}
