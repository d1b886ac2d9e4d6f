/** The calls of several backends as those of one. */
import type { CallOptions, SecurityInfoAdapter, WriteOptions } from '../contract/adapter.js';
import type { BeginRequest, Enrollment, EnrollmentId, MethodId, Proof } from '../contract/enrollment.js';
import { EnrollmentError, faultOf } from '../contract/enrollment-error.js';
import type { MethodRef, OptionalCall, SecurityInfo } from '../contract/security-info.js';
import { enrollmentOut, refusalOut, requestIn, unmarked } from './composed-ids.js';
import { can, merged, type Part, type PartInfo } from './composed-info.js';

export class Composition implements Required<SecurityInfoAdapter> {
  readonly #home: Part;
  readonly #others: readonly Part[];
  /** What each lacks by its last word. */
  readonly #absences = new Map<Part, readonly OptionalCall[]>();
  #defaultSetBy: Part | undefined;
  #askedForProof: Part;

  constructor([home, ...others]: readonly [Part, ...Part[]]) {
    this.#home = home;
    this.#others = others;
    this.#askedForProof = home;
  }

  load(options: CallOptions): Promise<SecurityInfo> {
    return this.#whole(options);
  }

  async begin(request: BeginRequest, options: WriteOptions): Promise<Enrollment> {
    const part = this.#all().find(({ serves }) => serves(request.kind)) ?? this.#home;
    const wish = requestIn(part.name, request);
    return enrollmentOut(part.name, await this.#ask(part, (adapter) => adapter.begin(wish, options)));
  }

  verify(id: EnrollmentId, proof: Proof, options: WriteOptions): Promise<Enrollment> {
    return this.#onEnrollment(id, (part, own) => this.#ask(part, (adapter) => adapter.verify(own, proof, options)));
  }

  get(id: EnrollmentId, options: CallOptions): Promise<Enrollment> {
    return this.#onEnrollment(id, (part, own) => this.#askFor('get', part, (adapter) => adapter.get?.(own, options)));
  }

  challenge(id: EnrollmentId, how: { readonly channel?: string }, options: WriteOptions): Promise<Enrollment> {
    return this.#onEnrollment(id, (part, own) =>
      this.#askFor('challenge', part, (adapter) => adapter.challenge?.(own, how, options)),
    );
  }

  async cancel(id: EnrollmentId, options: WriteOptions): Promise<void> {
    const part = this.#ownerOf(id);
    // Ending what nobody knows, or nobody can end, is no mistake.
    if (part === undefined || !can('cancel', part, this.#absences.get(part))) return;
    await this.#ask(part, (adapter) => adapter.cancel?.(unmarked(id).id, options));
  }

  async setDefault(ref: MethodRef, options: WriteOptions): Promise<SecurityInfo> {
    const part = this.#holderOf(ref.methodId);
    const own = { ...ref, methodId: unmarked(ref.methodId).id };
    const info = await this.#askFor('setDefault', part, (adapter) => adapter.setDefault?.(own, options));
    this.#defaultSetBy = part;
    return this.#whole(options, { part, info });
  }

  async remove(id: MethodId, options: WriteOptions): Promise<SecurityInfo> {
    const part = this.#holderOf(id);
    const info = await this.#askFor('remove', part, (adapter) => adapter.remove?.(unmarked(id).id, options));
    return this.#whole(options, { part, info });
  }

  async skip(requirementId: string, options: WriteOptions): Promise<SecurityInfo> {
    const part = this.#home;
    const info = await this.#askFor('skip', part, (adapter) => adapter.skip?.(requirementId, options));
    return this.#whole(options, { part, info });
  }

  reauthenticate(proof: { readonly password: string }, options: WriteOptions): Promise<void> {
    return this.#askFor('reauthenticate', this.#askedForProof, (adapter) => adapter.reauthenticate?.(proof, options));
  }

  async complete(options: WriteOptions): Promise<SecurityInfo> {
    const part = this.#home;
    const info = await this.#askFor('complete', part, (adapter) => adapter.complete?.(options));
    return this.#whole(options, { part, info });
  }

  #all(): readonly Part[] {
    return [this.#home, ...this.#others];
  }

  #ownerOf(id: EnrollmentId | MethodId): Part | undefined {
    const { name } = unmarked(id);
    return this.#all().find((part) => part.name === name);
  }

  #holderOf(id: MethodId): Part {
    const part = this.#ownerOf(id);
    // No part gave this id out, so there is no such method.
    if (part === undefined) throw new EnrollmentError({ code: 'method_unavailable' });
    return part;
  }

  async #onEnrollment(
    id: EnrollmentId,
    call: (part: Part, own: EnrollmentId) => Promise<Enrollment>,
  ): Promise<Enrollment> {
    const part = this.#ownerOf(id);
    if (part === undefined) throw new EnrollmentError({ code: 'enrollment_gone', reason: 'unknown' });
    return enrollmentOut(part.name, await call(part, unmarked(id).id));
  }

  /** Everything known; `told` has been heard already. */
  async #whole(options: CallOptions, told?: PartInfo): Promise<SecurityInfo> {
    const hear = async (part: Part): Promise<PartInfo> => {
      const info = part === told?.part ? told.info : await this.#ask(part, (adapter) => adapter.load(options));
      this.#absences.set(part, info.absent ?? []);
      return { part, info };
    };
    const [home, ...others] = await Promise.all([hear(this.#home), ...this.#others.map(hear)]);
    return merged(home, others, this.#defaultSetBy);
  }

  /** Calls a part, and marks the ids in what it refuses with. */
  async #ask<T>(part: Part, call: (adapter: SecurityInfoAdapter) => Promise<T> | undefined): Promise<T> {
    try {
      const answer = call(part.adapter);
      if (answer === undefined) throw new EnrollmentError({ code: 'unsupported' });
      return await answer;
    } catch (thrown) {
      if (faultOf(thrown)?.code === 'reauth_required') this.#askedForProof = part;
      throw refusalOut(part.name, thrown);
    }
  }

  /** The same for what the part may lack. */
  #askFor<T>(
    what: OptionalCall,
    part: Part,
    call: (adapter: SecurityInfoAdapter) => Promise<T> | undefined,
  ): Promise<T> {
    return this.#ask(part, (adapter) => (can(what, part, this.#absences.get(part)) ? call(adapter) : undefined));
  }
}
