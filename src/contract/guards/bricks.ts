/** The bricks that guards are made of: small checks that combine. */

export type Check = (value: unknown) => boolean;
/** A check that tells the compiler what it has seen. */
export type Guard<T> = (value: unknown) => value is T;
type Shape = Readonly<Record<string, Check>>;

export const text: Check = (value) => typeof value === 'string';
export const duration: Check = (value) => typeof value === 'number' && value >= 0;
export const flag: Check = (value) => typeof value === 'boolean';
export const maybe =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);
export const list =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);
export const filled =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.length > 0 && value.every(check);
export const one =
  (...allowed: readonly string[]): Check =>
  (value) =>
    allowed.includes(value as string);
export const shape =
  (fields: Shape): Check =>
  (value) =>
    typeof value === 'object' &&
    value !== null &&
    Object.entries(fields).every(([name, check]) => check((value as Readonly<Record<string, unknown>>)[name]));

/** A registered method and an open enrolment stand in more than one answer. */
export const isMethod: Check = shape({ id: text, kind: text, label: text, canBeDefault: flag, removable: flag });
export const isPending: Check = shape({ id: text, kind: text });
