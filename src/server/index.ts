/** The server's side of the HTTP adapter: one function from `Request` to `Response`, for any runtime that has the two. */
export { createHandler, type AdapterFor, type Handler } from './create-handler.js';
export type { HandlerOptions } from './options.js';
export { EnrollmentError } from '../contract/enrollment-error.js';
export type { SecurityInfoAdapter } from '../contract/adapter.js';
