/** An OpenAPI 3.1 document, as far as ours goes. */
import type { Schema } from './schema.js';

/** @example const place: Reference = { $ref: '#/components/responses/Refused401' }; */
export interface Reference {
  readonly $ref: string;
}

/** @example const language: Parameter = { name: 'accept-language', in: 'header', schema: { type: 'string' } }; */
export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'header';
  readonly required?: boolean;
  readonly description?: string;
  readonly schema: Schema;
}

/** @example const json: Content = { 'application/json': { schema: { type: 'object' } } }; */
export type Content = Readonly<Record<string, { readonly schema: Schema }>>;

/** @example const nothing: ResponseObject = { description: 'Done.' }; */
export interface ResponseObject {
  readonly description: string;
  readonly headers?: Readonly<Record<string, { readonly description?: string; readonly schema: Schema }>>;
  readonly content?: Content;
}

/** @example const { operationId, responses } = openapi.paths['/enrollments']?.post ?? {}; */
export interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly parameters: readonly (Parameter | Reference)[];
  readonly requestBody?: { readonly required: true; readonly content: Content };
  readonly responses: Readonly<Record<string, ResponseObject | Reference>>;
}

/** @example const methods = Object.keys(openapi.paths['/'] ?? {}) as (keyof PathItem)[]; // ['get'] */
export type PathItem = Readonly<Partial<Record<'get' | 'post' | 'put' | 'delete', Operation>>>;

/** @example const text: string = JSON.stringify(openapi satisfies OpenApi); */
export interface OpenApi {
  readonly openapi: '3.1.0';
  readonly info: { readonly title: string; readonly version: string; readonly description: string };
  readonly servers: readonly { readonly url: string; readonly description: string }[];
  readonly security: readonly Readonly<Record<string, readonly string[]>>[];
  readonly paths: Readonly<Record<string, PathItem>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, Schema>>;
    readonly parameters: Readonly<Record<string, Parameter>>;
    readonly responses: Readonly<Record<string, ResponseObject>>;
    readonly securitySchemes: Readonly<Record<string, Readonly<Record<string, string>>>>;
  };
}
