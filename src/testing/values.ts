/** Looks at values as JSON would: compares them, walks their texts, freezes them. */

/** Whether two values say the same, whatever the order of their fields. */
export function same(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (!isObject(one) || !isObject(other)) return false;
  if (Object.getPrototypeOf(one) !== Object.getPrototypeOf(other)) return false;
  const names = Object.keys(one);
  return (
    names.length === Object.keys(other).length &&
    names.every((name) => Object.hasOwn(other, name) && same(one[name], other[name]))
  );
}

/** Where a value stops being JSON, as a path such as `next.expiresAt`; `undefined`: nowhere. */
export function notJson(value: unknown, path = 'the answer'): string | undefined {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return undefined;
  if (typeof value === 'number') return Number.isFinite(value) ? undefined : path;
  if (!isObject(value)) return path;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (!Array.isArray(value) && prototype !== Object.prototype && prototype !== null) return path;
  for (const [name, part] of Object.entries(value)) {
    const found = notJson(part, `${path}.${name}`);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Every text in a value, names of fields left out. */
export function texts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return isObject(value) ? Object.values(value).flatMap(texts) : [];
}

/** Freezes a value and all its parts. */
export function frozen<T>(value: T): T {
  if (isObject(value) && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const part of Object.values(value)) frozen(part);
  }
  return value;
}

/** Overwrites every field of a value, as a caller may that wipes what was typed. Frozen parts are left. */
export function wipe(value: unknown): void {
  if (!isObject(value)) return;
  for (const [name, part] of Object.entries(value)) {
    wipe(part);
    if (!isObject(part)) Reflect.set(value, name, 'wiped');
  }
  if (Array.isArray(value)) Reflect.set(value, 'length', 0);
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
