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
      const added = await demo.run.phone.add(text);
      if (added !== 'added' && added !== 'paired') throw new Error(`The phone cannot use that: ${added ?? 'unknown'}.`);
    },
    code: () => demo.run.phone.code(),
    token() {
      const { token } = demo.run.phone;
      return token && { serial: token.serial, code: token.entry.code };
    },
    calls: () => demo.run.device.calls().map(({ id, from, state }) => ({ id, from, state })),
    answer: (id) => demo.run.phone.answer(id),
    pressHash: (id) => demo.run.phone.press(id, '#'),
    requests: () => demo.run.device.requests(),
    approve: (id, number) => demo.run.phone.approve(id, number),
    deny: (id) => demo.run.phone.deny(id),
  },
  get backend() {
    if (!demo.run.backend) throw new Error('The backend of this scenario is on the server.');
    return demo.run.backend;
  },
};
