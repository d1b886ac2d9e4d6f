/** Passkeys in a real browser with an authenticator of its own making, registered at a real server; and all that may fail. */
import assert from 'node:assert/strict';
import { after, describe } from 'node:test';
import type { CDPSession } from 'playwright-core';
import type { ScenarioId } from '../../demo/scenarios.js';
import type { Person } from './person.js';
import { RealServer } from './real-server.js';
import { play, type Trace } from './stage.js';

const server = await RealServer.open();
after(() => server.close());

const at = (scenario: ScenarioId): string => `${server.url}?scenario=${scenario}`;

const create = 'Create';
const naming = 'Name it, then create it';

type Transport = 'internal' | 'usb' | 'nfc';

/** The authenticator in the browser of one person. */
class Authenticator {
  readonly #cdp: CDPSession;
  #id = '';

  private constructor(cdp: CDPSession) {
    this.#cdp = cdp;
  }

  static async of({ page }: Person, transport: Transport = 'internal'): Promise<Authenticator> {
    const cdp = await page.context().newCDPSession(page);
    await cdp.send('WebAuthn.enable');
    const authenticator = new Authenticator(cdp);
    await authenticator.plugIn(transport);
    return authenticator;
  }

  /** Another one, in the place of the one before. */
  async plugIn(transport: Transport): Promise<void> {
    if (this.#id) await this.#cdp.send('WebAuthn.removeVirtualAuthenticator', { authenticatorId: this.#id });
    const { authenticatorId } = await this.#cdp.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport,
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    });
    this.#id = authenticatorId;
  }

  /** Whether it will find that it is the person. */
  async recognizes(isUserVerified: boolean): Promise<void> {
    await this.#cdp.send('WebAuthn.setUserVerified', { authenticatorId: this.#id, isUserVerified });
  }

  /** Whether somebody touches it. */
  async isTouched(enabled: boolean): Promise<void> {
    await this.#cdp.send('WebAuthn.setAutomaticPresenceSimulation', { authenticatorId: this.#id, enabled });
  }

  async count(): Promise<number> {
    return (await this.#cdp.send('WebAuthn.getCredentials', { authenticatorId: this.#id })).credentials.length;
  }
}

/** From the sign-in to the page on which the passkey is named. */
async function comeToNaming(person: Person, first: string): Promise<void> {
  const { words } = person;
  await person.signIn();
  await person.at(words.prompt);
  await person.press(words.next);
  await person.at(first);
  await person.press(words.next);
  await person.at(naming);
}

/** What the server refuses, the browser says in its console. */
function forgive({ problems }: Trace): void {
  assert.ok(problems.every((problem) => /status of 422/.test(problem)));
  problems.length = 0;
}

describe('passkeys', () => {
  play(
    'one is made and named, and the second needs another place [F127, F128, F129]',
    { address: at('passkey') },
    async (person) => {
      const { words } = person;
      const authenticator = await Authenticator.of(person);
      await comeToNaming(person, 'Set up a passkey');
      assert.match(await person.field('Name').inputValue(), /^Passkey/);
      await person.type('Name', '  My laptop ');
      await person.press(create);
      await person.at('Passkey added');
      await person.sees('My laptop');
      await person.press(words.next);
      await person.at('Set up your security key');
      await authenticator.recognizes(true);
      await person.press(words.next);
      await person.at(naming);
      assert.equal(await person.field('Name').inputValue(), 'Security key');
      await authenticator.plugIn('usb');
      await person.press(create);
      await person.at('Security key added');
      await person.press(words.next);
      await person.at(words.success);
      await person.sees('My laptop');
      await person.press(words.done);
      await person.at(words.start);
    },
  );

  play(
    'a device that has one already says so, and nothing is lost [F137]',
    { address: at('passkey') },
    async (person) => {
      const { words } = person;
      const authenticator = await Authenticator.of(person, 'usb');
      await comeToNaming(person, 'Set up a passkey');
      await person.press(create);
      await person.at('Passkey added');
      await person.press(words.next);
      await person.at('Set up your security key');
      await person.press(words.next);
      await person.at(naming);
      await person.type('Name', 'Spare');
      await person.press(create);
      await person.sees('This device or key already has a passkey for your account. Use another one.');
      assert.equal(await person.field('Name').inputValue(), 'Spare');
      assert.equal(await authenticator.count(), 1);
      await authenticator.plugIn('usb');
      await person.press(create);
      await person.at('Security key added');
      await person.sees('Spare');
    },
  );

  for (const [how, transport] of [
    ['plugged in', 'usb'],
    ['held to the device', 'nfc'],
  ] as const)
    play(`a key is ${how}, as the page says that it may be [F125]`, { address: at('passkey') }, async (person) => {
      const { words } = person;
      const authenticator = await Authenticator.of(person);
      await comeToNaming(person, 'Set up a passkey');
      await person.press(create);
      await person.at('Passkey added');
      await person.press(words.next);
      await person.at('Set up your security key');
      await person.sees(/plug it in or hold it to your device/);
      await authenticator.plugIn(transport);
      await person.press(words.next);
      await person.at(naming);
      await person.press(create);
      await person.at('Security key added');
      assert.equal(await authenticator.count(), 1);
    });

  play('whoever is not recognised may try again', { address: at('P16') }, async (person) => {
    const authenticator = await Authenticator.of(person, 'usb');
    await authenticator.recognizes(false);
    await comeToNaming(person, 'Set up a passkey');
    await person.press(create);
    await person.sees(/^Nothing was created\./);
    await authenticator.recognizes(true);
    await person.press(create);
    await person.at('Passkey added');
  });

  play('time that runs out is nobody’s fault', { address: at('P16') }, async (person) => {
    const authenticator = await Authenticator.of(person, 'usb');
    await authenticator.isTouched(false);
    // Nobody waits five minutes here.
    await person.page.route('**/enrollments', async (route) => {
      const response = await route.fetch();
      const enrollment = (await response.json()) as { next: { options: { timeout: number } } };
      enrollment.next.options.timeout = 500;
      await route.fulfill({ response, json: enrollment });
    });
    await comeToNaming(person, 'Set up a passkey');
    await person.press(create);
    await person.sees(/^Nothing was created\./);
    await authenticator.isTouched(true);
    await person.press(create);
    await person.at('Passkey added');
  });

  play('what is left is given up, so that the next try is not in its way', { address: at('P16') }, async (person) => {
    const authenticator = await Authenticator.of(person, 'usb');
    await authenticator.isTouched(false);
    await comeToNaming(person, 'Set up a passkey');
    await person.press(create);
    await person.page.locator('security-info-wizard [aria-busy=true]').waitFor();
    await person.page
      .locator('security-info-wizard')
      .evaluate((wizard: HTMLElement & { start(): void }) => wizard.start());
    await person.at(naming);
    await authenticator.isTouched(true);
    await person.press(create);
    await person.at('Passkey added');
    assert.equal(await authenticator.count(), 1);
  });

  play(
    'a model that the organisation does not take is named as such',
    { address: at('key-model') },
    async (person, trace) => {
      await Authenticator.of(person, 'usb');
      await comeToNaming(person, 'Set up your security key');
      await person.press(create);
      await person.sees('Your organization does not accept this model. Use another device or key.');
      // Its challenge was used; the next try has one of its own.
      await person.at(naming);
      await person.press(create);
      await person.sees('Your organization does not accept this model. Use another device or key.');
      forgive(trace);
    },
  );
});
