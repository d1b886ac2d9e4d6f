/**
 * The rest of the table of methods: those that few organisations ask for. It is fetched when one of them is spoken of, and
 * costs nobody else a byte.
 */
import type { MethodEntry } from '../contract/step.js';

export const others: readonly MethodEntry[] = [];
