/** The page of another service, as the backend knows it: where it is, and how its word is told from anybody else's. */

/** What the other page says about a state. */
export type Outcome = 'finished' | 'refused';

/**
 * Another service that sets something up on a page of its own. Neither function may wait: a service that has to be asked
 * hands over what can be checked here, such as a signed ticket.
 */
export interface ExternalProvider {
  /** Where a person is sent; https, with `state` in it. */
  addressFor(state: string): string;
  /** What an address that somebody came back to says about this state. `undefined`: nothing that could be believed. */
  outcomeIn(url: string, state: string): Outcome | undefined;
}
