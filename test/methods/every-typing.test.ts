/** Whatever is typed or pasted into a method's fields, it answers with a page that can be used. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { MethodSpec } from '../../src/contract/method.js';
import { explore } from '../explore/explore.js';
import { callsIn, enrolledOf, shortKey, type State } from './alphabet.js';
import { everyMethod } from './every-method.js';

/** What people and clipboards hold: digits in every dress, numbers with prefixes, whole messages, and noise. */
const typed = fc.oneof(
  fc.string({ unit: fc.constantFrom(...'0123456789+-() .#*,;/extEXT０１２３٠١٢９＋－') }),
  fc
    .tuple(fc.constantFrom('+', '00', 'tel:', 'tel:+', '＋', '011 '), fc.stringMatching(/^[0-9 ().-]{0,24}$/))
    .map((parts) => parts.join('')),
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
  fc.string({ minLength: 200, maxLength: 2_000 }),
);

/** A form with whatever fields the page has; those that the person picks from keep what is picked. */
const form = fc.dictionary(fc.constantFrom('code', 'number', 'answer', 'label', 'address'), typed);
const picked = fc.constantFrom('JP', 'US', 'GB', 'DE', 'AQ', 'XX', '', 'toString');

for (const { kind, logic, samples, ...method } of everyMethod)
  test(`${kind} takes whatever is typed`, () => {
    const [context] = samples.contexts;
    const answers = enrolledOf({ kind, logic, samples, ...method });
    // Pages as they are met without a refusal: there are few, and each is typed into.
    const { states } = explore<State, MethodSpec['event'] | (typeof answers)[number], undefined>({
      start: [logic.start(context)[0]],
      alphabet: [...samples.events, ...answers],
      step: (state, event) => [logic.update(state, event, context)[0], undefined],
      key: shortKey([...samples.events, ...answers]),
    });
    const pages = states.filter((state) => logic.frame(state, context).submit);
    fc.assert(
      fc.property(fc.constantFrom(...pages), form, picked, (state, values, country) => {
        const event = logic.frame(state, context).submit?.toEvent({ country, ...values });
        assert.ok(event);
        const [next, effects = []] = logic.update(state, event, context);
        const frame = logic.frame(next, context);
        if (callsIn(effects).length > 0) assert.ok(frame.busy !== undefined);
        assert.ok(frame.submit ?? frame.back ?? frame.busy);
      }),
      { numRuns: 3_000 },
    );
  });
