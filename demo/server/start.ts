/** Starts the demo on a real server: the pages at once, everything behind them as soon as the database is there. */
import { buildPage } from '../build.mjs';
import { randomBytes } from 'node:crypto';
import { openDatabase } from './database/index.js';
import { createTicketProvider } from './external/index.js';
import { accountRoutes } from './http/accounts.js';
import { createApp, type Api } from './http/app.js';
import { securityInfo } from './http/security-info.js';
import { openSignIn } from './http/sign-in.js';
import { simulatedPhoneRoutes } from './http/simulated-phone.js';
import { listen } from './listen.js';
import { lighthouseRoutes } from './http/lighthouse.js';
import { createSmtpMailer, openMailbox, ownerIn } from './mail/index.js';
import { createSimulatedTelephone } from './messages/index.js';
import { createReferenceBackend, type Trouble } from './reference/index.js';
import { createSecrets, keysFrom, keysIn } from './secrets/index.js';

export interface StartOptions {
  /** Default: any free one. */
  readonly port?: number;
  /** On the network, over https, for a real phone. Default: this machine alone. */
  readonly isOpen?: boolean;
  /** A Postgres. Absent: an embedded one in `folder`. */
  readonly databaseUrl?: string | undefined;
  /** Where the embedded database and the demo's keys are kept. */
  readonly folder: string;
  /** A mail server. Absent: the demo's own mailbox. */
  readonly smtpUrl?: string | undefined;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly report: (trouble: Trouble) => void;
}

export interface Started {
  readonly url: string;
  /** Settles once the first call can be answered. */
  readonly ready: Promise<void>;
  close(): Promise<void>;
}

/**
 * @example
 * const { url, ready, close } = await start({ port: 4173, folder: '.data', environment: process.env, report: console.error });
 */
export async function start(options: StartOptions): Promise<Started> {
  if (options.environment['NODE_ENV'] === 'production') throw new Error('The demo is not for production.');
  const closers: (() => Promise<unknown>)[] = [];
  let begin: (origin: string) => void = () => undefined;
  const origin = new Promise<string>((resolve) => (begin = resolve));
  const api = origin.then((at) => openApi(at, options, closers));
  const files = await buildPage({ hasServer: true });
  const app = origin.then((at) => createApp({ origin: at, files, api, report: options.report }));
  // Nobody is asked before the address is known.
  const listening = await listen(async (request, env) => (await app).fetch(request, env), {
    port: options.port ?? 0,
    isOpen: options.isOpen ?? false,
  });
  begin(listening.origin);
  return {
    url: `${listening.origin}/`,
    ready: api.then(() => undefined),
    close: async () => {
      await listening.close();
      await api.catch(() => undefined);
      // The last thing that was opened goes first.
      for (const close of closers.reverse()) await close();
    },
  };
}

async function openApi(
  origin: string,
  { databaseUrl, folder, smtpUrl, environment, report }: StartOptions,
  closers: (() => Promise<unknown>)[],
): Promise<Api> {
  const ring = keysFrom(environment) ?? (await keysIn(folder));
  const secrets = createSecrets(ring);
  const { db, pool, close } = await openDatabase({
    url: databaseUrl,
    folder: databaseUrl ? folder : `${folder}/database`,
  });
  closers.push(close);
  const mailbox = await openMailbox({ db, secrets, ownerOf: ownerIn(db), environment });
  closers.push(() => mailbox.close());
  const mailer = createSmtpMailer({
    url: smtpUrl ?? mailbox.url,
    from: 'Nagisa Tramways <security@nagisa-tram.example>',
  });
  closers.push(() => mailer.close());
  const telephone = createSimulatedTelephone({ db, secrets, environment });
  const { host } = new URL(origin);
  const elsewhere = createTicketProvider({ page: 'https://id.lighthouse.example/add', secret: randomBytes(32) });
  const backend = createReferenceBackend({
    db,
    secrets,
    provider: telephone,
    mailer,
    elsewhere,
    host,
    origins: [origin],
    pairAt: `${origin}/authenticator/`,
    report,
  });
  backend.start();
  closers.push(() => backend.stop());
  const signIn = await openSignIn({ pool, origin, secret: secrets.mark('sign-in', 'cookies') });
  return {
    signIn,
    securityInfo: securityInfo({ backend, signIn, origin, report }),
    companion: backend.companion,
    demo: [
      simulatedPhoneRoutes({ signIn, telephone, mailbox }),
      accountRoutes(signIn, backend),
      lighthouseRoutes(signIn, elsewhere),
    ],
  };
}
