/** Reads what a device sent: every field has a type and a size, or the whole message is malformed. Pure. */
import {
  codePattern,
  type AnswerMessage,
  type PairingMessage,
  type PublicKey,
  type RequestsMessage,
} from '../../authenticator/protocol.js';

type Test = (value: unknown) => boolean;
type Fields = Readonly<Record<string, unknown>>;

function text(pattern: RegExp): Test {
  return (value) => typeof value === 'string' && pattern.test(value);
}

const opaque = text(/^[\x21-\x7e]{1,128}$/);
/** Two numbers of 32 bytes. */
const signature = text(/^[\w-]{86}$/);
const coordinate = text(/^[\w-]{43}$/);

const tables = {
  pairing: { code: text(codePattern), publicKey: isPublicKey, name: text(/^[^\p{C}\p{Zl}\p{Zp}]{1,80}$/u), signature },
  requests: { deviceId: opaque, at: Number.isSafeInteger, signature },
  answer: {
    deviceId: opaque,
    decision: text(/^(approve|deny)$/),
    number: (value) => value === undefined || text(/^\d{0,8}$/)(value),
    signature,
  },
} satisfies Record<string, Readonly<Record<string, Test>>>;

interface Messages {
  readonly pairing: PairingMessage;
  readonly requests: RequestsMessage;
  readonly answer: AnswerMessage;
}

/**
 * The message of a kind that the body holds; `undefined` when a field is missing, wrong or too long.
 *
 * @example
 * readMessage('requests', { deviceId: 'd1', at: Date.now(), signature }); // the same, typed
 */
export function readMessage<K extends keyof Messages>(kind: K, body: unknown): Messages[K] | undefined {
  if (!isRecord(body)) return undefined;
  const fits = Object.entries(tables[kind]).every(([field, test]) => test(body[field]));
  // The table of the kind has just looked at every field.
  return fits ? (body as unknown as Messages[K]) : undefined;
}

/**
 * Whether an identifier out of an address can be one.
 *
 * @example
 * isIdentifier('two words'); // false
 */
export function isIdentifier(value: string): boolean {
  return opaque(value);
}

/**
 * The public part alone, whatever else the device put beside it.
 *
 * @example
 * bareKey({ kty: 'EC', crv: 'P-256', x, y, ext: true }); // { kty: 'EC', crv: 'P-256', x, y }
 */
export function bareKey({ x, y }: PublicKey): PublicKey {
  return { kty: 'EC', crv: 'P-256', x, y };
}

function isPublicKey(value: unknown): boolean {
  return (
    isRecord(value) &&
    value['kty'] === 'EC' &&
    value['crv'] === 'P-256' &&
    coordinate(value['x']) &&
    coordinate(value['y']) &&
    // A device that gives its private key away has none any more.
    !('d' in value)
  );
}

function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
