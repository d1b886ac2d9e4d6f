/** What the first page is drawn with, in the order of the cascade. The rest comes with the second chunk. */
import type { CSSResult } from 'lit';
import { base } from './base.js';
import { buttons } from './buttons.js';
import { layout } from './layout.js';
import { tokens } from './tokens.js';

export const first: CSSResult[] = [tokens, base, buttons, layout];
