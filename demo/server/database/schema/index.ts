/** Every table of the reference backend. Sessions and passwords are the sign-in's own tables, not these. */
export * from './accounts.js';
export * from './apps.js';
export * from './enrollments.js';
export * from './methods.js';
export * from './records.js';
export * from './sending.js';
export * from './simulated.js';
export * from './tokens.js';
