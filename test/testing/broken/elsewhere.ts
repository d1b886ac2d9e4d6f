/** Broken in tokens, in the rarer phones, and in what is registered on another page. */
import { generateSync } from 'otplib';
import type { BeginRequest, EnrollmentId } from '../../../src/contract/enrollment.js';
import { token } from '../memory-lab.js';
import { type Broken, changedEnrollment, type Full, orElse, perPerson, refusal } from './broken.js';
import { early } from './proving.js';

/** What came last out of the other page of this person; both backends of a lab share nothing else. */
const latestReturn = perPerson<{ url: string }>(() => ({ url: '' }));

/** Hands in what another return said, whatever this one says. */
const withLatestReturn =
  (counts: (url: string) => boolean): NonNullable<Broken['through']> =>
  (adapter: Full, world) => {
    const latest = latestReturn(world);
    const { elsewhere } = world.backend;
    if (world.of === 'person') {
      const { finish } = elsewhere;
      Object.assign(elsewhere, {
        finish: (url: string) => {
          latest.url = finish(url);
          return latest.url;
        },
      });
    }
    return {
      verify: (id, proof, options) =>
        adapter.verify(
          id,
          proof.type === 'returned' && counts(proof.url) ? { type: 'returned', url: latest.url } : proof,
          options,
        ),
    };
  };

export const elsewhere: readonly Broken[] = [
  {
    that: 'forgets extensions',
    caughtBy: ['phone/extension'],
    through: (adapter) => ({
      begin: (request, options) => {
        const { extension: _extension, ...rest } = request as BeginRequest<'phone'>;
        return adapter.begin(rest, options);
      },
    }),
  },
  {
    that: 'takes a second number without a first one',
    caughtBy: ['phone/alternate'],
    through: (adapter) => ({
      begin: (request, options) =>
        adapter.begin(request.offerId === 'alternate' ? { ...request, offerId: 'office' } : request, options),
    }),
  },
  {
    that: 'looks up as many serial numbers as somebody likes',
    caughtBy: ['hardware-otp/serials-end'],
    backend: { limits: { serialsPerHour: 1000 } },
  },
  {
    that: 'registers a token when its number is typed',
    caughtBy: ['binding/begin-hardware-otp', 'binding/wrong-hardware-otp'],
    through: (adapter) => early(adapter, ({ kind }) => kind === 'hardware-otp'),
  },
  {
    that: 'takes any code of a token',
    caughtBy: ['codes/wrong-hardware-otp', 'binding/wrong-hardware-otp', 'codes/attempts-left-hardware-otp'],
    through: (adapter, { clock }) => ({
      verify: async (id, proof, options) => {
        const kind = await adapter.get(id, options).then(
          (one) => one.kind,
          () => undefined,
        );
        const code = generateSync({ secret: token.secret, epoch: Math.floor(clock.at / 1000) });
        return adapter.verify(id, kind === 'hardware-otp' ? { type: 'code', code } : proof, options);
      },
    }),
  },
  {
    that: 'opens an enrolment for any serial number',
    caughtBy: ['hardware-otp/unknown-serial'],
    through: (adapter) => ({
      begin: (request, options) =>
        adapter.begin(request.kind === 'hardware-otp' ? { ...request, serial: token.serial } : request, options),
    }),
  },
  {
    that: "says of a token that it is somebody else's",
    caughtBy: ['hardware-otp/no-probing'],
    through: (adapter) => ({
      begin: (request, options) =>
        orElse(adapter.begin(request, options), (fault) => {
          const isTaken = request.kind === 'hardware-otp' && request.serial !== 'NOSUCHTOKEN0';
          throw refusal(isTaken && fault.code === 'invalid_input' ? { ...fault, reason: 'duplicate' } : fault);
        }),
    }),
  },
  {
    that: 'shows the secret of a token to whoever knows its number',
    caughtBy: ['hardware-otp/no-secret'],
    through: (adapter) =>
      changedEnrollment(adapter, (one) =>
        one.kind === 'hardware-otp' && one.next.type === 'code'
          ? { ...one, next: { ...one.next, provision: { uri: 'otpauth://totp/x', manual: [] } } }
          : one,
      ),
  },
  {
    that: 'starts over when a name is given',
    caughtBy: ['hardware-otp/name'],
    through: (adapter) => ({
      begin: (request, options) =>
        adapter.begin(request.label === undefined ? request : { ...request, restart: true }, options),
    }),
  },
  {
    that: 'adds a token as often as somebody likes',
    caughtBy: ['hardware-otp/own-twice'],
    through: (adapter) => ({
      begin: (request, options) =>
        orElse(adapter.begin(request, options), async (fault) => {
          const [standing] = (await adapter.load(options)).methods;
          if (fault.code !== 'conflict' || standing === undefined) throw refusal(fault);
          return adapter.begin({ ...request, replaces: standing.id }, { ...options, idempotencyKey: 'again' });
        }),
    }),
  },
  {
    that: 'takes a code again once the token was removed',
    caughtBy: ['hardware-otp/code-once'],
    through: (adapter, { backend, clock }) => ({
      verify: (id, proof, options) =>
        orElse(adapter.verify(id, proof, options), (fault) => {
          if (fault.code !== 'invalid_code' || fault.reason !== 'replayed') throw refusal(fault);
          clock.at += 60_000;
          const code = generateSync({ secret: token.secret, epoch: Math.floor(clock.at / 1000) });
          return backend.adapter.verify(id, { type: 'code', code }, { ...options, idempotencyKey: 'again' });
        }),
    }),
  },
  {
    that: 'does not hear what was finished elsewhere',
    caughtBy: ['external/finished', 'external/coming-back'],
    through: (adapter) => ({
      verify: (id, proof, options) =>
        proof.type === 'returned' ? adapter.get(id, options) : adapter.verify(id, proof, options),
    }),
  },
  {
    that: 'sends people to another address each time',
    caughtBy: ['external/same-address'],
    through: (adapter) => ({
      begin: (request, options) =>
        adapter.begin(request.kind === 'external' ? { ...request, restart: true } : request, options),
    }),
  },
  {
    that: 'registers whoever comes back',
    caughtBy: ['external/coming-back'],
    through: (adapter, { backend }) => ({
      verify: async (id, proof, options) => {
        const { next } = await adapter.get(id, options);
        const back = next.type === 'redirect' ? backend.elsewhere.finish(next.url) : '';
        return adapter.verify(id, proof.type === 'returned' ? { type: 'returned', url: back } : proof, options);
      },
    }),
  },
  {
    that: 'does not look at the end of a return',
    caughtBy: ['external/forged'],
    through: withLatestReturn((url) => /A{6}$|B{6}$/.test(url)),
  },
  {
    that: 'takes the return of anybody for its own',
    caughtBy: ['external/other-enrollment'],
    through: (adapter, { of, backend }) => ({
      verify: async (id: EnrollmentId, proof, options) => {
        const { next } = await adapter.get(id, options);
        const isTheirs = of === 'stranger' && proof.type === 'returned' && next.type === 'redirect';
        return adapter.verify(
          id,
          isTheirs ? { type: 'returned', url: backend.elsewhere.finish(next.url) } : proof,
          options,
        );
      },
    }),
  },
  {
    that: 'does not hear a "no" on the other page',
    caughtBy: ['external/refused'],
    through: (adapter, { backend: { elsewhere: page } }) => {
      Object.assign(page, { refuse: () => 'https://login.example/' });
      return adapter;
    },
  },
];
