/** What people call a method of theirs: one line, without what a terminal, a list, a mail or a database would choke on. */
import { EnrollmentError } from '../../contract/enrollment-error.js';

/** In characters as people count them: room for an app and a device. */
export const longestName = 60;

/**
 * The name that was meant; `undefined`: none, or nothing of one. What turns the direction of writing around is no part of
 * it, for it would turn around what stands after it.
 *
 * @example
 * ownName(' Blue\r\nkey '); // 'Blue key'
 */
export function ownName(given: unknown): string | undefined {
  const shown = typeof given === 'string' ? given.replace(/\p{Bidi_Control}/gu, '') : '';
  const name = shown.replace(/[\s\p{Cc}\p{Cs}]+/gu, ' ').trim();
  return name === '' ? undefined : name;
}

/** The name that came with a beginning, or a refusal. It is told in mails, so it must not be a letter of its own. */
export function calledBy({ label }: { readonly label?: unknown }): string | undefined {
  const name = ownName(label);
  if (name !== undefined && [...name].length > longestName) {
    throw new EnrollmentError({ code: 'invalid_input', field: 'label', reason: 'too_long' });
  }
  return name;
}
