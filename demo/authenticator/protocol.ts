/** What the authenticator and its server say to each other, and the exact bytes that are signed. Knows no page and no Node. */

/** The public half of a device's key: ECDSA on P-256, and nothing that is not public. */
export interface PublicKey {
  readonly kty: 'EC';
  readonly crv: 'P-256';
  readonly x: string;
  readonly y: string;
}

/** The account as the app lists it. */
export interface AccountName {
  readonly label: string;
  readonly organization?: string;
}

/** To `addresses.pairings`: this key shall stand for the account that the code was issued for. */
export interface PairingMessage {
  readonly code: string;
  readonly publicKey: PublicKey;
  /** What the person calls this device, or what it calls itself. */
  readonly name: string;
  readonly signature: string;
}

export interface PairingAnswer {
  readonly deviceId: string;
  readonly account: AccountName;
}

/** To `addresses.requests`: what is this device asked to approve? */
export interface RequestsMessage {
  readonly deviceId: string;
  /** Milliseconds since 1970; refused when it is further than `tolerance` from the server's clock. */
  readonly at: number;
  readonly signature: string;
}

/** The number to match is not in it: the person reads it off the sign-in page. */
export interface OpenRequest {
  readonly id: string;
  /** Whose app it is that asks. */
  readonly app: string;
  /** Known to server and device only while the request is open: an answer is worth nothing for another one. */
  readonly nonce: string;
  /** When it was asked, by the server's clock. */
  readonly at: number;
}

export interface RequestsAnswer {
  /** The server's clock, so that a device whose own is wrong still counts down rightly. */
  readonly now: number;
  readonly requests: readonly OpenRequest[];
}

export type Decision = 'approve' | 'deny';

/** To `addresses.answer(id)`. */
export interface AnswerMessage {
  readonly deviceId: string;
  readonly decision: Decision;
  /** As the sign-in page shows it. Without one, nothing is approved. */
  readonly number?: string;
  readonly signature: string;
}

export type AnswerOutcome = 'approved' | 'denied' | 'wrong-number' | 'over';

export interface AnswerAnswer {
  readonly outcome: AnswerOutcome;
}

/** Why a pairing code does not work. */
export type PairingProblem = 'unknown' | 'used' | 'expired';

/** Every refusal has this body. `refused`: no such device, or not its signature; which of the two is not told. */
export interface Refusal {
  readonly problem:
    PairingProblem | 'refused' | 'stale' | 'malformed' | 'not-json' | 'too-large' | 'not-found' | 'server';
}

/**
 * Where each message goes, always by POST.
 *
 * @example
 * addresses.answer('r 1'); // '/authenticator/requests/r%201/answer'
 */
export const addresses = {
  pairings: '/authenticator/pairings',
  requests: '/authenticator/requests',
  answer: (id: string): string => `/authenticator/requests/${encodeURIComponent(id)}/answer`,
} as const;

/** A message that carries its time is refused when it is older, or further ahead, than this. */
export const tolerance = 5 * 60_000;

/** How long a request waits for its answer. For the countdown only: the server decides. */
export const requestLife = 2 * 60_000;

/** Sixteen letters of base 32. */
export const codePattern = /^[A-Z2-7]{16}$/;

/** For `sign` and `verify` of Web Crypto; a signature is `r` and `s` one after the other, in base 64 for addresses. */
export const signing = { name: 'ECDSA', hash: 'SHA-256' } as const;

/** For `generateKey` and `importKey` of Web Crypto. */
export const curve = { name: 'ECDSA', namedCurve: 'P-256' } as const;

/**
 * The bytes under each signature. The first line says what is signed, so that no signature can pass for another kind.
 *
 * @example
 * signed.requests({ deviceId: 'd1', at: 7 }); // 'nagisa-pass requests 1\nd1\n7' as bytes
 */
export const signed = {
  /** With the key itself: no other key can be found that fits the same signature. */
  pairing: ({ code, name, publicKey: { x, y } }: Omit<PairingMessage, 'signature'>): Bytes =>
    lines('pairing', code, name, x, y),
  requests: ({ deviceId, at }: Omit<RequestsMessage, 'signature'>): Bytes => lines('requests', deviceId, String(at)),
  answer: ({ deviceId, id, nonce, decision, number }: SignedAnswer): Bytes =>
    lines('answer', deviceId, id, nonce, decision, number ?? ''),
} as const;

export type SignedAnswer = Omit<AnswerMessage, 'signature'> & Pick<OpenRequest, 'id' | 'nonce'>;

export type Bytes = Uint8Array<ArrayBuffer>;

function lines(purpose: string, ...fields: readonly string[]): Bytes {
  // A line break inside a field could move the border between two.
  if (fields.some((field) => field.includes('\n'))) throw new TypeError('A signed field holds no line break.');
  return new TextEncoder().encode([`nagisa-pass ${purpose} 1`, ...fields].join('\n'));
}

/**
 * Bytes as base 64 for addresses (RFC 4648, section 5), without padding.
 *
 * @example
 * toBase64url(new Uint8Array([251, 255])); // '-_8'
 */
export function toBase64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
}

/**
 * The bytes again; `undefined` when the text is no base 64 for addresses.
 *
 * @example
 * fromBase64url('-_8'); // Uint8Array [251, 255]
 */
export function fromBase64url(text: string): Bytes | undefined {
  if (!/^[\w-]*$/.test(text) || text.length % 4 === 1) return undefined;
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
}
