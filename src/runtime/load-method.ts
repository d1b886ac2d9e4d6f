/** What the runtime needs of the table of methods, which it does not know. Types only. */
import type { MethodSpec } from '../contract/method.js';
import type { MethodModule } from '../contract/step.js';

export interface MethodLoader {
  /** The kinds that can be loaded, as far as they are known. */
  readonly kinds: ReadonlySet<string>;
  /** Settles once those of these kinds that can be loaded are known. */
  know(kinds: readonly string[]): Promise<void>;
  /** Loads once, however often it is called; undefined when the chunk does not come. */
  load(kind: string): Promise<MethodModule<MethodSpec> | undefined>;
}
