/** What the runtime needs of the table of methods, which it does not know. Types only. */
import type { MethodSpec } from '../contract/method.js';
import type { MethodModule } from '../contract/step.js';

export interface MethodLoader {
  /** The kinds that can be loaded. */
  readonly kinds: ReadonlySet<string>;
  /** Loads once, however often it is called; undefined when the chunk does not come. */
  load(kind: string): Promise<MethodModule<MethodSpec> | undefined>;
}
