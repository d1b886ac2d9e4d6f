/** What the runtime needs of the table of methods, which it does not know. Types only. */
import type { MethodSpec } from '../contract/method.js';
import type { SecurityInfo } from '../contract/security-info.js';
import type { MethodModule } from '../contract/step.js';

export interface MethodLoader {
  /** The kinds that can be loaded, as far as they are known. */
  readonly kinds: ReadonlySet<string>;
  /** Settles once the kinds that are spoken of, and that can be loaded and used here, are known. */
  know(info: SecurityInfo): Promise<void>;
  /** Loads once, however often it is called; undefined when the chunk does not come. */
  load(kind: string): Promise<MethodModule<MethodSpec> | undefined>;
}
