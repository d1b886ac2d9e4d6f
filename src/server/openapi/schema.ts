/** JSON Schema (2020-12) as far as the description uses it, and the bricks that it is built from. */

/**
 * A schema, or the part of one.
 *
 * @example
 * const count: Schema = { type: 'integer', minimum: 0 };
 */
export interface Schema {
  readonly $ref?: string;
  readonly type?: 'object' | 'array' | 'string' | 'number' | 'integer' | 'boolean';
  readonly description?: string;
  readonly const?: string | number | true;
  readonly enum?: readonly string[];
  readonly pattern?: string;
  readonly minimum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly oneOf?: readonly Schema[];
  readonly not?: Schema;
}

type OptionalKey<T> = { [K in keyof T]-?: Partial<Pick<T, K>> extends Pick<T, K> ? K : never }[keyof T];
/** A schema for each field that a value must have. */
type Must<T> = { readonly [K in Exclude<keyof T, OptionalKey<T>>]: Schema };
/** A schema for each field that it may have. */
type May<T> = { readonly [K in OptionalKey<T>]: Schema };

/** An object with exactly the fields of `T`: the compiler sees that none is forgotten, and none made up. */
export function object<T>(must: Must<T>, may: May<T>, description?: string): Schema {
  return {
    type: 'object',
    ...(description !== undefined && { description }),
    properties: { ...must, ...may },
    ...(Object.keys(must).length > 0 && { required: Object.keys(must) }),
  };
}

/** What stands under this name among the document's schemas. */
export const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });
export const constant = (value: string | number | true): Schema => ({ const: value });
export const list = (items: Schema): Schema => ({ type: 'array', items });
export const filled = (items: Schema): Schema => ({ type: 'array', items, minItems: 1 });
/** One word of a closed list; the compiler sees that each is of `T`. */
export const one = <T extends string>(...words: readonly T[]): Schema => ({ type: 'string', enum: words });

export const text: Schema = { type: 'string' };
export const id: Schema = { type: 'string', minLength: 1 };
export const flag: Schema = { type: 'boolean' };
export const count: Schema = { type: 'integer', minimum: 0 };
export const duration: Schema = {
  type: 'number',
  minimum: 0,
  description: 'In milliseconds, from the moment the answer arrives.',
};
