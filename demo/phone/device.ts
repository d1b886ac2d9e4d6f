/** What the phone does to the backend, as one narrow door: so that a diary can write it down. */
import type { MemoryBackend } from '../../src/adapters/memory/index.js';

/** What a person does with the phone; each arrives at the backend like a call of the wizard's. */
export interface Deeds {
  pair(text: string): Promise<void>;
  approve(id: string, number?: string): void;
  deny(id: string): void;
  answer(id: string): void;
  press(id: string, key: string): void;
  hangUp(id: string): void;
}

export interface Device extends Deeds {
  requests: MemoryBackend['app']['requests'];
  calls: MemoryBackend['line']['calls'];
  /** Called when a request or a call comes, changes or goes. */
  onChange(listener: () => void): void;
}

export function deviceOf({ app, line }: Pick<MemoryBackend, 'app' | 'line'>): Device {
  return {
    pair: (text) => app.pair(text),
    approve: (id, number) => app.approve(id, number),
    deny: (id) => app.deny(id),
    answer: (id) => line.answer(id),
    press: (id, key) => line.press(id, key),
    hangUp: (id) => line.hangUp(id),
    requests: () => app.requests(),
    calls: () => line.calls(),
    onChange(listener) {
      app.onRequests(listener);
      line.onCalls(listener);
    },
  };
}
