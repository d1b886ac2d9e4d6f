/** A method that the backend opens by itself after another one: it can be gone on with, and left, and nothing is lost. */
import type { Enrollment } from '../../contract/enrollment.js';
import type { PendingEnrollment, RegisteredMethod } from '../../contract/security-info.js';
import { assert } from '../assert.js';
import { type Check, table, type Way } from '../check.js';
import { missing } from '../needs.js';
import type { Visit } from '../visit.js';
import { begin, register } from '../ways.js';

/** A method that was registered, and what was opened after it. */
interface Followed {
  readonly enrollment: Enrollment['id'];
  readonly method: RegisteredMethod;
  readonly then: PendingEnrollment;
}

const ways: readonly Way[] = ['totp', 'push', 'passkey', 'hardware-otp', 'sms', 'email', 'external', 'app-password'];

/** Goes one way after the other until something is opened after it. */
async function followed(person: Visit): Promise<Followed> {
  const kinds = person.info.requirements.flatMap(({ anyOf }) => anyOf.map(({ kind }) => kind));
  const given = { kinds, person: person.lab, info: person.info };
  const check = { id: '', protectsFrom: '', run: () => Promise.resolve() };
  for (const way of ways.filter((one) => missing({ ...check, needs: [one] }, given) === undefined)) {
    const before = person.heard.length;
    const { id } = await begin(person, way);
    const method = await register(person, way);
    const dones = person.heard.slice(before).flatMap(({ answer }) => {
      const { next } = (answer ?? {}) as Partial<Enrollment>;
      return next?.type === 'done' && next.then !== undefined ? [next.then] : [];
    });
    const [then] = dones;
    if (then !== undefined) return { enrollment: id, method, then };
  }
  return assert.skip('nothing that is registered here opens another enrolment');
}

const listed = async (person: Visit, { id }: PendingEnrollment): Promise<PendingEnrollment | undefined> =>
  (await person.load()).pending.find((one) => one.id === id);

export const following: readonly Check[] = table([
  {
    id: 'following/reload',
    protectsFrom: 'a reload in the middle that forgets what was to come next',
    needs: ['get'],
    run: async (person) => {
      const { method, then } = await followed(person);
      assert.is(then.follows, method.id, 'then says which method it follows');
      assert.same(await listed(person, then), then, 'load lists it as done named it');
      const { kind, next } = await person.get(then.id);
      assert.is(kind, then.kind, 'it can be gone on with');
      assert.that(next.type !== 'done', 'and waits for the person');
    },
  },
  {
    id: 'following/asked-again',
    protectsFrom: 'a lost answer that takes the next step with it',
    needs: ['get'],
    run: async (person) => {
      const { enrollment, then } = await followed(person);
      const { next } = await person.get(enrollment);
      assert.that(next.type === 'done', 'what is done stays done');
      assert.same(next.then, then, 'whoever asks again hears of the same next step');
    },
  },
  {
    id: 'following/left',
    protectsFrom: 'somebody who has no use for the next step, and loses what was registered, or is asked for ever',
    needs: ['cancel'],
    run: async (person) => {
      const { method, then } = await followed(person);
      await person.cancel(then.id);
      const { methods, requirements, pending } = await person.load();
      assert.that(
        methods.some(({ id }) => id === method.id),
        'the method that stood before still stands',
      );
      assert.is(pending.filter(({ id }) => id === then.id).length, 0, 'what was left is not open any more');
      const offers = requirements.filter(({ anyOf }) => anyOf.some(({ kind }) => kind === method.kind));
      assert.that(offers.length === 0 || offers.some(({ status }) => status === 'satisfied'), 'its requirement is met');
    },
  },
  {
    id: 'following/removed',
    protectsFrom: 'a next step that belongs to a method which is gone',
    needs: ['remove'],
    run: async (person) => {
      const { method, then } = await followed(person);
      if (!method.removable) assert.skip('what was registered cannot be removed');
      await person.remove(method.id);
      assert.that((await listed(person, then)) === undefined, 'what followed it is not open any more');
    },
  },
]);
