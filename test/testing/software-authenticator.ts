/** A browser with a security key, in software: it makes real passkeys, whose signatures hold. */
import { AuthenticatorEmulator, PasskeysCredentialsMemoryRepository, WebAuthnEmulator } from 'nid-webauthn-emulator';
import type { LabAuthenticator } from '../../src/testing/index.js';

type Options = Parameters<WebAuthnEmulator['createJSON']>[1];

/**
 * On a page at `home`. What it is asked to exclude it would refuse to make, so each passkey is made on a key of its own.
 *
 * @example
 * const { create } = softwareAuthenticator('https://contoso.example');
 */
export function softwareAuthenticator(
  home: string,
  parameters: ConstructorParameters<typeof AuthenticatorEmulator>[0] = {},
): LabAuthenticator {
  return {
    create: (options, origin = home) => {
      const emulator = new WebAuthnEmulator(
        new AuthenticatorEmulator({ credentialsRepository: new PasskeysCredentialsMemoryRepository(), ...parameters }),
      );
      return emulator.createJSON(origin, structuredClone(options) as Options);
    },
  };
}
