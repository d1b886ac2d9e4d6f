// A host's whole script: the published file, an adapter written by hand, and what happens at the end.
import { EnrollmentError } from '/bundle.js';

const app = { kind: 'totp', usage: ['sign-in'] };
const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const uri = `otpauth://totp/Harbor:ada%40harbor.example?secret=${secret}&issuer=Harbor`;
const provision = { uri, manual: [{ name: 'secret', value: secret }] };
const methods = [];

const wizard = document.querySelector('security-info-wizard');
wizard.adapter = {
  async load() {
    const requirement = { id: 'app', anyOf: [app], status: methods.length ? 'satisfied' : 'open' };
    return { account: { label: 'ada@harbor.example' }, requirements: [requirement], methods, pending: [] };
  },
  async begin() {
    return { id: 'enrollment-1', kind: 'totp', next: { type: 'code', length: 6, alphabet: 'digits', provision } };
  },
  async verify(id, { code }) {
    if (code !== '123456') throw new EnrollmentError({ code: 'invalid_code' });
    methods.push({ ...app, id: 'method-1', label: 'My app', canBeDefault: true, removable: true });
    return { id, kind: 'totp', next: { type: 'done', methods } };
  },
};
wizard.addEventListener('siw-complete', () => {
  const heading = document.createElement('h1');
  heading.textContent = 'You are in';
  document.querySelector('main').replaceChildren(heading);
});
