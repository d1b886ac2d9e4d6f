/** What the runtime needs of the table of methods, which it does not know. Types only. */
import type { MethodSpec } from '../contract/method.js';
import type { MethodModule } from '../contract/step.js';
import type { Choice } from '../core/plan.js';

export interface MethodLoader {
  /** The kinds that can be loaded, as far as they are known. */
  readonly kinds: ReadonlySet<string>;
  /** Settles once it is known which of the kinds that are spoken of can be loaded and used here. */
  know(choices: readonly Choice[]): Promise<void>;
  /** Loads once, however often it is called; undefined when the chunk does not come. */
  load(kind: string): Promise<MethodModule<MethodSpec> | undefined>;
}
