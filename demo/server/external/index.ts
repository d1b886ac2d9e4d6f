/** What is registered at another service. */
export type { ExternalProvider, Outcome } from './provider.js';
export { createTicketProvider, type TicketOptions, type TicketProvider } from './tickets.js';
