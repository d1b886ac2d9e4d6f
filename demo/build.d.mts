/** The bundler of the demo's pages. */

/** Every file of the demo's pages, by its address. `hasServer`: the page finds its accounts on the server it came from. */
export function buildPage(options?: {
  readonly hasServer?: boolean;
}): Promise<ReadonlyMap<string, { readonly body: Uint8Array; readonly type: string }>>;
