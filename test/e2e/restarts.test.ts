/** What is left of a passage through a real server when that is ended between any two of its steps. */
import assert from 'node:assert/strict';
import { after, describe } from 'node:test';
import { demoNumber } from '../../demo/demo-account.js';
import { noPostgres, startPostgres } from '../demo/server/postgres.js';
import { scan } from './authenticator.js';
import { RealServer } from './real-server.js';
import { play, together } from './stage.js';

const postgres = await startPostgres({ durable: true });
const [server, remote] = await Promise.all([
  RealServer.open(),
  postgres ? RealServer.open(postgres.url) : Promise.resolve(undefined),
]);
after(async () => {
  await Promise.all([server.close(), remote?.close()]);
  await postgres?.stop();
});

/** Where the server is ended in good order, and where it is killed together with its database. */
const ends = [
  ['en', 'one with an embedded database, in good order', server, false, () => server.restart()],
  [
    'ja',
    'one with a Postgres, both killed',
    remote,
    noPostgres,
    async () => {
      await remote?.kill();
      await postgres?.kill();
      await postgres?.start();
      await remote?.start();
    },
  ],
] as const;

describe('a server that is ended between any two steps and started again', together, () => {
  for (const [lang, what, stage, skip, end] of ends)
    describe(what, { skip }, () => {
      play(
        `${lang}: the person goes on where they were`,
        { lang, address: `${stage?.url ?? ''}?scenario=P1`, isRestarted: true },
        async (person) => {
          const qr: string[] = [];
          person.onPage = async (title) => {
            if (title === person.words.signIn || title === person.words.start) return;
            // Chunks that come are not what is tried here: a browser never asks again for one that has failed.
            await person.page.waitForTimeout(700);
            if (title === person.words.scan) qr.push(scan(await person.lookAtQr()));
            await end();
          };
          await person.passThrough(
            () => person.setUpPass(),
            () => person.setUpPhone(demoNumber),
          );
          assert.equal(new Set(qr).size, 1);
          const texts = (await person.texts()).filter(({ to }) => !to.includes('@'));
          assert.equal(texts.length, 1, 'nothing was sent twice');
        },
      );
    });
});
