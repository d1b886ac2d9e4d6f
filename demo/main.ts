/** Starts the demonstration, and opens to tests what a person can do with the phone. */
import '../src/define.js';
import { Demo } from './demo.js';

const root = document.getElementById('page');
if (!root) throw new Error('The page has no place to draw in.');
const demo = new Demo(root);
await demo.start();

window.demo = {
  phone: {
    messages: () => demo.run.phone.texts.map(({ to, text }) => ({ to, text })),
    async scan(text) {
      if (!(await demo.run.phone.add(text))) throw new Error('That is neither a key nor an otpauth: address.');
    },
    code: () => demo.run.phone.code(),
  },
  get backend() {
    return demo.run.backend;
  },
};
