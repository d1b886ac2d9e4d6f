/** The whole flow: which page comes next, from the first answer of the backend to the last page. Pure. */
import { always, arrivalPhases } from './arrival.js';
import { arrivedPhases } from './arrived.js';
import { machine, type Transition } from './machine.js';
import { tourPhases } from './tour.js';

export { initial } from './arrival.js';

/**
 * Total: every event has an answer in every state, and one that means nothing there changes nothing.
 *
 * @example
 * const [state, effects] = transition(initial, { type: 'loaded', info }, { kinds: new Set(['totp']), prompt: true });
 */
export const transition: Transition = machine({ ...arrivalPhases, ...arrivedPhases, ...tourPhases }, always);
