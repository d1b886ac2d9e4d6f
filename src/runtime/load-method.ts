/** Loads methods ahead of need, once each; a failed load may be tried again. */
import type { MethodSpec } from '../contract/method.js';
import type { LoadableMethod, MethodModule } from '../contract/step.js';

export interface MethodLoader {
  readonly kinds: ReadonlySet<string>;
  /** Undefined when the chunk does not come. */
  load(kind: string): Promise<MethodModule<MethodSpec> | undefined>;
}

/** `prepare` runs before a method counts as loaded: its strings and styles must be there when it is drawn. */
export function createMethodLoader(
  methods: readonly LoadableMethod[],
  prepare: (module: MethodModule<MethodSpec>) => Promise<unknown>,
): MethodLoader {
  const table = new Map(methods.map((method) => [method.card.kind as string, method]));
  const loads = new Map<string, Promise<MethodModule<MethodSpec> | undefined>>();
  return {
    kinds: new Set(table.keys()),
    load(kind) {
      const known = loads.get(kind);
      if (known) return known;
      const loading = Promise.resolve(table.get(kind)?.load())
        .then(async (loaded) => {
          if (loaded) await prepare(loaded.default);
          return loaded?.default;
        })
        .catch(() => {
          loads.delete(kind);
          return undefined;
        });
      loads.set(kind, loading);
      return loading;
    },
  };
}
