/** How a typed e-mail address is read: kept as it was typed, compared in one form. Pure. */

/** What is wrong with an address before it is worth a call. */
export type AddressProblem = 'empty' | 'no-at' | 'incomplete' | 'characters' | 'too-long' | 'own' | 'organization';

/** Addresses that would help nobody who cannot sign in. */
export interface RefusedAddresses {
  /** Domains, in either form; what is below them is refused too. */
  readonly domains?: readonly string[] | undefined;
  /** What the person signs in with; only an address is compared, and not what is added by a plus. */
  readonly own?: string | undefined;
}

export interface ReadAddress {
  /** The mailbox as it was typed, at its domain in ASCII: where a mail is sent. */
  readonly address: string;
  /** The form in which two addresses are compared; never sent to. */
  readonly canonical: string;
}

/**
 * Reads an address, pasted `mailto:` links and names before angle brackets included. Full-width letters become plain, and a
 * domain of any script becomes ASCII; nothing else is guessed.
 *
 * @example
 * readAddress('Hana@Bücher.Example', {}).address; // 'Hana@xn--bcher-kva.example'
 */
export function readAddress(
  typed: string,
  { domains = [], own = '' }: RefusedAddresses,
): ReadAddress | { readonly problem: AddressProblem } {
  const text = bare(typed);
  if (!text) return { problem: 'empty' };
  const at = text.lastIndexOf('@');
  if (at < 0) return { problem: 'no-at' };
  const [mailbox, host] = [text.slice(0, at), text.slice(at + 1)];
  if (!mailbox || !host) return { problem: 'incomplete' };
  if (!mailboxes.test(mailbox) || !hosts.test(host)) return { problem: 'characters' };
  const domain = asciiDomain(host);
  if (!domain) return { problem: 'incomplete' };
  const address = `${mailbox}@${domain}`;
  if (mailbox.length > longestMailbox || address.length > longest) return { problem: 'too-long' };
  const canonical = `${mailbox.toLowerCase()}@${domain}`;
  if (mailboxOf(canonical) === mailboxOf(canonicalOf(own))) return { problem: 'own' };
  const isOf = (one: string): boolean => domain === one || domain.endsWith(`.${one}`);
  if (domains.some((one) => isOf(asciiDomain(one) ?? one))) return { problem: 'organization' };
  return { address, canonical };
}

/** The form in which an address that was read before is compared. */
export function canonicalOf(address: string): string | undefined {
  const read = readAddress(address, {});
  return 'address' in read ? read.canonical : undefined;
}

/** Whatever is added to a mailbox by a plus, one person gets it. */
function mailboxOf(canonical: string | undefined): string | undefined {
  return canonical?.replace(/\+[^@]*@/, '@');
}

/** RFC 5321, 4.5.3.1: a path of 256 with its angle brackets. */
const longest = 254;
const longestMailbox = 64;
/** No quoted mailboxes: nobody has one, and every filter chokes on them. Dots in odd places are real in Japan. */
const mailboxes = /^[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~.-]+$/u;
const hosts = /^[\p{L}\p{M}\p{N}.。-]+$/u;
/** Two labels at least, the last of them no number: neither a machine's own name nor an address of four numbers. */
const asciiHost = /^(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+[a-z](?:[a-z\d-]{0,61}[a-z\d])$/;

/** The rooms that decide are compiled without the types of a page; this of it is pure, and every runtime has it. */
declare const URL: new (text: string) => { readonly hostname: string };

/** IDNA, as browsers do it (UTS 46): with it letters of any width and dots of any script become plain. */
function asciiDomain(host: string): string | undefined {
  const name = host.replace(/\.$/, '');
  if (!hosts.test(name)) return undefined;
  try {
    const { hostname } = new URL(`http://${name}`);
    return asciiHost.test(hostname) ? hostname : undefined;
  } catch {
    return undefined;
  }
}

/** Longer than any address with its decoration: what is pasted may be a book. */
const longestTyped = 2_000;

function bare(typed: string): string {
  const text = typed
    .slice(0, longestTyped)
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/。/g, '.')
    .trim();
  const [, inBrackets = text] = /<([^<>]*)>$/.exec(text) ?? [];
  return inBrackets.replace(/^mailto:([^?]*).*$/i, '$1').trim();
}
