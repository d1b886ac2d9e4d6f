/** The schemas of what `load` answers. */
import type {
  MethodRef,
  OptionalCall,
  PendingEnrollment,
  RegisteredMethod,
  Requirement,
  SecurityInfo,
} from '../../contract/security-info.js';
import { optionalCalls } from '../../contract/optional-calls.js';
import { kinds, methods, ownOffer } from './methods.js';
import { constant, count, duration, filled, flag, id, list, object, one, ref, type Schema, text } from './schema.js';

const usage = list(one('sign-in', 'recovery'));
const masked: Schema = { type: 'string', description: 'Masked by the backend.' };

export const infoSchemas: Readonly<Record<string, Schema>> = {
  Offer: { oneOf: [...kinds.map((kind) => methods[kind].offer), ownOffer] },
  Requirement: object<Requirement>(
    { id, anyOf: filled(ref('Offer')), status: one<Requirement['status']>('open', 'satisfied', 'put-off') },
    {
      skip: object<NonNullable<Requirement['skip']>>(
        {},
        { daysLeft: count, timesLeft: count, timesTotal: count, requiredFrom: text },
        'May be put off. Absent: may not.',
      ),
    },
  ),
  RegisteredMethod: object<RegisteredMethod>(
    { id, kind: id, label: masked, usage, canBeDefault: flag, removable: flag },
    { channels: list(text), addedAt: text },
  ),
  PendingEnrollment: object<PendingEnrollment>({ id, kind: id }, { offerId: id, replaces: id, follows: id }),
  MethodRef: object<MethodRef>({ methodId: id }, { channel: text }),
  SecurityInfo: object<SecurityInfo>(
    {
      account: object<SecurityInfo['account']>({ label: text }, { organization: text }),
      requirements: list(ref('Requirement')),
      methods: list(ref('RegisteredMethod')),
      pending: list(ref('PendingEnrollment')),
    },
    {
      absent: list(one<OptionalCall>(...optionalCalls)),
      addable: list(ref('Offer')),
      defaultMethod: ref('MethodRef'),
      sessionExpiresIn: duration,
      notifiesOnChange: flag,
      review: object<NonNullable<SecurityInfo['review']>>({ reason: constant('due') }, {}),
    },
  ),
};
