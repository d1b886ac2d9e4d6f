/** The form: Enter hands the page in, the host's own form never notices, and managers of passwords and codes find their fields. */
import { expect } from '@open-wc/testing';
import { at, atHarbor, mobile, needsApp, toAppCode, toPhoneCode, words } from './harbor.js';
import { turn } from './patience.js';
import { newMain, present } from './reading.js';

const input = (field: Element): HTMLInputElement => field as HTMLInputElement;

describe('Enter', () => {
  it('hands the page in from a field', async () => {
    const { page } = await at('phone');
    await page.type('Phone number', mobile);
    await page.key('Enter');
    await page.arrives(words.code);
  });

  it('while a word is being composed does not', async () => {
    const { page, harbor } = await at('phone');
    page.fill('Phone number', mobile);
    const composing = {
      key: 'Enter',
      isComposing: true,
      keyCode: 229,
      bubbles: true,
      composed: true,
      cancelable: true,
    };
    for (const type of ['keydown', 'keyup'])
      page.field('Phone number').dispatchEvent(new KeyboardEvent(type, composing));
    await turn();
    expect(harbor.calls.of('begin')).to.have.length(0);
  });

  it('is not needed twice: the last digit alone hands nothing in', async () => {
    const { page, harbor } = await at('phone');
    await toPhoneCode(page);
    await page.type('Code', harbor.texted());
    await turn();
    expect(harbor.calls.of('verify')).to.have.length(0);
  });
});

describe("a form of the host's around the wizard", () => {
  it('is never handed in, whatever is pressed inside', async () => {
    const form = document.createElement('form');
    let submits = 0;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      submits += 1;
    });
    const other = document.createElement('input');
    other.name = 'host';
    form.append(other);
    newMain().append(form);
    const { page } = await atHarbor({ requirements: [needsApp], wizard: { into: form } });
    page.form()?.querySelector<HTMLElement>('h1')?.focus();
    await page.go('Next', words.setUp);
    await toAppCode(page);
    await page.type('Code', '123');
    await page.key('Enter');
    await page.complains();
    await page.go('Back', words.scan);
    page.press(/Can’t scan/);
    await page.settles();
    expect(submits).to.equal(0);
    expect([...new FormData(form).keys()]).to.deep.equal(['host']);
  });
});

describe('fields', () => {
  it("belong to the wizard's own form, though a step draws them", async () => {
    const { page } = await at('phone');
    for (const label of ['Phone number', 'Country or region']) expect(page.field(label).form).to.equal(page.form());
    await toPhoneCode(page);
    expect(page.field('Code').form).to.equal(page.form());
  });

  it('say what they are for, so that the browser can fill them [F72, F84]', async () => {
    const { page } = await at('phone');
    const number = input(page.field('Phone number'));
    expect([number.type, number.getAttribute('autocomplete')]).to.deep.equal(['tel', 'tel-national']);
    expect(page.field('Country or region').getAttribute('autocomplete')).to.equal('tel-country-code');
    await toPhoneCode(page);
    const code = input(page.field('Code'));
    expect([code.type, code.inputMode, code.getAttribute('autocomplete')]).to.deep.equal([
      'text',
      'numeric',
      'one-time-code',
    ]);
    expect(code.hasAttribute('maxlength')).to.equal(false);
    expect([code.spellcheck, code.getAttribute('autocapitalize')]).to.deep.equal([false, 'off']);
  });

  it('are one each: a code is not split into boxes', async () => {
    const { page } = await at('phone');
    await toPhoneCode(page);
    expect(page.form()?.querySelectorAll('input')).to.have.length(1);
  });

  it('have a visible label, a name and an id, and are really there', async () => {
    const { page } = await at('phone');
    const fields = [...(page.form()?.querySelectorAll<HTMLInputElement | HTMLSelectElement>('input, select') ?? [])];
    for (const field of fields) {
      const [label] = field.labels ?? [];
      expect(present(label, 'label').getBoundingClientRect().height).to.be.greaterThan(8);
      expect([field.name, field.id].every((name) => name !== '')).to.equal(true);
      expect(field.getBoundingClientRect().height).to.be.at.least(24);
      expect(getComputedStyle(field).opacity).to.equal('1');
      expect(field.getAttribute('placeholder')).to.equal(null);
    }
  });

  it('take what a password manager puts in', async () => {
    const { page, harbor } = await at('phone');
    page.fill('Phone number', mobile);
    await page.go('Next', words.code);
    page.fill('Code', harbor.texted());
    await page.go('Next', words.phoneAdded);
  });

  it('take a whole message that was pasted, and hand in the code in it', async () => {
    const { page, harbor } = await at('phone');
    await toPhoneCode(page);
    const code = harbor.texted();
    page.fill('Code', `Your Harbor code is ${code.slice(0, 3)}-${code.slice(3)}.`);
    await page.go('Next', words.phoneAdded);
  });
});

describe('the country', () => {
  it('can be picked from all of them, by their names in the language of the page [F77]', async () => {
    const { page } = await at('phone');
    const select = page.field('Country or region') as HTMLSelectElement;
    select.focus();
    await page.element.updateComplete;
    await turn();
    expect(select.options.length).to.be.greaterThan(200);
    expect([...select.options].map(({ text }) => text)).to.include('Japan (\u2066+81\u2069)');
    expect(select.value).to.equal('JP');
  });

  it('follows a number in international form, and what was typed stays', async () => {
    const { page } = await at('phone');
    await page.type('Phone number', '+44 7400 123456');
    await page.element.updateComplete;
    await turn();
    expect(page.value('Country or region')).to.equal('GB');
    expect(page.value('Phone number')).to.equal('+44 7400 123456');
    await page.go('Next', words.code);
    expect(page.text()).to.contain('+44 7400 123456');
  });

  it('that was picked by a password manager counts', async () => {
    const { page, harbor } = await at('phone');
    page.field('Country or region').focus();
    await turn();
    await page.element.updateComplete;
    page.fill('Country or region', 'US');
    page.fill('Phone number', '(201) 555-0123');
    await page.go('Next', words.code);
    expect(harbor.backend.messages().at(-1)?.to).to.equal('+12015550123');
  });
});
