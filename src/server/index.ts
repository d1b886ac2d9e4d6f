/** The server's side of the HTTP adapter: one function from `Request` to `Response`, for any runtime that has the two. */
export { createHandler, type AdapterFor, type Handler } from './create-handler.js';
export type { HandlerOptions, Misuse } from './options.js';
export { EnrollmentError } from '../contract/enrollment-error.js';
// All that an adapter is written with, so that a server need not read the types of the element, which want the DOM.
export type * from '../contract/adapter.js';
export type * from '../contract/enrollment.js';
export type * from '../contract/fault.js';
export type * from '../contract/next.js';
export type * from '../contract/security-info.js';
export type * from '../methods/rows.js';
