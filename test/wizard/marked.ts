/** What a person who cannot see the page needs of a field in which something is wrong. */
import { expect } from '@open-wc/testing';
import type { WizardPage } from './wizard-page.js';

/** Marked, described by the very words, focused, and still holding what was typed. */
export function expectMarked(page: WizardPage, label: string, typed: string): void {
  const field = page.field(label);
  expect(field.getAttribute('aria-invalid'), 'aria-invalid').to.equal('true');
  expect(page.description(label), 'described by its problem').to.contain(page.problem());
  expect(page.focused(), 'focus').to.equal(field);
  expect(field.value, 'what was typed').to.equal(typed);
}
