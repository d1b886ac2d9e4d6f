/** Which addresses are taken: one that can be written to, and that its owner can open without this account. */
import type { BeginRequest, Offer } from '../../contract/enrollment.js';
import { type AddressProblem, type ReadAddress, readAddress } from '../../contract/email-address.js';
import { EnrollmentError } from '../../contract/enrollment-error.js';
import type { EnrollmentFault } from '../../contract/fault.js';

type Reason = Extract<EnrollmentFault, { code: 'invalid_input' }>['reason'];

const reasons: Readonly<Partial<Record<AddressProblem, Reason>>> = {
  'too-long': 'too_long',
  own: 'not_allowed',
  organization: 'not_allowed',
};

/** The address that is meant, or a refusal. Nothing is asked that depends on whose it is. */
export function usableAddress(
  { address }: BeginRequest<'email'>,
  { refusedDomains }: Offer<'email'>,
  account: { readonly label: string },
): ReadAddress {
  if (typeof address !== 'string') throw unusableAddress('format');
  const read = readAddress(address, { domains: refusedDomains, own: account.label });
  if ('problem' in read) throw unusableAddress(reasons[read.problem] ?? 'format');
  return read;
}

export function unusableAddress(reason: Reason): EnrollmentError {
  return new EnrollmentError({ code: 'invalid_input', field: 'address', reason });
}
