/** Numbers as people really type them: each mistake gets its own words at its field, and nothing typed is lost (R100, R124). */
import { expect } from '@open-wc/testing';
import type { EnrollmentFault } from '../../src/contract/fault.js';
import { app, at, mobile, phone, words } from './harbor.js';
import { expectMarked } from './marked.js';

const field = 'Phone number';

describe('a phone number that cannot be used', () => {
  const mistakes: readonly [string, string, RegExp][] = [
    ['nothing', '', /^Enter your phone number\.$/],
    ['blanks', '   ', /^Enter your phone number\.$/],
    ['letters', 'my phone', /digits only/],
    ['an e-mail address', 'ayaka@harbor.example', /digits only/],
    ['too few digits', '0901', /too short/],
    ['too many digits', '+1 201 555 0123 4567', /too long/],
    ['a number that does not exist', '000-000-0000', /does not exist|too short|too long/],
    ['an international form without a country', '+999 123 456', /does not exist|too short|too long/],
    ['signs only', '---', /Enter your phone number|does not exist|too short/],
  ];
  for (const [what, typed, told] of mistakes)
    it(`is told at its field, and stays as typed: ${what} [F79]`, async () => {
      const { page, harbor } = await at('phone');
      await page.type(field, typed);
      page.press('Next');
      expect(await page.complains()).to.match(told);
      expectMarked(page, field, typed);
      expect(harbor.calls.of('begin')).to.have.length(0);
    });

  it('is told by the backend in the same way: a landline', async () => {
    const { page } = await at('phone', { lineOf: () => 'fixed-line' });
    await page.type(field, '03-1234-5678');
    page.press('Next');
    expect(await page.complains()).to.equal('This number cannot receive text messages. Enter a mobile number.');
    expectMarked(page, field, '03-1234-5678');
  });

  it('is told by the backend in the same way: a kind of number that is not allowed [F97]', async () => {
    const { page } = await at('phone', { lineOf: () => 'refused' });
    await page.type(field, mobile);
    page.press('Next');
    expect(await page.complains()).to.contain('This kind of number cannot be used here');
    expectMarked(page, field, mobile);
  });

  it('of a country that the organization does not take [F96]', async () => {
    const offer = { kind: 'phone', usage: ['sign-in'], channels: ['sms'], countries: ['JP'] } as const;
    const { page, harbor } = await at('phone', { requirements: [{ id: 'phone', anyOf: [offer] }] });
    await page.type(field, '+44 7400 123456');
    page.press('Next');
    expect(await page.complains()).to.contain('Numbers of this country cannot be used here');
    expectMarked(page, field, '+44 7400 123456');
    expect(harbor.calls.of('begin')).to.have.length(0);
  });

  const refusals: readonly [string, EnrollmentFault, string][] = [
    ['somebody else’s [F98]', { code: 'conflict', with: 'other' }, 'This cannot be registered for your account.'],
    ['out of reach [F95]', { code: 'undeliverable' }, 'We could not deliver the message.'],
  ];
  for (const [what, fault, told] of refusals)
    it(`is told in plain words, stays as typed, and leaves another method: ${what}`, async () => {
      const { page, harbor } = await at('phone', { requirements: [{ id: 'any', anyOf: [phone, app] }] });
      harbor.backend.refuse('begin', fault);
      page.fill(field, mobile);
      page.press('Next');
      expect(await page.complains()).to.contain(told);
      expect(page.value(field)).to.equal(mobile);
      await page.go(words.differentMethod, words.chooser);
    });

  it('can be mended where it stands, and the mark goes', async () => {
    const { page } = await at('phone');
    await page.type(field, '0901');
    page.press('Next');
    await page.complains();
    await page.type(field, mobile);
    await page.go('Next', words.code);
    await page.go('Back', words.number);
    expect(page.problem()).to.equal('');
    expect(page.field(field).getAttribute('aria-invalid')).to.equal('false');
    expect(page.value(field)).to.equal(mobile);
  });
});

describe('a phone number in another form', () => {
  const forms: readonly [string, string][] = [
    ['full-width', '０９０－１２３４－５６７８'],
    ['with brackets and dots', '(090) 1234.5678'],
    ['international', '+81 90 1234 5678'],
    ['of a link', 'tel:+81-90-1234-5678'],
    ['pasted with invisible marks', '\u202a090-1234-5678\u202c'],
  ];
  for (const [what, typed] of forms)
    it(`is taken, and shown back as it was: ${what}`, async () => {
      const { page, harbor } = await at('phone');
      page.fill(field, typed);
      await page.go('Next', words.code);
      expect(harbor.backend.messages().at(-1)?.to).to.equal('+819012345678');
      await page.go('Back', words.number);
      expect(page.value(field)).to.equal(typed);
    });
});
