/** Reads CBOR (RFC 8949) as far as authenticators write it: whole numbers, bytes, texts, lists, maps, simple values. */

export type Cbor = number | boolean | null | string | Uint8Array | readonly Cbor[] | ReadonlyMap<Cbor, Cbor>;

/** The first value in `bytes`. Throws at what is none, or is cut short. */
export function readCbor(bytes: Uint8Array): Cbor {
  return new Reader(bytes).value(deepest);
}

/** Deeper than any attestation, and shallower than any stack. */
const deepest = 16;

class Reader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  value(depth: number): Cbor {
    if (depth === 0) throw new RangeError('too deep');
    const [head = 0] = this.#take(1);
    const [major, info] = [head >> 5, head & 31];
    if (major === 7) return simple(info);
    const size = this.#size(info);
    switch (major) {
      case 0:
        return size;
      case 1:
        return -1 - size;
      case 2:
        return this.#take(size);
      case 3:
        return new TextDecoder('utf-8', { fatal: true }).decode(this.#take(size));
      case 4:
        return Array.from({ length: this.#within(size) }, () => this.value(depth - 1));
      case 5:
        return new Map(
          Array.from({ length: this.#within(size) }, () => [this.value(depth - 1), this.value(depth - 1)]),
        );
      default:
        throw new RangeError('not of this kind');
    }
  }

  /** The number that stands in the head, or in the bytes after it. */
  #size(info: number): number {
    if (info < 24) return info;
    if (info > 26) throw new RangeError('too large');
    return this.#take(2 ** (info - 24)).reduce((sum, byte) => sum * 256 + byte, 0);
  }

  /** No list has more parts than there are bytes left. */
  #within(size: number): number {
    if (size > this.#bytes.length - this.#at) throw new RangeError('cut short');
    return size;
  }

  #take(length: number): Uint8Array {
    const end = this.#at + this.#within(length);
    const part = this.#bytes.subarray(this.#at, end);
    this.#at = end;
    return part;
  }
}

function simple(info: number): boolean | null {
  if (info === 20 || info === 21) return info === 21;
  if (info === 22) return null;
  throw new RangeError('not of this kind');
}
