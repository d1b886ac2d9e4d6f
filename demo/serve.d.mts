/** The server of the demo page, for tests that start it in their own process. */

export interface Served {
  /** `http://localhost:4173/` */
  readonly url: string;
  readonly port: number;
  close(): Promise<void>;
}

/** Builds the page and serves it. Without a port: 4173, or the next one that is free; 0: any free one. */
export function serve(options?: { readonly port?: number }): Promise<Served>;
