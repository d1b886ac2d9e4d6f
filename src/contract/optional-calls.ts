/** The functions that an adapter may leave out. No DOM. */
import type { OptionalCall } from './security-info.js';

/** As a table, so that the compiler sees that none is forgotten. */
const rows: Readonly<Record<OptionalCall, true>> = {
  get: true,
  challenge: true,
  cancel: true,
  setDefault: true,
  remove: true,
  skip: true,
  reauthenticate: true,
  complete: true,
};

export const optionalCalls = Object.keys(rows) as readonly OptionalCall[];
