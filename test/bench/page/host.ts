/** The host page's own script: hands the element its adapter. The bare element gets it too, so that both pages weigh the same. */
import { cannedAdapter } from './canned-adapter.js';

const subject = document.querySelector('[data-subject]');
const kinds = new URLSearchParams(location.search).get('kinds')?.split(',') ?? [];
if (subject) Object.assign(subject, { adapter: cannedAdapter(kinds) });
