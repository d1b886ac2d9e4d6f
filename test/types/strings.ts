/** What the compiler promises to whoever brings words of their own: a misspelt key does not compile, a kind of their own does. */
import type { SecurityInfoWizard, StringOverrides } from '../../src/index.js';

declare const wizard: SecurityInfoWizard;

export const own: StringOverrides = {
  // Of every part of the wizard, whenever it is fetched.
  wizard: { 'prompt.title': 'One more step', 'fault.server': 'Sorry.', 'chooser.title': 'Others' },
  totp: { name: 'Code app', hint: 'From your phone.', 'set-up.title': 'Your app' },
  phone: { 'number.title': 'Your phone' },
  email: { name: 'Mail' },
  // Where English counts, a text for every number will do as well, and the other way round.
  'app-password': { 'name.label': { one: 'Name', other: 'Names' } },
};

// @ts-expect-error a key of the wizard that there is not
export const misspeltKey: StringOverrides = { wizard: { 'prompt.tilte': 'One more step' } };
// @ts-expect-error a key of a method that there is not
export const misspeltWord: StringOverrides = { totp: { 'setup.title': 'Your app' } };
// @ts-expect-error a key of another method
export const foreignWord: StringOverrides = { totp: { 'number.title': 'Your phone' } };
// @ts-expect-error a kind that there is not
export const misspeltKind: StringOverrides = { topt: { name: 'Code app' } };
// @ts-expect-error a text is a text, or has an `other`
export const noText: StringOverrides = { totp: { name: { one: 'Code app' } } };

/** A kind of one's own has a row in the table of kinds; its keys are its author's to check. */
export const badge: StringOverrides = { badge: { name: 'Badge', 'number.title': 'Your card' } };

/** Words that come from elsewhere stay possible: out of JSON, or under names that are made while the program runs. */
export function fetched(json: Record<string, Record<string, string>>, pairs: [string, Record<string, string>][]): void {
  wizard.strings = json;
  wizard.strings = Object.fromEntries(pairs);
}
