/** A guess at a slip of the finger in an address, for a hint that holds nobody up (R133). Pure. */
import { readAddress } from '../../contract/email-address.js';

/** Where most private mail is, long enough that one slip is no other word. */
const known =
  'gmail.com googlemail.com hotmail.com hotmail.co.jp outlook.com outlook.jp live.jp icloud.com yahoo.com yahoo.co.jp ymail.com proton.me protonmail.com docomo.ne.jp ezweb.ne.jp i.softbank.jp softbank.ne.jp gmx.com web.de'.split(
    ' ',
  );
/** One letter away from one of them, and just as real. */
const real = 'mail.com email.com gmx.de yahoo.co outlook.co live.com proton.com'.split(' ');

/**
 * The domain that was probably meant.
 *
 * @example
 * likelyDomain('hana@gmial.com'); // 'gmail.com'
 */
export function likelyDomain(typed: string): string | undefined {
  const read = readAddress(typed, {});
  const [, domain] = 'address' in read ? read.address.split('@') : [];
  if (!domain || [...known, ...real].includes(domain)) return undefined;
  return known.find((one) => isOneSlip(domain, one));
}

/** One letter too many, too few, another one, or two in each other's place. */
function isOneSlip(typed: string, meant: string): boolean {
  let start = 0;
  while (start < typed.length && typed[start] === meant[start]) start++;
  const [a, b] = [typed.slice(start), meant.slice(start)];
  const isSwapped = `${a[1]}${a[0]}${a.slice(2)}` === b;
  return isSwapped || a.slice(1) === b.slice(1) || a.slice(1) === b || a === b.slice(1);
}
