/** Starts the page where a policy is written down. */
import '../../src/define.js';
import { PolicyPage } from './policy-page.js';

const root = document.getElementById('policy');
if (!root) throw new Error('The page has no place to draw in.');
new PolicyPage(root).draw();
