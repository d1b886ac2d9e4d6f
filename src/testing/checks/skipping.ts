/** Putting off: what may be is counted by the backend, and what may not is refused there. */
import type { Requirement } from '../../contract/security-info.js';
import { assert } from '../assert.js';
import { type Check, table } from '../check.js';
import { maySkip } from '../needs.js';
import type { Visit } from '../visit.js';

const find = (requirements: readonly Requirement[], id: string): Requirement | undefined =>
  requirements.find((one) => one.id === id);

/** An open requirement that may be put off. */
function wish({ info }: Visit): Requirement | undefined {
  return info.requirements.find((one) => one.status === 'open' && maySkip(one));
}

export const skipping: readonly Check[] = table([
  {
    id: 'skip/counts-down',
    protectsFrom: 'a requirement that can be put off for ever',
    needs: ['skip', 'skippable'],
    run: async (person) => {
      const { id = '', skip } = wish(person) ?? {};
      const answer = await person.skip(id);
      const loaded = await person.load();
      assert.is(find(answer.requirements, id)?.status, 'put-off', 'it is put off');
      assert.same(loaded.requirements, answer.requirements, 'load says the same as skip');
      if (skip?.timesLeft === undefined) return;
      assert.is(find(loaded.requirements, id)?.skip?.timesLeft, skip.timesLeft - 1, 'one time fewer is left');
    },
  },
  {
    id: 'skip/others-stay',
    protectsFrom: 'putting off everything with one click',
    needs: ['skip', 'skippable', 'binding'],
    run: async (person) => {
      const { id = '' } = wish(person) ?? {};
      const others = (list: readonly Requirement[]): readonly Requirement[] => list.filter((one) => one.id !== id);
      const { requirements, methods } = await person.skip(id);
      assert.same(others(requirements), others(person.info.requirements), 'others stay as they were');
      assert.is(methods.length, 0, 'nothing is registered');
    },
  },
  {
    id: 'skip/refused',
    protectsFrom: 'putting off what may not be put off',
    needs: ['skip', 'binding'],
    run: async (person) => {
      const bound = person.info.requirements.find((one) => one.status === 'open' && one.skip === undefined);
      await assert.refused(person.skip(bound?.id ?? ''), ['policy_denied'], 'what is binding is not put off');
      assert.same((await person.load()).requirements, person.info.requirements, 'and stays open');
    },
  },
  {
    id: 'skip/unknown',
    protectsFrom: 'a crash by a requirement that is no more',
    needs: ['skip'],
    run: async (person) => {
      await assert.typed(person.skip('no-such-requirement'), 'an unknown requirement is refused');
      assert.same((await person.load()).requirements, person.info.requirements, 'and nothing is put off');
    },
  },
  {
    id: 'skip/asked-again',
    protectsFrom: 'a count of skips that is forgotten with each sign-in',
    needs: ['skip', 'skippable', 'signInAgain'],
    run: async (person) => {
      const { id = '', skip } = wish(person) ?? {};
      const times = skip?.timesLeft;
      if (times === undefined) assert.skip('times are not counted here');
      for (let left = times; left > 0; left--) {
        await person.skip(id);
        await person.lab.signInAgain?.();
        const asked = find((await person.load()).requirements, id);
        assert.is(asked?.status, 'open', 'the next sign-in asks again');
        if (left > 1) assert.is(asked?.skip?.timesLeft, left - 1, 'and knows how often it was put off');
      }
      await assert.refused(person.skip(id), ['policy_denied'], 'after the last time it is put off no more');
      assert.is(find((await person.load()).requirements, id)?.status, 'open', 'and stays open');
    },
  },
]);
