/** The page of another service: it is sent a person with a state, and sends them back with a ticket that it alone can write. */

/** What the other page says about a state. */
export type Outcome = 'finished' | 'refused';

/** Many: nobody guesses them. */
const bytes = 16;

export class Elsewhere {
  readonly #random: (length: number) => Uint8Array;
  readonly #back: string;
  readonly #tickets = new Map<string, { readonly state: string; readonly outcome: Outcome }>();

  /** `host` is the site to which people come back. */
  constructor(random: (length: number) => Uint8Array, host = 'login.example') {
    this.#random = random;
    this.#back = `https://${host}/`;
  }

  newState(): string {
    return this.#opaque();
  }

  /** Where somebody is sent. */
  address(state: string): string {
    return `https://elsewhere.example/add?state=${state}`;
  }

  /** The person did something there: the address to which they are sent back. */
  answer(url: string, outcome: Outcome): string {
    const ticket = this.#opaque();
    this.#tickets.set(ticket, { state: parameter(url, 'state') ?? '', outcome });
    return `${this.#back}?ticket=${ticket}`;
  }

  /** What an address says that somebody came back with; `undefined`: nothing about this state. */
  read(url: string, state: string): Outcome | undefined {
    const ticket = this.#tickets.get(parameter(url, 'ticket') ?? '');
    return ticket?.state === state ? ticket.outcome : undefined;
  }

  #opaque(): string {
    return Array.from(this.#random(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
  }
}

/** A parameter of an address that comes from outside. */
export function parameter(url: unknown, name: string): string | undefined {
  if (typeof url !== 'string' || !URL.canParse(url)) return undefined;
  return new URL(url).searchParams.get(name) ?? undefined;
}
