/** Mails: how they are sent, and where the demo reads them. */
export { type Mailbox, type MailboxOptions, openMailbox, type ReceivedMail } from './mailbox.js';
export { type Mail, type Mailer, MailRefused } from './mailer.js';
export { ownerIn } from './owner.js';
export { createSmtpMailer, type SmtpOptions } from './smtp.js';
