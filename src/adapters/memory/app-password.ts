/** App passwords: drawn here, never chosen, and told apart by the names that people give them. */
import { EnrollmentError } from '../../contract/enrollment-error.js';
import type {} from '../../methods/app-password/contract.js';
import { drawSecret } from './crockford.js';
import type { Kind, World } from './kind.js';
import { longestName, ownName } from './own-name.js';
import { ShownOnce } from './shown-once.js';

export function appPassword(world: World): Kind<'app-password'> {
  return {
    slots: { atMost: world.limits.appPasswords },
    strength: 0,
    check: async ({ name }) => void usableName(name),
    open: ({ request, taken }) => {
      const name = usableName(request.name);
      const identity = folded(name);
      if (taken.includes(identity)) throw unusable('duplicate');
      const password = drawSecret((length) => world.random(length));
      return new ShownOnce(world, [password], () => ({ label: name, identity }));
    },
  };
}

/** The name without what a terminal or a list would choke on, or a refusal. */
export function usableName(given: unknown): string {
  const name = ownName(given);
  // What is nothing but invisible is no name either.
  if (name === undefined || folded(name) === '') throw unusable('too_short');
  if ([...name].length > longestName) throw unusable('too_long');
  return name;
}

/** Two names that a person would take for one are one. */
export function folded(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
    .toLowerCase();
}

function unusable(reason: 'duplicate' | 'too_short' | 'too_long'): EnrollmentError {
  return new EnrollmentError({ code: 'invalid_input', field: 'label', reason });
}
