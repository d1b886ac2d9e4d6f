/** The authenticator's two languages, by their tags. */
import type { Language } from '../../settings.js';
import { en, type Words } from './en.js';
import { ja } from './ja.js';

export type { Words };

export const words: Readonly<Record<Language, Words>> = { en, ja };
