/** What a person who cannot see the page needs of a field in which something is wrong. */
import { assert } from '@open-wc/testing';
import type { WizardPage } from './wizard-page.js';

/** Marked, described by the very words, focused, and still holding what was typed. */
export function expectMarked(page: WizardPage, label: string, typed: string): void {
  const field = page.field(label);
  assert.equal(field.getAttribute('aria-invalid'), 'true', 'aria-invalid');
  assert.include(page.description(label), page.problem(), 'described by its problem');
  assert.isTrue(page.hasFocus(field), 'focus');
  assert.equal(field.value, typed, 'what was typed');
}
