/** Broken in what a mail does, and in what it is good for. */
import type { BeginRequest, Enrollment } from '../../../src/contract/enrollment.js';
import type { RegisteredMethod, SecurityInfo } from '../../../src/contract/security-info.js';
import { type Broken, changedEnrollment, changedInfo, type Full } from './broken.js';

/** Begins with another address than was given. */
const readAs =
  (change: (address: string) => string): NonNullable<Broken['through']> =>
  (adapter) => ({
    begin: (request, options) =>
      adapter.begin(
        request.kind === 'email' ? ({ ...request, address: change(request.address) } satisfies BeginRequest) : request,
        options,
      ),
  });

/** Tells something else about every registered address. */
function told(adapter: Full, change: (method: RegisteredMethod) => RegisteredMethod): ReturnType<typeof changedInfo> {
  const of = (method: RegisteredMethod): RegisteredMethod => (method.kind === 'email' ? change(method) : method);
  return changedInfo(adapter, (info): SecurityInfo => ({ ...info, methods: info.methods.map(of) }));
}

export const mails: readonly Broken[] = [
  {
    that: 'waits with the mail until it is asked for once more',
    caughtBy: ['email/one-mail'],
    through: (_, { backend }) => {
      Object.assign(backend, { messages: () => [] });
      return {};
    },
  },
  {
    that: 'mails a link',
    caughtBy: ['email/no-link'],
    through: (_, { backend }) => {
      const sent = backend.messages.bind(backend);
      Object.assign(backend, {
        messages: () => sent().map((one) => ({ ...one, text: `${one.text} https://contoso.example/confirm` })),
      });
      return {};
    },
  },
  {
    that: 'takes the first of two addresses',
    caughtBy: ['email/whole-address'],
    through: readAs((address) => address.split(/[,\s]/)[0] ?? ''),
  },
  {
    that: 'knows no domain of the organisation',
    caughtBy: ['email/organization'],
    through: readAs((address) => address.replace(/contoso/i, 'home')),
  },
  {
    that: 'lists an address as often as it was confirmed',
    caughtBy: ['email/same-address-twice'],
    through: (adapter) => {
      const all: RegisteredMethod[] = [];
      return {
        load: async (options) => ({ ...(await adapter.load(options)), methods: all }),
        verify: async (id, proof, options) => {
          const answer = await adapter.verify(id, proof, options);
          if (answer.next.type === 'done') all.push(...answer.next.methods);
          return answer;
        },
      };
    },
  },
  {
    that: 'lets people sign in by mail',
    caughtBy: ['email/recovery-only'],
    through: (adapter) => told(adapter, (method) => ({ ...method, usage: ['sign-in'], canBeDefault: true })),
  },
  {
    that: 'tells whole addresses',
    caughtBy: ['email/masked'],
    through: (adapter) =>
      changedEnrollment(adapter, (one): Enrollment => {
        const { next } = one;
        if (one.kind !== 'email' || next.type !== 'code' || next.delivery === undefined) return one;
        return { ...one, next: { ...next, delivery: { ...next.delivery, to: 'mika@home.example' } } };
      }),
  },
  {
    that: 'writes in one language',
    caughtBy: ['email/locale'],
    through: (adapter) => ({
      begin: (request, options) => adapter.begin(request, { ...options, locale: 'en' }),
    }),
  },
];
