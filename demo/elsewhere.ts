/**
 * The way to the other company's page and back. Its name stands for a real one, so this host prevents `siw-redirect` and
 * goes to the same page on its own server instead: a full journey, from which the wizard comes back through `load`.
 */
import type { Deeds } from './phone/device.js';

/** What the person did there. */
export type Outcome = 'finished' | 'refused';

/** The other company's page knows the person by a ticket; no other address has one. */
export function isPlayedHere(url: string): boolean {
  return new URL(url).searchParams.has('state');
}

/** Where the demonstration plays the page of that address. `query` is that of the page that is left. */
export function stageOf(url: string, query: string, looks: { readonly lang: string; readonly theme: string }): string {
  const state = new URL(url).searchParams.get('state') ?? '';
  return `/lighthouse/?${new URLSearchParams({ state, back: query, ...looks }).toString()}`;
}

/** The query of the page after somebody has come back, with the ticket of the other company; else `undefined`. */
export async function ticketIn(query: string, phone: Pick<Deeds, 'settleElsewhere'>): Promise<string | undefined> {
  const asked = new URLSearchParams(query);
  const [said, state] = [asked.get('elsewhere'), asked.get('state')];
  const outcome = (['finished', 'refused'] as const).find((one) => one === said);
  return outcome === undefined || state === null ? undefined : await phone.settleElsewhere(state, outcome);
}
