// A host that brings a language along: the published file, the backend for trials, and words of its own.
import '/bundle.js';
import { createMemoryBackend } from '/adapters/memory.js';
import strings from '/strings.js';

const backend = createMemoryBackend({
  account: { label: 'layla@harbor.example', organization: 'Harbor' },
  requirements: [
    { id: 'app', anyOf: [{ kind: 'totp', usage: ['sign-in'] }], skip: { daysLeft: 3 } },
    { id: 'phone', anyOf: [{ kind: 'phone', usage: ['sign-in'], channels: ['sms'], defaultCountry: 'EG' }] },
  ],
});
window.demo = { phone: { messages: () => backend.messages() } };

const wizard = document.querySelector('security-info-wizard');
wizard.strings = strings;
wizard.adapter = backend.adapter;
