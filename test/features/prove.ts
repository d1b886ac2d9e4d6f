/** Holds what is promised against what tests show. Pure: it is handed both. */
import { managed, type Feature } from './feature.js';
import type { Tagged, Tags } from './read-tags.js';

export interface Promised {
  readonly features: Readonly<Record<string, Feature>>;
  readonly complaints: Readonly<Record<string, string>>;
  /** Ids by what they wait for. */
  readonly open: Readonly<Record<string, readonly string[]>>;
}

export interface Row {
  readonly id: string;
  readonly mode: string;
  readonly what: string;
  /** The tests that show it. */
  readonly proof: readonly Tagged[];
  /** Why none has to. */
  readonly reason: string | undefined;
  /** What it waits for. */
  readonly waits: string | undefined;
}

/** Every row with its proof, features first. */
export function rowsOf({ features, complaints, open }: Promised, { tagged }: Pick<Tags, 'tagged'>): readonly Row[] {
  const proofs = new Map<string, Tagged[]>();
  for (const one of tagged) for (const id of one.ids) proofs.set(id, [...(proofs.get(id) ?? []), one]);
  const waits = new Map(Object.entries(open).flatMap(([what, ids]) => ids.map((id) => [id, what] as const)));
  const row = (id: string, mode: string, what: string, reason: string | undefined): Row => ({
    id,
    mode,
    what,
    proof: proofs.get(id) ?? [],
    reason,
    waits: waits.get(id),
  });
  return [
    ...Object.entries(features).map(([id, { mode, what, leftOut }]) =>
      row(id, mode, what, leftOut ?? (mode === 'M' ? managed : undefined)),
    ),
    ...Object.entries(complaints).map(([id, what]) => row(id, 'C', what, undefined)),
  ];
}

/** Everything that does not add up, one sentence each; what is open is not among it. */
export function contradictions(rows: readonly Row[], { open }: Promised, tags: Tags): readonly string[] {
  const known = new Set(rows.map(({ id }) => id));
  const unknown = (ids: readonly string[], where: string): readonly string[] =>
    ids.filter((id) => !known.has(id)).map((id) => `${id} is no row: ${where}`);
  return [
    ...tags.misplaced,
    ...tags.tagged.flatMap(({ ids, file, title }) => unknown(ids, `${file} › ${title}`)),
    ...unknown(Object.values(open).flat(), 'open'),
    ...rows.flatMap(({ id, proof, reason, waits }) => {
      if (proof.length === 0 && reason === undefined && waits === undefined) return [`${id} is shown by no test`];
      const at = proof[0] && `${proof[0].file} › ${proof[0].title}`;
      if (at !== undefined && waits !== undefined) return [`${id} is open no longer: ${at}`];
      return at !== undefined && reason !== undefined ? [`${id} is left out, and shown all the same: ${at}`] : [];
    }),
  ];
}
