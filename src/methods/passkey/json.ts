/** Options and credentials as JSON: by the browser itself, and by hand where it cannot yet (Web Authentication, 5.1.8). */

/** What the backend wants, as the browser takes it. Throws at what is none. */
export function fromJson(options: unknown): PublicKeyCredentialCreationOptions {
  // What it must hold is checked by the browser, here or in the ceremony.
  const json = options as PublicKeyCredentialCreationOptionsJSON;
  if ('parseCreationOptionsFromJSON' in PublicKeyCredential) {
    return PublicKeyCredential.parseCreationOptionsFromJSON(json);
  }
  // Extensions hold bytes of their own, which browsers of that age know nothing of.
  const { challenge, user, excludeCredentials = [], extensions: _, ...others } = json;
  return {
    ...(others as Pick<PublicKeyCredentialCreationOptions, 'rp' | 'pubKeyCredParams'>),
    challenge: bytesOf(challenge),
    user: { ...user, id: bytesOf(user.id) },
    excludeCredentials: excludeCredentials.map(
      (one) => ({ ...one, id: bytesOf(one.id) }) as PublicKeyCredentialDescriptor,
    ),
  };
}

/** What was made, as the backend takes it. Password managers stand in for the browser, and leave the newer half out. */
export function toJson(credential: PublicKeyCredential): unknown {
  if (typeof credential.toJSON === 'function') return credential.toJSON();
  const { id, rawId, type, authenticatorAttachment } = credential;
  const response = credential.response as AuthenticatorAttestationResponse;
  return {
    id,
    rawId: textOf(rawId),
    type,
    authenticatorAttachment: authenticatorAttachment ?? undefined,
    clientExtensionResults: credential.getClientExtensionResults(),
    response: {
      clientDataJSON: textOf(response.clientDataJSON),
      attestationObject: textOf(response.attestationObject),
      transports: response.getTransports?.() ?? [],
    },
  };
}

function bytesOf(base64url: string): Uint8Array<ArrayBuffer> {
  const binary = atob(base64url.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
}

function textOf(buffer: ArrayBuffer): string {
  const binary = String.fromCharCode(...new Uint8Array(buffer));
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}
