/** Which registered method is the default: the one that the person chose, else the strongest. Pure. */
import type { MethodRef, RegisteredMethod } from '../../contract/security-info.js';

/** A registered method, as far as the default looks at it. */
export interface Contender {
  readonly method: RegisteredMethod;
  readonly strength: number;
  /** The channel by which it was proved, where it has any. */
  readonly channel: string | undefined;
}

export interface Default {
  readonly ref: MethodRef;
  /** By the person, and so not given up for a stronger one. */
  readonly chosen: boolean;
}

export function chosenDefault({ method, channel: proved }: Contender, channel = proved): Default {
  return { ref: refTo(method, channel), chosen: true };
}

/** The default after methods came or went. `successor` took the place of the one before, and keeps what was chosen. */
export function nextDefault(
  contenders: readonly Contender[],
  before: Default | undefined,
  successor: Contender | undefined,
): Default | undefined {
  const able = contenders.filter(({ method }) => method.canBeDefault);
  const standing = able.find(({ method }) => method.id === before?.ref.methodId);
  if (before !== undefined && standing !== undefined && before.chosen) return before;
  const heir = able.find((one) => one === successor);
  if (before !== undefined && heir !== undefined && before.chosen) return inherited(before, heir);
  const incumbent = standing ?? heir;
  // Of equals the one that is the default already stays, or else the one that was registered first.
  const ranked = [...(incumbent ? [incumbent] : []), ...able].sort((one, other) => other.strength - one.strength);
  const [strongest] = ranked;
  if (strongest === undefined) return undefined;
  return { ref: refTo(strongest.method, strongest.channel), chosen: false };
}

/** The channel stays as it was chosen where the successor has it too. */
function inherited({ ref: { channel } }: Default, heir: Contender): Default {
  const kept = heir.method.channels?.find((one) => one === channel);
  return chosenDefault(heir, kept);
}

function refTo({ id }: RegisteredMethod, channel: string | undefined): MethodRef {
  return { methodId: id, ...(channel !== undefined && { channel }) };
}
