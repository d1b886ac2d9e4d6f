/** The person's account: what is registered, which of it is the default, and what that does to the requirements. */
import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { MethodId, MethodKind, Offer } from '../../../src/contract/enrollment.js';
import { EnrollmentError } from '../../../src/contract/enrollment-error.js';
import type { MethodRef, RegisteredMethod, Requirement, SecurityInfo } from '../../../src/contract/security-info.js';
import { schema } from '../database/index.js';
import type { StoredDefault } from '../database/schema/accounts.js';
import { type MethodRow, type NewMethod, registered, retire, rowOf } from './method-rows.js';
import { dutiesOf } from './owed.js';
import { chosenDefault, type Contender, type Default, duties, nextDefault } from './shared-rules.js';
import type { AccountRow, Look, Work } from './work.js';

const { accounts, methods, skips } = schema;

/** The offer that is meant, wherever it stands. */
export function offerOf(account: AccountRow, kind: MethodKind, offerId: string | undefined): Offer | undefined {
  return account.requirements
    .map((requirement) => duties.offerOf({ requirement }, kind, offerId))
    .find((offer) => offer !== undefined);
}

/** The offer of that kind that follows some other method, whether or not that stands. */
export function followingOffer(
  { followers }: AccountRow,
  kind: MethodKind,
  offerId: string | undefined,
): Offer | undefined {
  return followers.find(({ offer }) => offer.kind === kind && offer.offerId === offerId)?.offer;
}

/** What decides who has to go when a method is registered. */
type Room = Pick<NewMethod, 'offer' | 'slots' | 'replaces'>;

/** How strong a kind is. */
export type StrengthOf = (kind: MethodKind) => number;

/** The account as it stands. */
export class Account {
  readonly #look: Look;
  readonly #strengthOf: StrengthOf;
  #rows: readonly MethodRow[];
  #duties: readonly duties.Duty[];

  private constructor(look: Look, strengthOf: StrengthOf, rows: readonly MethodRow[], owed: readonly duties.Duty[]) {
    this.#look = look;
    this.#strengthOf = strengthOf;
    this.#rows = rows;
    this.#duties = owed;
  }

  static async read(look: Look, strengthOf: StrengthOf): Promise<Account> {
    const { tx, account } = look;
    const rows = await tx
      .select()
      .from(methods)
      .where(and(eq(methods.accountId, account.id), isNull(methods.removedAt)))
      .orderBy(asc(methods.place));
    return new Account(look, strengthOf, rows, await dutiesOf(look));
  }

  state(): Pick<SecurityInfo, 'requirements' | 'methods' | 'defaultMethod'> {
    const { defaultMethod } = this.#look.account;
    return {
      requirements: this.#duties.map(({ requirement }) => requirement),
      methods: this.#rows.map(registered),
      ...(defaultMethod && { defaultMethod: refOf(defaultMethod) }),
    };
  }

  /** Every registered method as it is written down, oldest first. */
  rows(): readonly MethodRow[] {
    return this.#rows;
  }

  /** Every method, as far as the organisation's rules look at it. */
  candidates(): readonly duties.Candidate[] {
    return this.#rows.map(candidate);
  }

  /** A registered method by its id; a foreign or unknown one is refused. */
  row(id: MethodId): MethodRow {
    const row = this.#rows.find((one) => one.id === id);
    if (row === undefined) throw new EnrollmentError({ code: 'enrollment_gone', reason: 'unknown' });
    return row;
  }

  count(isCounted: (kind: MethodKind) => boolean): number {
    return this.#rows.filter((row) => isCounted(row.kind)).length;
  }

  /** How many of this kind stay when this one is registered. */
  beside(added: Room): number {
    return this.#rows.filter((row) => row.kind === added.offer.kind && !isReplaced(row, added)).length;
  }

  /** Whether a method of this kind and identity stands, and stays when this one is registered. */
  isTaken(added: Room, identityMark: string): boolean {
    return this.#rows.some(
      (row) => row.kind === added.offer.kind && row.identityMark === identityMark && !isReplaced(row, added),
    );
  }

  /** Registers a method that was proved, and in the same breath lets go of those it replaces (R2). */
  async register(work: Work, added: NewMethod): Promise<{ method: RegisteredMethod; replaced: readonly MethodRow[] }> {
    const { tx } = work;
    const replaced = this.#rows.filter((one) => isReplaced(one, added));
    for (const { id } of replaced) await retire(work, id);
    const [row] = await tx.insert(methods).values(rowOf(work, added)).returning();
    if (row === undefined) throw new Error('an insert that returns nothing');
    this.#rows = [...this.#rows.filter((one) => !replaced.includes(one)), row];
    const gone = replaced.map(({ id }) => id);
    this.#duties = duties.withMethod(this.#duties, candidate(row), gone);
    const { defaultMethod } = this.#look.account;
    const isHeir = defaultMethod !== null && gone.includes(defaultMethod.methodId);
    await this.#save(work, isHeir ? row : undefined);
    return { method: registered(row), replaced };
  }

  async remove(work: Work, id: MethodId): Promise<MethodRow> {
    const row = this.row(id);
    if (!row.removable) throw new EnrollmentError({ code: 'policy_denied' });
    await retire(work, id);
    this.#rows = this.#rows.filter((one) => one !== row);
    this.#duties = duties.withoutMethod(this.#duties, id, this.#rows.map(candidate));
    await this.#save(work);
    return row;
  }

  /** The organisation asks for something else from now on; what is registered counts toward it. */
  async require(work: Work, written: readonly Requirement[]): Promise<void> {
    const owed: readonly duties.Duty[] = written.map((requirement) => ({ requirement }));
    this.#duties = this.#rows
      .map(candidate)
      .reduce<readonly duties.Duty[]>((sum, row) => duties.withMethod(sum, row, []), owed);
    await this.#save(work, undefined, written);
  }

  async setDefault({ tx, account }: Work, { methodId, channel }: MethodRef): Promise<void> {
    const row = this.row(methodId);
    const isKnown = channel === undefined || (row.channels ?? []).includes(channel);
    if (!row.canBeDefault || !isKnown) throw new EnrollmentError({ code: 'policy_denied' });
    const defaultMethod = stored(chosenDefault(this.#contender(row), channel));
    await tx.update(accounts).set({ defaultMethod }).where(eq(accounts.id, account.id));
  }

  async skip({ tx, world, account, sessionMark }: Work, requirementId: string): Promise<void> {
    const asked = this.#duties.find(({ requirement }) => requirement.id === requirementId)?.requirement;
    // Met or put off in another tab meanwhile: nothing is left to put off, and nothing is counted.
    if (asked !== undefined && asked.status !== 'open') return;
    if (asked === undefined || sessionMark === undefined || !duties.maySkip(asked)) {
      throw new EnrollmentError({ code: 'policy_denied' });
    }
    const times = sql`${skips.times} + 1`;
    await tx
      .insert(skips)
      .values({ accountId: account.id, requirementId, sessionMark, times: 1, stands: true, at: world.now() })
      .onConflictDoUpdate({
        target: [skips.accountId, skips.requirementId, skips.sessionMark],
        set: { times, stands: true, at: world.now() },
      });
  }

  /** `successor` took the place of the default, and inherits what was chosen. */
  async #save({ tx, account }: Work, successor?: MethodRow, written = account.requirements): Promise<void> {
    const before = account.defaultMethod;
    const known = before && { ref: refOf(before), chosen: before.chosen };
    const contenders = this.#rows.map((row) => this.#contender(row));
    const heir = contenders.find(({ method }) => method.id === successor?.id);
    const next = nextDefault(contenders, known ?? undefined, heir);
    const met = this.#duties.flatMap(({ requirement }) => (requirement.status === 'satisfied' ? [requirement.id] : []));
    // What is met is not put off any more, even if its method is removed later.
    await tx
      .update(skips)
      .set({ stands: false })
      .where(and(eq(skips.accountId, account.id), inArray(skips.requirementId, met)));
    await tx
      .update(accounts)
      .set({
        requirements: written.map((one) => ({ ...one, status: met.includes(one.id) ? 'satisfied' : 'open' })),
        satisfiedBy: Object.fromEntries(
          this.#duties.flatMap(({ requirement, by }) => (by === undefined ? [] : [[requirement.id, by] as const])),
        ),
        defaultMethod: next === undefined ? null : stored(next),
      })
      .where(eq(accounts.id, account.id));
  }

  #contender(row: MethodRow): Contender {
    const channel = row.provedBy ?? row.channels?.[0];
    return { method: registered(row), strength: this.#strengthOf(row.kind), channel };
  }
}

/** Whether a method goes when this one is registered: it is named, or stands under an offer that has room for one. */
function isReplaced(row: MethodRow, { offer, slots, replaces }: Room): boolean {
  const isInPlace = row.kind === offer.kind && (row.offerId ?? undefined) === offer.offerId;
  return row.id === replaces || (slots === 'one-per-offer' && isInPlace);
}

function candidate({ id, kind, offerId }: MethodRow): duties.Candidate {
  return { id, kind, offerId: offerId ?? undefined };
}

function refOf({ methodId, channel }: StoredDefault): MethodRef {
  return { methodId, ...(channel !== undefined && { channel }) };
}

function stored({ ref, chosen }: Default): StoredDefault {
  return { ...ref, chosen };
}
