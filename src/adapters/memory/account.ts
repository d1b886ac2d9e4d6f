/** The person's account: what is registered, which of it is the default, and what that does to the requirements. */
import type { MethodId, MethodKind, Offer } from '../../contract/enrollment.js';
import { EnrollmentError } from '../../contract/enrollment-error.js';
import type { MethodRef, RegisteredMethod, Requirement, SecurityInfo } from '../../contract/security-info.js';
import { chosenDefault, type Contender, type Default, nextDefault } from './default-method.js';
import type { Description, Kind, Opening } from './kind.js';
import type { RequirementOption } from './options.js';
import * as duties from './requirements.js';
import { usageOf } from './usage.js';

/** A registered method, with what the backend knows of it beyond what it tells. */
interface Standing extends Contender {
  readonly offerId: string | undefined;
  readonly identity: string | undefined;
}

export interface NewMethod {
  readonly id: MethodId;
  readonly offer: Offer;
  readonly description: Description;
  readonly kind: Pick<Kind, 'slots' | 'strength' | 'atMost'>;
  readonly replaces: MethodId | undefined;
  readonly addedAt: string;
}

export class Account {
  #duties: readonly duties.Duty[];
  #standing: readonly Standing[];
  #default: Default | undefined;

  constructor(
    written: readonly RequirementOption[],
    methods: readonly RegisteredMethod[],
    strengthOf: (kind: MethodKind) => number,
  ) {
    const requirements = written.map((one): Requirement => ({ ...one, status: one.status ?? 'open' }));
    this.#standing = adopted(methods, requirements, strengthOf);
    this.#duties = duties.dutiesAtStart(requirements, this.#standing.map(candidate));
    this.#keepDefault();
  }

  state(): Pick<SecurityInfo, 'requirements' | 'methods' | 'defaultMethod'> {
    return {
      requirements: this.#duties.map(({ requirement }) => requirement),
      methods: this.#standing.map(({ method }) => method),
      ...(this.#default && { defaultMethod: this.#default.ref }),
    };
  }

  offer(kind: MethodKind, offerId: string | undefined): Offer | undefined {
    return this.#duties.map((duty) => duties.offerOf(duty, kind, offerId)).find((offer) => offer !== undefined);
  }

  /** A registered method by its id; a foreign or unknown one is refused. */
  method(id: MethodId): RegisteredMethod {
    return this.#find(id).method;
  }

  /** Every method, as far as the organisation's rules look at it. */
  candidates(): readonly duties.Candidate[] {
    return this.#standing.map(candidate);
  }

  count(isCounted: (kind: MethodKind) => boolean): number {
    return this.#standing.filter(({ method }) => isCounted(method.kind)).length;
  }

  /** What stays of this kind when a method is registered: how many, and their identities as far as they are known. */
  beside(added: Pick<NewMethod, 'offer' | 'kind' | 'replaces'>): Pick<Opening<MethodKind>, 'taken' | 'beside'> {
    const staying = this.#standing.filter(
      (standing) => standing.method.kind === added.offer.kind && !isReplaced(standing, added),
    );
    return { taken: staying.flatMap(({ identity }) => identity ?? []), beside: staying.length };
  }

  /** Registers a method that was proved, and in the same breath lets go of those it replaces. */
  register(wanted: NewMethod): RegisteredMethod {
    const { id, offer, description, kind: own, addedAt } = wanted;
    const { label, channels, provedBy, identity } = description;
    const { kind, offerId } = offer;
    const usage = usageOf(offer, own.atMost);
    const method: RegisteredMethod = {
      id,
      kind,
      label,
      usage,
      ...(channels && { channels }),
      canBeDefault: usage.includes('sign-in'),
      removable: true,
      addedAt,
    };
    const replaced = this.#standing.filter((old) => isReplaced(old, wanted)).map((old) => old.method.id);
    const { strength } = own;
    const added: Standing = { method, offerId, identity, strength, channel: provedBy ?? channels?.[0] };
    this.#standing = [...this.#standing.filter((old) => !isReplaced(old, wanted)), added];
    this.#duties = duties.withMethod(this.#duties, candidate(added), replaced);
    this.#keepDefault(this.#default && replaced.includes(this.#default.ref.methodId) ? added : undefined);
    return method;
  }

  remove(id: MethodId): void {
    if (!this.method(id).removable) throw new EnrollmentError({ code: 'policy_denied' });
    this.#standing = this.#standing.filter(({ method }) => method.id !== id);
    this.#duties = duties.withoutMethod(this.#duties, id, this.#standing.map(candidate));
    this.#keepDefault();
  }

  setDefault({ methodId, channel }: MethodRef): void {
    const chosen = this.#find(methodId);
    const { canBeDefault, channels = [] } = chosen.method;
    const isKnown = channel === undefined || channels.includes(channel);
    if (!canBeDefault || !isKnown) throw new EnrollmentError({ code: 'policy_denied' });
    this.#default = chosenDefault(chosen, channel);
  }

  skip(requirementId: string): void {
    const asked = this.#duties.find(({ requirement }) => requirement.id === requirementId)?.requirement;
    // Met or put off in another tab meanwhile: nothing is left to put off, and nothing is counted.
    if (asked !== undefined && asked.status !== 'open') return;
    if (asked === undefined || !duties.maySkip(asked)) throw new EnrollmentError({ code: 'policy_denied' });
    this.#changeRequirements((one) => (one === asked ? duties.putOff(one) : one));
  }

  signedIn(): void {
    this.#changeRequirements(duties.askedAgain);
  }

  #changeRequirements(change: (requirement: Requirement) => Requirement): void {
    this.#duties = this.#duties.map((duty) => ({ ...duty, requirement: change(duty.requirement) }));
  }

  #keepDefault(successor?: Standing): void {
    this.#default = nextDefault(this.#standing, this.#default, successor);
  }

  #find(id: MethodId): Standing {
    const found = this.#standing.find(({ method }) => method.id === id);
    if (found === undefined) throw new EnrollmentError({ code: 'enrollment_gone', reason: 'unknown' });
    return found;
  }
}

/** Whether a method goes when this one is registered: it is named, or stands under an offer that has room for one. */
function isReplaced(
  { method, offerId }: Standing,
  { offer, kind, replaces }: Pick<NewMethod, 'offer' | 'kind' | 'replaces'>,
): boolean {
  const isInPlace = kind.slots === 'one-per-offer' && method.kind === offer.kind && offerId === offer.offerId;
  return method.id === replaces || isInPlace;
}

/** Methods that were there before: each is taken for the first offer of its kind that none of the others stands for. */
function adopted(
  methods: readonly RegisteredMethod[],
  requirements: readonly Requirement[],
  strengthOf: (kind: MethodKind) => number,
): Standing[] {
  const offers = requirements.flatMap(({ anyOf }) => anyOf);
  const standing: Standing[] = [];
  for (const method of methods) {
    const own = offers.filter(({ kind }) => kind === method.kind);
    const free = own.find(
      ({ kind, offerId }) => !standing.some((s) => s.method.kind === kind && s.offerId === offerId),
    );
    standing.push({
      method,
      offerId: (free ?? own[0])?.offerId,
      identity: undefined,
      strength: strengthOf(method.kind),
      // How it was proved is not known any more.
      channel: method.channels?.[0],
    });
  }
  return standing;
}

function candidate({ method, offerId }: Standing): duties.Candidate {
  return { id: method.id, kind: method.kind, offerId };
}
