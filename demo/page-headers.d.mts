/** What goes with a page of the demo, by its address. */
export function headersFor(address: string): Readonly<Record<string, string>>;
