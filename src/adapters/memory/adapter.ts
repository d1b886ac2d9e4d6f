/** The contract's calls, each handed to the part that knows the answer. */
import type { SecurityInfoAdapter, WriteOptions } from '../../contract/adapter.js';
import type { SecurityInfo } from '../../contract/security-info.js';
import type { Account } from './account.js';
import type { Calls } from './calls.js';
import type { Enrollments } from './enrollments.js';
import type { CallName } from './faults-on-demand.js';
import type { Session } from './session.js';
import { copied } from './wire.js';

export interface Parts {
  readonly calls: Calls;
  readonly enrollments: Enrollments;
  readonly account: Account;
  readonly session: Session;
  /** What `load` answers, as of now. */
  info(): SecurityInfo;
}

/** What is handed in is copied when the call is made: the caller may change its object, and wipes what it typed. */
export function adapterOf({ calls, enrollments, account, session, info }: Parts): Required<SecurityInfoAdapter> {
  /** Changes the account, and answers with the state after it. */
  const change = (name: CallName, options: WriteOptions, act: () => void): Promise<SecurityInfo> =>
    calls.write(name, options, () => {
      act();
      return info;
    });
  /** Does something, and answers nothing. */
  const act = (name: CallName, options: WriteOptions, deed: () => void): Promise<void> =>
    calls.write(name, options, () => {
      deed();
      return () => undefined;
    });
  return {
    load: (options) => calls.read('load', options, info),
    begin: (request, options) => {
      const wish = copied(request);
      return calls.write('begin', options, () => enrollments.begin(wish, options.locale));
    },
    verify: (id, proof, options) => {
      const handedIn = copied(proof);
      return calls.write('verify', options, () => enrollments.verify(id, handedIn, options.locale));
    },
    get: (id, options) => calls.read('get', options, () => enrollments.get(id)),
    challenge: (id, { channel }, options) =>
      calls.write('challenge', options, () => enrollments.challenge(id, channel, options.locale)),
    cancel: (id, options) => act('cancel', options, () => enrollments.cancel(id)),
    setDefault: ({ ...ref }, options) => change('setDefault', options, () => account.setDefault(ref)),
    remove: (id, options) => change('remove', options, () => account.remove(id)),
    skip: (requirementId, options) => change('skip', options, () => account.skip(requirementId)),
    reauthenticate: ({ password }, options) => act('reauthenticate', options, () => session.reauthenticate(password)),
    complete: (options) => calls.write('complete', options, () => info),
  };
}
