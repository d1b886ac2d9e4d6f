/** The kit over HTTP, on what needs nothing but this process. */
import { test } from 'node:test';
import { memoryLab } from './memory-lab.js';
import { mounted, overHttp } from './over-http.js';
import { instances, passes } from './passes.js';

test('the memory backend over HTTP', (t) =>
  passes(
    t,
    memoryLab({
      name: 'memory over HTTP',
      through: (adapter) => {
        const handler = mounted(() => adapter);
        return overHttp({ handler: () => handler });
      },
    }),
  ));

test('the reference backend on the embedded database', (t) => instances(t, 'reference, embedded', [undefined]));
