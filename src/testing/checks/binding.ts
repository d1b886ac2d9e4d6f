/** Nothing is bound before it is proved (R1), and what replaces something does so in one breath (R2, R5, R6). */
import type { BeginRequest } from '../../contract/enrollment.js';
import { assert } from '../assert.js';
import { type Check, type Way, table } from '../check.js';
import { askApp, begin, register, requestFor, rightCode, typed, wrongCode } from '../ways.js';

const everyWay: readonly Way[] = [...typed, 'push', 'passkey'];

const begun = (way: Way): Check => ({
  id: `binding/begin-${way}`,
  protectsFrom: 'being locked out by a method that was never confirmed',
  needs: [way],
  run: async (person) => {
    const before = await person.load();
    await begin(person, way);
    const after = await person.load();
    assert.same(after.methods, before.methods, 'begin registers nothing');
    assert.same(after.requirements, before.requirements, 'begin satisfies nothing');
    assert.same(after.defaultMethod, before.defaultMethod, 'begin changes no default');
  },
});

export const binding: readonly Check[] = table([
  ...everyWay.map(begun),
  ...typed.map((way): Check => ({
    id: `binding/wrong-${way}`,
    protectsFrom: 'somebody who registers what is not theirs by guessing once',
    needs: [way],
    run: async (person) => {
      const enrollment = await begin(person, way);
      for (let turn = 0; turn < 3; turn++) {
        const code = wrongCode(await rightCode(person, enrollment), turn);
        await assert.typed(person.type(enrollment.id, code), 'a wrong code is refused');
      }
      const { methods, requirements } = await person.load();
      assert.is(methods.length, 0, 'wrong codes register nothing');
      assert.same(requirements, person.info.requirements, 'wrong codes satisfy nothing');
    },
  })),
  {
    id: 'binding/paired',
    protectsFrom: 'an app that counts because it was paired, whoever holds it',
    needs: ['push'],
    run: async (person) => {
      const enrollment = await begin(person, 'push');
      await askApp(person, enrollment);
      const { methods, requirements } = await person.load();
      assert.is(methods.length, 0, 'pairing and asking register nothing');
      assert.same(requirements, person.info.requirements, 'pairing and asking satisfy nothing');
    },
  },
  {
    id: 'binding/replace',
    protectsFrom: 'losing the old app before the new one works',
    needs: ['totp'],
    run: async (person) => {
      const old = await register(person, 'totp');
      const request = { ...requestFor(person, 'totp'), replaces: old.id } as BeginRequest;
      const replacing = await person.begin(request);
      assert.is(replacing.replaces, old.id, 'the enrolment says what it replaces');
      assert.same((await person.load()).methods, [old], 'the old one stands until the new one is proved');
      const done = await person.type(replacing.id, await rightCode(person, replacing));
      assert.is(done.next.type, 'done', 'the new one is registered');
      const { methods } = await person.load();
      assert.is(methods.length, 1, 'the old one goes in the same breath');
      assert.that(methods[0]?.id !== old.id, 'and the new one stands');
    },
  },
  {
    id: 'binding/replace-cancelled',
    protectsFrom: 'losing the old app by looking at a new QR code',
    needs: ['totp', 'cancel'],
    run: async (person) => {
      const old = await register(person, 'totp');
      const { id } = await person.begin({ ...requestFor(person, 'totp'), replaces: old.id });
      await person.cancel(id);
      assert.same((await person.load()).methods, [old], 'the old one stands');
    },
  },
  {
    id: 'binding/complete',
    protectsFrom: 'a wizard that says "all done" while something is required',
    needs: ['complete', 'binding'],
    run: async (person) => {
      const { requirements } = await person.complete();
      assert.same(requirements, person.info.requirements, 'complete says what is still open');
      assert.that(
        requirements.some(({ status }) => status === 'open'),
        'an open requirement stays open',
      );
    },
  },
  {
    id: 'binding/complete-after',
    protectsFrom: 'a wizard that never ends',
    needs: ['complete', 'totp'],
    run: async (person) => {
      await register(person, 'totp');
      const said = await person.complete();
      const asked = said.requirements.filter(({ anyOf }) => anyOf.some(({ kind }) => kind === 'totp'));
      assert.that(
        asked.length === 0 || asked.some(({ status }) => status === 'satisfied'),
        'what was asked for is met',
      );
      const loaded = await person.load();
      assert.same(said.requirements, loaded.requirements, 'complete and load say the same of requirements');
      assert.same(said.methods, loaded.methods, 'and of methods');
    },
  },
]);
