/** Hardware tokens: a serial number opens nothing by itself, and tells nobody whose token it is (R13). */
import type { BeginRequest } from '../../contract/enrollment.js';
import type { EnrollmentFault } from '../../contract/fault.js';
import { assert } from '../assert.js';
import { type Check, table } from '../check.js';
import type { Visit } from '../visit.js';
import { begin, codeNext, doneMethod, register, requestFor, rightCode } from '../ways.js';

const way = 'hardware-otp';

/** More than anybody mistypes. */
const mostSerials = 100;

/** What is no serial number at all, and one that nobody has. */
const noSerials: readonly string[] = ['', ' ', '../1', "' or '1'='1", 'あいう', 'Z'.repeat(5000), 'NOSUCHTOKEN0'];

function asking(person: Visit, serial: string): BeginRequest {
  return { ...requestFor(person, way), serial } as BeginRequest;
}

async function refusedSerial(person: Visit, serial: string): Promise<EnrollmentFault> {
  const call = person.begin(asking(person, serial));
  const fault = await assert.refused(call, ['invalid_input', 'rate_limited'], 'it cannot be added');
  if (fault.code === 'invalid_input') assert.is(fault.field, 'serial', 'and the refusal is about the serial number');
  const { traceId: _traceId, ...told } = fault;
  return told;
}

export const hardwareOtp: readonly Check[] = table([
  {
    id: 'hardware-otp/unknown-serial',
    protectsFrom: 'a code that is asked of a token that does not exist',
    needs: [way],
    run: async (person) => {
      for (const serial of noSerials) await refusedSerial(person, serial);
      assert.is((await person.load()).pending.length, 0, 'nothing was opened');
    },
  },
  {
    id: 'hardware-otp/no-probing',
    protectsFrom: 'somebody who finds out which tokens are in use by trying their numbers',
    needs: [way],
    run: async (person) => {
      const { taken } = person.hook('tokens');
      if (taken === undefined) assert.skip('the lab knows no token of somebody else');
      const unknown = await refusedSerial(person, 'NOSUCHTOKEN0');
      assert.same(await refusedSerial(person, taken), unknown, "somebody else's token is refused as an unknown one is");
    },
  },
  {
    id: 'hardware-otp/serials-end',
    protectsFrom: 'somebody who tries one serial number after the other until one of them fits',
    needs: [way],
    run: async (person) => {
      let told: EnrollmentFault | undefined;
      for (let turn = 0; turn < mostSerials && told?.code !== 'rate_limited'; turn++) {
        told = await refusedSerial(person, `NOSUCHTOKEN${String(turn)}`);
      }
      assert.that(told?.code === 'rate_limited', `fewer than ${String(mostSerials)} unknown numbers are looked up`);
      assert.that(told.retryAfter !== undefined, 'it is told how long to wait');
      const { free } = person.hook('tokens');
      assert.is((await refusedSerial(person, free)).code, 'rate_limited', 'nor is a right one told apart meanwhile');
      if (person.lab.clock === undefined) return;
      await person.pass(told.retryAfter + 1);
      await begin(person, way);
    },
  },
  {
    id: 'hardware-otp/no-secret',
    protectsFrom: 'a secret of the token that is shown to whoever knows its number',
    needs: [way],
    run: async (person) => {
      const next = codeNext(await begin(person, way));
      assert.that(next.provision === undefined, 'nothing is told by which another device could make its codes');
      assert.that(next.delivery === undefined, 'and nothing is sent');
    },
  },
  {
    id: 'hardware-otp/name',
    protectsFrom: 'a token that has to be started anew because it was given a name',
    needs: [way],
    run: async (person) => {
      const begun = await begin(person, way);
      const named = await person.begin({ ...requestFor(person, way), label: 'Key ring' });
      assert.is(named.id, begun.id, 'a name is given to the enrolment that is open');
      const { label } = doneMethod(await person.type(named.id, await rightCode(person, named)));
      assert.is(label, 'Key ring', 'and stands in the list');
    },
  },
  {
    id: 'hardware-otp/own-twice',
    protectsFrom: 'one token that stands in the list twice',
    needs: [way],
    run: async (person) => {
      await register(person, way);
      const fault = await assert.typed(begin(person, way), 'a token that stands is not added again');
      if (fault.code === 'conflict') assert.is(fault.with, 'own', "it is called the person's own");
      assert.is((await person.load()).methods.length, 1, 'it stands in the list once');
    },
  },
  {
    id: 'hardware-otp/code-once',
    protectsFrom: 'a code that was read over a shoulder and counts again for the same token',
    needs: [way, 'remove'],
    run: async (person) => {
      const begun = await begin(person, way);
      const code = await rightCode(person, begun);
      const { id } = doneMethod(await person.type(begun.id, code));
      await person.remove(id);
      const again = await begin(person, way);
      await assert.typed(
        person.type(again.id, code),
        'the code of a minute ago is worth nothing, though it still shows',
      );
      assert.is((await person.load()).methods.length, 0, 'nothing is registered');
    },
  },
]);
