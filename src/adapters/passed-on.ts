/** The functions of an adapter as plain ones, for a wrapper to spread and replace: a class keeps them where no spread looks. */
import type { SecurityInfoAdapter } from '../contract/adapter.js';

/** What the adapter lacks is left out, because an absent function is an absent capability. */
export function passedOn(adapter: SecurityInfoAdapter): SecurityInfoAdapter {
  return {
    load: adapter.load.bind(adapter),
    begin: adapter.begin.bind(adapter),
    verify: adapter.verify.bind(adapter),
    ...(adapter.get && { get: adapter.get.bind(adapter) }),
    ...(adapter.challenge && { challenge: adapter.challenge.bind(adapter) }),
    ...(adapter.cancel && { cancel: adapter.cancel.bind(adapter) }),
    ...(adapter.setDefault && { setDefault: adapter.setDefault.bind(adapter) }),
    ...(adapter.remove && { remove: adapter.remove.bind(adapter) }),
    ...(adapter.skip && { skip: adapter.skip.bind(adapter) }),
    ...(adapter.reauthenticate && { reauthenticate: adapter.reauthenticate.bind(adapter) }),
    ...(adapter.complete && { complete: adapter.complete.bind(adapter) }),
  };
}
