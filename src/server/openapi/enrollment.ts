/** The schemas of an enrolment and of what opens one: one per kind, and one for kinds of the host's own. */
import type { Enrollment } from '../../contract/enrollment.js';
import { kinds, methods, ownBegin, ownKind } from './methods.js';
import { nexts, proofs } from './next.js';
import { capital } from './names.js';
import { constant, duration, id, object, ref, type Schema } from './schema.js';

const nextNames = (types: readonly string[]): Schema => ({ oneOf: types.map((type) => ref(`Next${capital(type)}`)) });

const enrollmentOf = (kind: Schema, types: readonly string[]): Schema =>
  object<Enrollment>({ id, kind, next: nextNames(types) }, { offerId: id, replaces: id, expiresIn: duration });

const named = (prefix: string, schemas: Readonly<Record<string, Schema>>): Readonly<Record<string, Schema>> =>
  Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [prefix + capital(name), schema]));

const perKind = (make: (kind: (typeof kinds)[number]) => Schema): readonly Schema[] => kinds.map(make);

export const enrollmentSchemas: Readonly<Record<string, Schema>> = {
  BeginRequest: { oneOf: [...perKind((kind) => methods[kind].begin), ownBegin] },
  Proof: { oneOf: Object.keys(proofs).map((type) => ref(`Proof${capital(type)}`)) },
  Enrollment: {
    oneOf: [
      ...perKind((kind) => enrollmentOf(constant(kind), [...methods[kind].nexts, 'done'])),
      enrollmentOf(ownKind, Object.keys(nexts)),
    ],
  },
  ...named('Next', nexts),
  ...named('Proof', proofs),
};
