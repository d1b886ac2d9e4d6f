/** Providers of texts and calls. */
export type { CallEvent, CallHeard, Carried, MessageProvider, OutgoingMessage, Undeliverable } from './provider.js';
export {
  createSimulatedTelephone,
  type SimulatedMessage,
  type SimulatedTelephone,
  type SimulatedTelephoneOptions,
} from './simulated.js';
export { createWebhook, signatureOf, type WebhookOptions } from './webhook.js';
