/** Codes by which the organisation's app is paired: each works once, and not for long. */
import { ScureBase32Plugin } from 'otplib';
import type { Ms } from '../../contract/enrollment.js';
import type { Provision } from '../../contract/next.js';
import { readCode } from '../../contract/typed-code.js';

/** 80 bits: sixteen letters, which people can still type. */
const codeBytes = 10;
const codeLength = 16;

/** What stands in the way of a pairing. */
type Obstacle = 'unknown' | 'used' | 'expired';

interface Pairing {
  readonly until: number;
  obstacle: Obstacle | undefined;
  paired(): void;
}

export class Pairings {
  readonly #now: () => number;
  readonly #random: (length: number) => Uint8Array;
  readonly #address: string;
  readonly #pairings = new Map<string, Pairing>();

  constructor(now: () => number, random: (length: number) => Uint8Array, host: string | undefined) {
    this.#now = now;
    this.#random = random;
    this.#address = `https://pair.${host ?? 'example'}/add`;
  }

  /** A new code, and what tells it to the app; `withdraw` makes it as good as never issued. */
  issue(life: Ms, paired: () => void): { readonly provision: Provision; withdraw(): void } {
    const code = new ScureBase32Plugin().encode(this.#random(codeBytes));
    const pairing: Pairing = { until: this.#now() + life, obstacle: undefined, paired };
    this.#pairings.set(code, pairing);
    return {
      provision: this.#provision(code),
      withdraw: () => {
        pairing.obstacle = this.#isLate(pairing) ? 'expired' : 'unknown';
      },
    };
  }

  /** Pairs, or throws an `Error` that names the obstacle. */
  pair(text: string): void {
    const pairing = this.#pairings.get(this.#codeIn(text.trim()) ?? '');
    if (pairing === undefined) throw new Error('unknown' satisfies Obstacle);
    const obstacle = pairing.obstacle ?? (this.#isLate(pairing) ? 'expired' : undefined);
    if (obstacle !== undefined) throw new Error(obstacle);
    pairing.obstacle = 'used';
    pairing.paired();
  }

  #isLate({ until }: Pairing): boolean {
    return until <= this.#now();
  }

  /** The fragment of our own link, which no server ever sees; or what was typed, however it was grouped. */
  #codeIn(text: string): string | undefined {
    const link = `${this.#address}#`;
    const read = readCode(text.startsWith(link) ? text.slice(link.length) : text, {
      alphabet: 'alphanumeric',
      length: codeLength,
    });
    return 'code' in read ? read.code : undefined;
  }

  #provision(code: string): Provision {
    const uri = `${this.#address}#${code}`;
    const grouped = code.replace(/.{4}(?=.)/g, '$&-');
    return {
      uri,
      manual: [
        { name: 'code', value: grouped },
        { name: 'url', value: this.#address },
      ],
      deepLink: uri,
    };
  }
}
