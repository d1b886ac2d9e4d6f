/** A tour through all that a person can do at this adapter, so that every kind of answer and of refusal was heard once. */
import type { EnrollmentId, MethodId } from '../contract/enrollment.js';
import { faultOf } from '../contract/enrollment-error.js';
import type { Way } from './check.js';
import { maySkip, missing } from './needs.js';
import { begin, register, rightCode, wrongCode } from './ways.js';
import type { Heard, Visit } from './visit.js';

const all: readonly Way[] = [
  'totp',
  'sms',
  'push',
  'passkey',
  'recovery-codes',
  'security-questions',
  'app-password',
  'hardware-otp',
  'external',
];

/** Everything that was heard on the way. Refusals are part of the tour; what they are is for the check to judge. */
export async function tour(person: Visit): Promise<readonly Heard[]> {
  const puttable = person.info.requirements.find((one) => one.status === 'open' && maySkip(one));
  if (puttable !== undefined && person.can('skip')) await tolerated(person.skip(puttable.id));
  for (const way of all) await tolerated(walk(person, way));
  const { methods } = await person.load();
  const superfluous = methods.find(({ removable }) => removable);
  for (const { id, canBeDefault } of methods) {
    if (canBeDefault && person.can('setDefault')) await tolerated(person.setDefault({ methodId: id }));
  }
  if (person.can('complete')) await tolerated(person.complete());
  if (superfluous !== undefined && person.can('remove')) await tolerated(person.remove(superfluous.id));
  await astray(person);
  await person.load();
  return person.heard;
}

/** Whether this way can be gone to its end here. */
function isOpen(person: Visit, way: Way): boolean {
  const check = { id: '', protectsFrom: '', needs: [way], run: () => Promise.resolve() };
  const kinds = person.info.requirements.flatMap(({ anyOf }) => anyOf.map(({ kind }) => kind));
  return missing(check, { kinds, person: person.lab, info: person.info }) === undefined;
}

/** Where the lab lacks what the end needs, what is begun is looked at all the same. */
async function walk(person: Visit, way: Way): Promise<void> {
  const isWhole = isOpen(person, way);
  const begun = await begin(person, way);
  if (!isWhole) return;
  await person.load();
  if (person.can('get')) await person.get(begun.id);
  if (begun.next.type === 'code') {
    await tolerated(person.type(begun.id, wrongCode(await rightCode(person, begun))));
    if (person.can('challenge')) await tolerated(person.challenge(begun.id));
  }
  await register(person, way);
}

/** Calls that cannot be right: ids of nobody. */
async function astray(person: Visit): Promise<void> {
  await tolerated(person.type(nobody, '123456'));
  if (person.can('get')) await tolerated(person.get(nobody));
  if (person.can('challenge')) await tolerated(person.challenge(nobody));
  if (person.can('cancel')) await tolerated(person.cancel(nobody));
  if (person.can('remove')) await tolerated(person.remove(noMethod));
  if (person.can('setDefault')) await tolerated(person.setDefault({ methodId: noMethod }));
  if (person.can('skip')) await tolerated(person.skip('no-such-requirement'));
}

/** Ids are opaque, so these may be asked for, and nobody has them. */
export const nobody = 'no-such-enrollment' as EnrollmentId;
export const noMethod = 'no-such-method' as MethodId;

/** A refusal ends no tour; anything that was thrown by accident was noted down, and is judged there. */
async function tolerated(call: Promise<unknown>): Promise<void> {
  await call.catch((thrown: unknown) => {
    if (faultOf(thrown) === undefined && !(thrown instanceof Error)) throw thrown;
  });
}
