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
  /** On the other company's page: the ticket with which the person is sent back. */
  settleElsewhere(state: string, outcome: 'finished' | 'refused'): string | Promise<string>;
}

export interface Device extends Deeds {
  requests: MemoryBackend['app']['requests'];
  calls: MemoryBackend['line']['calls'];
  /** Called when a request or a call comes, changes or goes. */
  onChange(listener: () => void): void;
}

export function deviceOf({ app, line, elsewhere }: Pick<MemoryBackend, 'app' | 'line' | 'elsewhere'>): Device {
  return {
    pair: (text) => app.pair(text),
    approve: (id, number) => app.approve(id, number),
    deny: (id) => app.deny(id),
    answer: (id) => line.answer(id),
    press: (id, key) => line.press(id, key),
    hangUp: (id) => line.hangUp(id),
    settleElsewhere(state, outcome) {
      const act = { finished: elsewhere.finish, refused: elsewhere.refuse }[outcome];
      return new URL(act(`https://elsewhere.example/?state=${state}`)).searchParams.get('ticket') ?? '';
    },
    requests: () => app.requests(),
    calls: () => line.calls(),
    onChange(listener) {
      app.onRequests(listener);
      line.onCalls(listener);
    },
  };
}
